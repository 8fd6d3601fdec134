/** What the inbox's card says of who reads it, and what it offers. */
import { expect, test } from 'vitest';
import type { ScheduleView } from '../../../../src/core/contract/automation-view.ts';
import type { WebhookView } from '../../../../src/core/contract/webhook-view.ts';
import { inboxReader, inboxSchedule } from '../../../../src/sidebar/model/events/inbox-polling.ts';

const NO_WEBHOOK: WebhookView = { kind: 'none' };
const BELL: WebhookView = {
  kind: 'there',
  senderAddress: '',
  mode: 'bell',
  tabName: 'Homes',
  listening: '',
  isSilent: false,
  isMine: true,
  waiting: 0,
  refused: '',
};

function schedule(change: Partial<ScheduleView>): ScheduleView {
  return {
    id: '1',
    title: '',
    sentence: '',
    notice: '',
    shown: 'well',
    isMine: true,
    action: 'sync',
    tabIds: [7],
    when: { kind: 'hourly' },
    allowsDeletes: false,
    mayRemove: true,
    ...change,
  };
}

test.each<[string, readonly ScheduleView[], WebhookView, string]>([
  ['nothing', [], NO_WEBHOOK, 'nothing'],
  ['a schedule of one’s own', [schedule({})], NO_WEBHOOK, 'schedule'],
  ['one that failed and goes on', [schedule({ shown: 'failing' })], NO_WEBHOOK, 'schedule'],
  ['one whose deletes wait', [schedule({ shown: 'needsReview' })], NO_WEBHOOK, 'schedule'],
  ['a paused one', [schedule({ shown: 'paused' })], NO_WEBHOOK, 'nothing'],
  ['a stopped one', [schedule({ shown: 'stopped' })], NO_WEBHOOK, 'nothing'],
  ['one that Google does not call any more', [schedule({ shown: 'silent' })], NO_WEBHOOK, 'nothing'],
  ['a colleague’s, whose key for it nobody sees', [schedule({ isMine: false })], NO_WEBHOOK, 'nothing'],
  ['a webhook that rings', [], BELL, 'bell'],
  ['a webhook that rings and nobody hears', [], { ...BELL, isSilent: true }, 'nothing'],
  ['a webhook that brings the messages itself', [], { ...BELL, mode: 'messages' }, 'nothing'],
])('with %s', (_what, schedules, webhook, reader) => {
  expect(inboxReader({ schedules, webhook })).toBe(reader);
});

test('the schedule that is proposed syncs the inbox’s tab each hour and deletes nothing', () => {
  expect(inboxSchedule(7)).toEqual({ action: 'sync', tabIds: [7], when: { kind: 'hourly' }, allowsDeletes: false });
});
