/** Asks the script's own web app as a sender does: without a key, and without following where Google sends it. */
import { exceptionText } from '../../../core/platform/fetch-exception.ts';

/** What came back. The page itself says nothing that can be relied on. */
export type WebAppAnswer =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** Posts a text. The address holds the secret, so that no word of a failure may name it. */
export function askWebApp(address: string, payload: string): WebAppAnswer {
  try {
    const response = UrlFetchApp.fetch(address, {
      method: 'post',
      contentType: 'application/json',
      payload,
      muteHttpExceptions: true,
      followRedirects: false,
    });
    return { kind: 'answered', status: response.getResponseCode() };
  } catch (exception) {
    return { kind: 'failed', reason: exceptionText(exception).replace(/https?:\/\/\S+/g, 'its address') };
  }
}
