/** What a web app's function gave back, as the page that Google makes of it. */
import type { WebAppPage } from '../../emulator.ts';
import { exception } from '../../machine/realm/exception.ts';
import { serviceNameOf } from '../../machine/realm/signature.ts';
import { TextOutput } from '../content-service/content-service.ts';
import { HtmlOutput } from '../html-service/html-output.ts';

/**
 * The page as JSON; throws for a value that is none.
 *
 * @see https://developers.google.com/apps-script/guides/web ("returns an HTML service HtmlOutput object or a Content service
 * TextOutput object"; read 2026-11-21). The texts are what many report.
 */
export function pageJson(value: unknown): string {
  return JSON.stringify(pageOf(value));
}

function pageOf(value: unknown): WebAppPage {
  if (isHtml(value)) {
    const { title, html: content } = HtmlOutput.stateOf(value);
    return { kind: 'html', title, content };
  }
  if (isText(value)) return { kind: 'text', ...TextOutput.stateOf(value) };
  if (value === undefined || value === null) throw exception('The script completed but did not return anything.');
  throw exception('The script completed but the returned value is not a supported return type.');
}

function isHtml(value: unknown): value is HtmlOutput {
  return serviceNameOf(value) === 'HtmlOutput';
}

function isText(value: unknown): value is TextOutput {
  return serviceNameOf(value) === 'TextOutput';
}
