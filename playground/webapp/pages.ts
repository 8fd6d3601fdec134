/** The pages that Google answers with in place of, or around, what a script gave back. */

/**
 * A page of `HtmlService` as it leaves: the script's own text stands, written in escapes, inside a call that draws it in a frame. No
 * sender finds a word of it by looking for it.
 *
 * @see https://developers.google.com/apps-script/guides/html/restrictions (frame; read 2026-11-21). The call's name and the escapes
 * are what projects that unwrap such pages look for.
 */
export function framedPage(title: string, content: string): string {
  const escaped = [...JSON.stringify({ userHtml: content })]
    .map((char) => (/[\w .,:-]/.test(char) ? char : escapeOf(char)))
    .join('');
  return document(title, `<script>goog.script.init("${escaped}", "", undefined, true);</script>`);
}

/**
 * What a caller sees of a script that threw or was killed. The status is 200 all the same.
 *
 * @see https://github.com/tanaikech/taking-advantage-of-Web-Apps-with-google-apps-script (table of errors; read 2026-11-21)
 */
export function errorPage(message: string): string {
  return document('Error', `<div style="text-align:center;font-family:monospace">${asText(message)}</div>`);
}

/** An address behind which nothing is deployed. */
export function notFoundPage(): string {
  return document('Page Not Found', '<p>Sorry, unable to open the file at this time.</p>');
}

function document(title: string, body: string): string {
  return `<!DOCTYPE html><html><head><title>${asText(title)}</title></head><body>${body}</body></html>`;
}

function escapeOf(char: string): string {
  const code = char.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

function asText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
