/** The event object that `doGet` and `doPost` are called with: all that Google hands on of a request. */
import type { WebAppRequest } from '../../emulator.ts';
import { host } from '../../machine/realm/session.ts';

const FORM = 'application/x-www-form-urlencoded';

/**
 * Neither headers nor method nor the sender's address are among it. What a form sends stands among the parameters as well.
 *
 * @see https://developers.google.com/apps-script/guides/web#request_parameters (read 2026-11-21)
 * @see https://tanaikech.github.io (2023-07, forms among the parameters; read 2026-11-21)
 */
export function requestEvent({ queryString, pathInfo, body }: WebAppRequest): Readonly<Record<string, unknown>> {
  const isForm = body?.type.split(';')[0]?.trim().toLowerCase() === FORM;
  const parameters = parametersOf([queryString, ...(isForm ? [body?.contents ?? ''] : [])]);
  const length = body === undefined ? -1 : host().encodeUtf8(body.contents).length;
  return {
    queryString,
    parameter: Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, values[0]])),
    parameters,
    ...(pathInfo === undefined ? {} : { pathInfo }),
    contextPath: '',
    contentLength: length,
    ...(body === undefined ? {} : { postData: { length, type: body.type, contents: body.contents, name: 'postData' } }),
  };
}

function parametersOf(queries: readonly string[]): Record<string, string[]> {
  const parameters = new Map<string, string[]>();
  for (const pair of queries.flatMap((query) => query.split('&'))) {
    if (pair === '') continue;
    const [name = '', ...rest] = pair.split('=');
    const known = parameters.get(decoded(name)) ?? [];
    parameters.set(decoded(name), [...known, decoded(rest.join('='))]);
  }
  return Object.fromEntries(parameters);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}
