/** What is said of a row that is looked at. */
import { expect, test } from 'vitest';
import { type PreviewState, previewAnnouncement } from '../../../../src/sidebar/model/run/preview-state.ts';
import { OFFLINE } from '../fixtures.ts';

const ROW = { rowNumber: 7, label: 'MLS-7', derived: [], notes: [] };
const REQUEST = { endpoint: 'RealEstateUpdate', body: '{}', curl: 'curl' };

test.each<[string, PreviewState, string]>([
  ['nothing', { kind: 'none' }, ''],
  ['a row under way', { kind: 'reading', rowNumber: 7 }, 'Reading row 7.'],
  [
    'a row to be sent',
    { kind: 'shown', preview: { ...ROW, request: REQUEST } },
    'Row 7 would be sent to RealEstateUpdate.',
  ],
  [
    'a row that is held back',
    { kind: 'shown', preview: { ...ROW, outcome: { status: 'Invalid', detail: 'Empty: Bedrooms.' } } },
    'Row 7 would not be sent: Invalid.',
  ],
  ['a failure, which is an alert of its own', { kind: 'failed', rowNumber: 7, failure: OFFLINE }, ''],
])('a screen reader is told of %s', (_title, state, words) => {
  expect(previewAnnouncement(state)).toBe(words);
});
