/** What people change about the webhook, and the message that tries it. */
import type { AutomationView } from '../../../core/contract/automation-view.ts';
import type { WebhookChange, WebhookInput, WebhookTest } from '../../../core/contract/webhook-view.ts';
import { arrivalsIn, senderAddress, WEBHOOK_NAMES, type Webhook, webAppDoor } from '../../../core/events/webhook.ts';
import { testWords } from '../../../core/events/webhook-words.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { isPublished } from '../../services/clock-trigger.ts';
import { withDocumentLock } from '../../services/document-lock.ts';
import { askWebApp } from '../../services/http/web-app-http.ts';
import { readInbox, readInboxKey } from '../../services/stores/inbox-store.ts';
import {
  saveWebhook as keepWebhook,
  makeWebhookSecret,
  readScriptProperties,
  readWebhook,
  removeFromScript,
  webhookIn,
} from '../../services/stores/webhook-store.ts';
import { isOnlyViewer } from '../../services/viewer.ts';
import { becomeOwner, readAutomation } from '../schedules/automation.ts';
import { takeArrived } from './take-arrived.ts';
import { settleColumnsOf, sheetForEvents } from './take-events.ts';

/** How long what has arrived is taken in before something is changed. */
const INTAKE_MS = 60_000;

/** Makes the webhook, or changes it. The tab gets the columns that messages fill, and this person's clock listens. */
export function saveWebhook({ address, mode, tabId: wantedId }: WebhookInput): Result<AutomationView, Failure> {
  if (isOnlyViewer()) return failure(failures.onlyViewer());
  if (isPublished()) return failure(failures.noWebhookHere());
  const door = webAppDoor(address);
  if (door !== 'exec') return failure(failures.badWebAppAddress(door));
  const sheet = sheetForEvents(wantedId);
  if (!sheet.ok) return sheet;
  const tabId = sheet.value.getSheetId();
  return withDocumentLock(() => {
    const settled = settleColumnsOf(sheet.value);
    if (!settled.ok) return settled;
    const secret = readWebhook()?.secret ?? makeWebhookSecret();
    return listenTo({ address, mode, tabId, secret });
  });
}

/** The clock first: without it nobody would take in what arrives. */
function listenTo(webhook: Omit<Webhook, 'listener'>): Result<AutomationView, Failure> {
  const obstacle = webhook.mode === 'bell' ? pollObstacle() : undefined;
  if (obstacle !== undefined) return failure(obstacle);
  const listener = becomeOwner(SpreadsheetApp.getActiveSpreadsheet().getId(), { listens: true });
  if (!listener.ok) return listener;
  keepWebhook({ ...webhook, listener: listener.value });
  return success(readAutomation());
}

/** Why this person's clock could not answer a bell, if so. */
function pollObstacle(): Failure | undefined {
  const inbox = readInbox();
  if (inbox === undefined) return failures.noInbox();
  return readInboxKey(inbox.address) === undefined ? failures.noInboxKey(inbox.address) : undefined;
}

/** Gives it another secret or another listener, takes a note as read, or removes it. */
export function changeWebhook({ change }: WebhookChange): Result<AutomationView, Failure> {
  if (isOnlyViewer()) return failure(failures.onlyViewer());
  const webhook = readWebhook();
  if (webhook === undefined) return failure(failures.noWebhook());
  switch (change) {
    case 'newAddress':
      keepWebhook({ ...webhook, secret: makeWebhookSecret() });
      return success(readAutomation());
    case 'takeOver':
      return listenTo(webhook);
    case 'seen':
      removeFromScript([WEBHOOK_NAMES.refused]);
      return success(readAutomation());
    case 'remove':
      return remove();
    default:
      return change satisfies never;
  }
}

/** What arrived before is taken in first; what cannot be keeps the webhook. Whoever listened stops at their next tick. */
function remove(): Result<AutomationView, Failure> {
  const taken = takeArrived(Date.now() + INTAKE_MS);
  if (!taken.ok) return taken;
  removeFromScript(Object.values(WEBHOOK_NAMES));
  return success(readAutomation());
}

/** Sends a test message as a sender does, by way of Google, and looks whether it arrived. */
export function testWebhook(): Result<WebhookTest, Failure> {
  if (isOnlyViewer()) return failure(failures.onlyViewer());
  const before = readScriptProperties();
  const webhook = webhookIn(before);
  if (webhook === undefined) return failure(failures.noWebhook());
  const id = `test-${Utilities.getUuid()}`;
  const message = { topic: 'listingsync/webhook#test', id, time: new Date().toISOString() };
  const answer = askWebApp(senderAddress(webhook), JSON.stringify(message));
  if (answer.kind !== 'answered')
    return failure(
      failures.webhookSilent(`The web app could not be asked: ${answer.reason}.`, 'Try again in a minute.'),
    );
  const after = readScriptProperties();
  const hasArrived =
    webhook.mode === 'bell'
      ? after[WEBHOOK_NAMES.bell] !== before[WEBHOOK_NAMES.bell]
      : arrivalsIn(after, Date.now()).whole.some(({ text }) => text.includes(id));
  if (hasArrived) return success({ message: webhook.mode === 'bell' ? 'The bell rang.' : 'The test message arrived.' });
  const { why, nextStep } = testWords(answer.status);
  return failure(failures.webhookSilent(why, nextStep));
}
