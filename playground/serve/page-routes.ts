/** The routes of the page: its files, its frames, and a small JSON interface to the session. */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import { applyHands } from './apply-hands.ts';
import type { PageBundle } from './bundle-page.ts';
import type { PlaygroundCore } from './create-playground.ts';
import { addFileRoutes } from './file-routes.ts';
import { loopbackOnly } from './loopback-only.ts';
import { pageDocument } from './page-document.ts';
import { requestDetail } from './request-line.ts';
import {
  arrivalSchema,
  callRequestSchema,
  clockMoveSchema,
  closeFrameSchema,
  dialogReplySchema,
  faultSettingSchema,
  handsRequestSchema,
} from './requests.ts';
import { fail } from './route-error.ts';
import { FRAME_SANDBOX } from './script-frames.ts';
import type { ArrivalAnswer } from './wire.ts';

/** The page may load from its own server only. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** The add-on's HTML is one file: whatever it would load from elsewhere is refused here and shows in the console. */
const FRAME_POLICY = `default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; sandbox ${FRAME_SANDBOX}`;
/** Pasting fifty columns of ten thousand rows stays below this. */
const MAX_BODY_BYTES = 50_000_000;

/** Builds the routes. Every answer that is not 2xx is a `RouteError` in JSON. */
export function pageRoutes(playground: PlaygroundCore, bundle: PageBundle): Hono {
  const app = new Hono();
  app.use(loopbackOnly, withMeasuredBody, withoutCaching);
  app.notFound((context) => fail(context, 404, 'There is nothing at this address.'));
  app.onError((error, context) => fail(context, 500, error.message));
  addFiles(app, playground, bundle);
  addSpreadsheet(app, playground);
  addRequestsPanel(app, playground);
  addFileRoutes(app, playground);
  return app;
}

/**
 * Bodies say how long they are, as a browser's do. Hono's own limit makes a Request of a body without a length, which Node
 * refuses where the server keeps its Request class to itself (hono 4.13.19, @hono/node-server 2.1.8).
 */
const withMeasuredBody: MiddlewareHandler = async (context, next) => {
  if (context.req.header('transfer-encoding') !== undefined) return fail(context, 411, 'The body must say its length.');
  if (Number(context.req.header('content-length') ?? 0) > MAX_BODY_BYTES) {
    return fail(context, 413, `The body is larger than ${MAX_BODY_BYTES} bytes.`);
  }
  return await next();
};

const withoutCaching: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('cache-control', 'no-store');
  context.header('x-content-type-options', 'nosniff');
};

function addFiles(app: Hono, { frames }: PlaygroundCore, bundle: PageBundle): void {
  app.get('/', (context) => context.html(pageDocument(), 200, { 'content-security-policy': PAGE_POLICY }));
  app.get('/page.js', (context) => context.body(bundle.script, 200, { 'content-type': 'text/javascript' }));
  app.get('/page.css', (context) => context.body(bundle.styles, 200, { 'content-type': 'text/css' }));
  app.get('/frame/:frameId', (context) => {
    const html = frames.documentOf(context.req.param('frameId'));
    return html === undefined
      ? fail(context, 404, 'This frame is not on screen any more.')
      : context.html(html, 200, { 'content-security-policy': FRAME_POLICY });
  });
}

function addSpreadsheet(app: Hono, playground: PlaygroundCore): void {
  app.get('/api/state', (context) => context.json(playground.state()));
  app.get('/api/sheet/:mark{\\d+}', (context) =>
    context.json(playground.sheet.changesSince(Number(context.req.param('mark')))),
  );
  app.get('/api/events', () => playground.events.open());
  app.post('/api/hands', async (context) =>
    withBody(context, handsRequestSchema, async (request) => {
      try {
        await playground.session.emulator.edit((hands) => applyHands(hands, request, playground.user()));
      } catch (error) {
        return fail(context, 422, error instanceof Error ? error.message : String(error));
      }
      return context.json({});
    }),
  );
  app.post('/api/call', async (context) =>
    withBody(context, callRequestSchema, (request) => {
      playground.call(request);
      return context.json({}, 202);
    }),
  );
  app.post('/api/dialog-answer', async (context) =>
    withBody(context, dialogReplySchema, ({ dialogId, answer }) =>
      playground.dialogs.answer(dialogId, answer)
        ? context.json({})
        : fail(context, 409, 'This dialog has been answered already.'),
    ),
  );
  app.post('/api/close-frame', async (context) =>
    withBody(context, closeFrameSchema, ({ kind }) => {
      playground.frames.hide(kind);
      playground.events.send(kind === 'sidebar' ? { kind, sidebar: null } : { kind, modal: null });
      return context.json({});
    }),
  );
  app.post('/api/clock', async (context) =>
    withBody(context, clockMoveSchema, ({ move }) => {
      playground.moveClock(move);
      return context.json({}, 202);
    }),
  );
  app.post('/api/reset', async (context) => {
    await playground.reset();
    return context.json({});
  });
}

function addRequestsPanel(app: Hono, playground: PlaygroundCore): void {
  app.get('/api/requests/:number{\\d+}', (context) => {
    const number = Number(context.req.param('number'));
    const entry = playground.session.platform.journal.entries().find((each) => each.number === number);
    return entry === undefined
      ? fail(context, 404, 'This request was cleared away.')
      : context.json(requestDetail(entry));
  });
  app.delete('/api/requests', (context) => {
    playground.session.platform.journal.clear();
    playground.events.send({ kind: 'requestsCleared' });
    return context.json({});
  });
  app.post('/api/arrivals', async (context) =>
    withBody(context, arrivalSchema, async ({ arrival, address }) => {
      const status = await playground.session.sender.send(arrival, address);
      return context.json({ ...(status !== undefined && { status }) } satisfies ArrivalAnswer);
    }),
  );
  app.post('/api/faults', async (context) =>
    withBody(context, faultSettingSchema, (setting) => {
      playground.faults.set(setting);
      playground.events.send({ kind: 'faults', faults: playground.faults.switches() });
      return context.json({});
    }),
  );
}

/** Hands a checked body on; one that is no JSON or breaks the schema gets a 400 with the first thing that is wrong. */
async function withBody<T>(
  context: Context,
  schema: v.GenericSchema<unknown, T>,
  answer: (body: T) => Response | Promise<Response>,
): Promise<Response> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const parsed = v.safeParse(schema, body);
  if (parsed.success) {
    return answer(parsed.output);
  }
  const [issue] = parsed.issues;
  return fail(context, 400, `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}
