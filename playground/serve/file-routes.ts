/** The routes of the File menu: a file becomes tabs, the tab on screen becomes a file, and a tab to start with. */
import type { Hono } from 'hono';
import * as v from 'valibot';
import { STARTER_COLUMNS, STARTER_TAB_NAME } from '../demo/starter-tab.ts';
import type { PlaygroundCore } from './create-playground.ts';
import { addSheets, freeName } from './files/add-sheets.ts';
import { readFileSheets } from './files/read-file.ts';
import { csvOf, MEDIA_TYPES, xlsxOf } from './files/write-file.ts';
import { fail } from './route-error.ts';
import { choicesOf, freezeRows, furnishTab } from './sheet-scripts.ts';
import { DOWNLOAD_KINDS, type FileAnswer } from './wire.ts';

const cellSchema = v.object({
  tab: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  cell: v.pipe(v.string(), v.regex(/^[A-Z]{1,3}\d{1,7}$/)),
});

/** Adds the routes. */
export function addFileRoutes(app: Hono, playground: PlaygroundCore): void {
  app.post('/api/open/:fileName', async (context) => {
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const read = await readFileSheets(context.req.param('fileName'), bytes);
    if (!read.ok) {
      return context.json({ problem: read.message } satisfies FileAnswer);
    }
    const { emulator } = playground.session;
    const added = addSheets(emulator.hands, read.value);
    for (const { tabName, frozenRows } of added.filter((tab) => tab.frozenRows > 0)) {
      await freezeRows(emulator, tabName, frozenRows);
    }
    return context.json({} satisfies FileAnswer);
  });
  app.post('/api/listings-tab', async (context) => {
    const { emulator } = playground.session;
    const tabName = freeName(emulator.hands, STARTER_TAB_NAME);
    const rows = [STARTER_COLUMNS.map(({ header }) => header), STARTER_COLUMNS.map(({ example }) => example)];
    emulator.hands.addTab(tabName, rows);
    await furnishTab(emulator, tabName, STARTER_COLUMNS);
    emulator.hands.select(tabName, ['A2']);
    return context.json({});
  });
  app.get('/api/choices', async (context) => {
    const parsed = v.safeParse(cellSchema, context.req.query());
    if (!parsed.success) {
      return fail(context, 400, 'Which cell is meant?');
    }
    const { tab, cell } = parsed.output;
    return context.json(await choicesOf(playground.session.emulator, tab, cell));
  });
  for (const kind of DOWNLOAD_KINDS) {
    app.get(`/api/download/${kind}`, async (context) => {
      const { emulator } = playground.session;
      const { tabs, activeTabId } = emulator.hands.snapshot();
      const tab = tabs.find(({ tabId }) => tabId === activeTabId);
      if (tab === undefined) {
        return fail(context, 404, 'There is no tab on screen.');
      }
      const bytes = kind === 'csv' ? csvOf(tab) : await xlsxOf(emulator, tab.name);
      return context.body(new Uint8Array(bytes), 200, {
        'content-type': MEDIA_TYPES[kind],
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${tab.name}.${kind}`)}`,
      });
    });
  }
}
