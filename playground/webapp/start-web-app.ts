/** Starts a stand-in for a deployed web app: Google's addresses, redirects, sign-in and error pages around a script. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeServer, listenOnLoopback, readBody } from '../loopback/loopback-server.ts';
import { errorPage, framedPage, notFoundPage } from './pages.ts';
import type { ScriptEnding, ScriptRequest, WebApp, WebAppOptions, WebAppVisit } from './web-app.ts';

const SCRIPT_ORIGIN = 'https://script.google.com';
const CONTENT_ORIGIN = 'https://script.googleusercontent.com';
const SIGN_IN = 'https://accounts.google.com/ServiceLogin';

/** `/macros/s/<id>/exec`, also as a domain's addresses are written; `/dev` is for who may edit the script. */
const ADDRESS = /^(?:\/a)?\/macros(?:\/[^/]+)?\/s\/([^/]+)\/(exec|dev)(?:\/(.*))?$/;

/** Names that Google keeps for itself. @see https://developers.google.com/apps-script/guides/web (read 2026-11-21) */
const RESERVED = ['c', 'sid'];

interface Answer {
  readonly status: number;
  readonly text?: string;
  readonly type?: string;
  readonly location?: string;
}

/**
 * Starts a web app. Its rules: what the script sees has no headers; a page of `HtmlService` is answered with 200; text of
 * `ContentService` with 302 to an address that gives it once, by GET; a script that throws or is killed with a page for people
 * and 200; without anonymous access with a sign-in page or 404.
 *
 * @see https://developers.google.com/apps-script/guides/web and /guides/content (read 2026-11-21)
 * @see https://tanaikech.github.io "Understanding the flow of a request to Web Apps" (2023-07, read 2026-11-21)
 */
export async function startWebApp(options: WebAppOptions): Promise<WebApp> {
  const { deploymentId, run } = options;
  const visits: WebAppVisit[] = [];
  const echoes = new Map<string, { readonly text: string; readonly type: string }>();

  async function answerTo(method: string, url: URL, body: ScriptRequest['body']): Promise<Answer> {
    if (url.pathname === '/macros/echo') return echo(method, url);
    const [, id, door, pathInfo] = ADDRESS.exec(url.pathname) ?? [];
    const access = options.access();
    if (id !== deploymentId || door === undefined || access === undefined) return page(404, notFoundPage());
    if (method === 'HEAD') return { status: 403 };
    if (door === 'dev' || access === 'DOMAIN' || access === 'ANYONE')
      return { status: 302, location: `${SIGN_IN}?continue=${encodeURIComponent(`${SCRIPT_ORIGIN}${url.pathname}`)}` };
    if (access === 'MYSELF') return page(404, notFoundPage());
    if ((method !== 'GET' && method !== 'POST') || RESERVED.some((name) => url.searchParams.has(name)))
      return page(405, notFoundPage());
    const queryString = url.search.slice(1);
    const ending = await run({
      method,
      queryString,
      ...(pathInfo !== undefined && pathInfo !== '' && { pathInfo }),
      ...(method === 'POST' && body !== undefined && { body }),
    });
    return answerOf(ending);
  }

  function answerOf(ending: ScriptEnding): Answer {
    switch (ending.kind) {
      case 'html':
        return page(200, framedPage(ending.title, ending.content));
      case 'text': {
        const key = randomUUID();
        echoes.set(key, { text: ending.content, type: ending.mediaType });
        return { status: 302, location: `${CONTENT_ORIGIN}/macros/echo?user_content_key=${key}` };
      }
      case 'threw':
        return page(200, errorPage(ending.message));
      case 'killed':
        return page(200, errorPage('Exceeded maximum execution time'));
      default:
        return ending satisfies never;
    }
  }

  /** Whoever follows the redirect by POST gets 405, although the script has run. */
  function echo(method: string, url: URL): Answer {
    if (method !== 'GET') return page(405, notFoundPage());
    const key = url.searchParams.get('user_content_key') ?? '';
    const kept = echoes.get(key);
    if (kept === undefined) return page(404, notFoundPage());
    echoes.delete(key);
    return { status: 200, ...kept };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', SCRIPT_ORIGIN);
    const body = { type: request.headers['content-type'] ?? '', contents: await readBody(request) };
    const answer = await answerTo(method, url, body);
    visits.push({ method, url: `${url.pathname}${url.search}`, status: answer.status });
    response.writeHead(answer.status, {
      ...(answer.type !== undefined && { 'content-type': `${answer.type}; charset=utf-8` }),
      ...(answer.location !== undefined && { location: answer.location }),
    });
    response.end(answer.text);
  }

  const server = createServer((request, response) => {
    // The emulator behind it may be closed while a request is under way.
    serve(request, response).catch(() => response.destroy());
  });
  return {
    origin: await listenOnLoopback(server, options.port ?? 0),
    address: `${SCRIPT_ORIGIN}/macros/s/${deploymentId}/exec`,
    visits: () => [...visits],
    close: () => closeServer(server),
  };
}

function page(status: number, text: string): Answer {
  return { status, text, type: 'text/html' };
}
