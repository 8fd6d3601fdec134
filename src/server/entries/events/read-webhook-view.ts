/** What people see of the webhook. */
import type { WebhookView } from '../../../core/contract/webhook-view.ts';
import { arrivalsIn, refusedIn, ringIn, senderAddress } from '../../../core/events/webhook.ts';
import { listeningWords, refusedWords } from '../../../core/events/webhook-words.ts';
import { isTooLong } from '../../../core/schedule/state.ts';
import { spreadsheetTimeOf } from '../../services/clock.ts';
import { isPublished } from '../../services/clock-trigger.ts';
import { findSheet } from '../../services/sheet/open-tab.ts';
import type { FileProperties } from '../../services/stores/document-store.ts';
import { lastTickIn } from '../../services/stores/schedule-store.ts';
import { readScriptProperties, webhookIn } from '../../services/stores/webhook-store.ts';
import { isOnlyViewer } from '../../services/viewer.ts';

/** What there is to see of it. */
export function readWebhookView(file: FileProperties, ownToken: string, timeZone: string): WebhookView {
  if (isPublished()) return { kind: 'impossible' };
  const stored = readScriptProperties();
  const webhook = webhookIn(stored);
  if (webhook === undefined) return { kind: 'none' };
  const refused = refusedIn(stored);
  const { token, email } = webhook.listener;
  const isMine = token === ownToken;
  const isSilent = isTooLong(lastTickIn(file, token), Date.now());
  return {
    kind: 'there',
    mode: webhook.mode,
    isMine,
    isSilent,
    senderAddress: isOnlyViewer() ? '' : senderAddress(webhook),
    tabName: findSheet(webhook.tabId)?.getName() ?? '',
    listening: listeningWords({ isMine, email, isSilent }),
    waiting: arrivalsIn(stored, Date.now()).whole.length + (ringIn(stored) === undefined ? 0 : 1),
    refused: refused === undefined ? '' : refusedWords(refused, spreadsheetTimeOf(refused.atMs, timeZone)),
  };
}
