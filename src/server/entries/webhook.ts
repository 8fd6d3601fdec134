/**
 * What Google calls when somebody asks for the script's web app. Nobody is known there, and no document: what arrives is only put
 * down, and a person's clock or sidebar takes it in.
 */
import { arrivalId, isSameSecret, isSecretShape, notStored, type Receipt, receive } from '../../core/events/webhook.ts';
import { keepInScript, readScriptProperties, readWebhook } from '../services/stores/webhook-store.ts';
import { explain } from './reply.ts';

/** What there is of a request. @see https://developers.google.com/apps-script/guides/web#request_parameters (read 2026-11-29). */
export interface WebRequestEvent {
  readonly parameter?: Readonly<Record<string, unknown>>;
  readonly postData?: { readonly contents?: unknown };
}

type Page = GoogleAppsScript.HTML.HtmlOutput;

/** The same for a wrong secret, a taken-back one and a file without a webhook. */
const UNKNOWN: Receipt = { values: {}, answer: 'no webhook here' };

/**
 * Takes a message, or a ring, of whoever knows the secret. It never throws: Google would answer an exception as it answers success. The
 * page is one of `HtmlService`, since text of `ContentService` is answered with a redirect, which many senders take for a failure.
 *
 * @see https://developers.google.com/apps-script/guides/content "Redirects" (read 2026-11-29).
 */
export function doPost(event?: WebRequestEvent): Page {
  return page(take(event));
}

/** A person who opens the address in a browser is told what it is for. */
export function doGet(): Page {
  return page('This address takes messages about listings, by POST. Nothing is shown here.');
}

function take(event: WebRequestEvent | undefined): string {
  const secret = textOf(event?.parameter?.k);
  if (!isSecretShape(secret)) return UNKNOWN.answer;
  const text = textOf(event?.postData?.contents);
  const id = arrivalId(Date.now(), Utilities.getUuid().slice(0, 8));
  try {
    return keep(receiptFor(secret, text, id));
  } catch (exception) {
    explain(exception);
    return keepNote(id, text.length);
  }
}

function receiptFor(secret: string, text: string, id: string): Receipt {
  const webhook = readWebhook();
  if (webhook === undefined || !isSameSecret(secret, webhook.secret)) return UNKNOWN;
  return receive(webhook, text, readScriptProperties, id);
}

function keep({ values, answer }: Receipt): string {
  keepInScript(values);
  return answer;
}

/** Google did not let it be kept; that, too, is told to a person where Google allows so much. */
function keepNote(id: string, bytes: number): string {
  const receipt = notStored({ why: 'failed', id, bytes });
  try {
    return keep(receipt);
  } catch (exception) {
    explain(exception);
    return receipt.answer;
  }
}

function page(text: string): Page {
  return HtmlService.createHtmlOutput(text);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
