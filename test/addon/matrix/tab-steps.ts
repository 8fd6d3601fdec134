/** What happens to tabs, copies, versions and the ledger between runs: steps of a random sequence, and how each is taken. */
import fc from 'fast-check';
import { LISTING_HEADERS } from '../listings.ts';
import type { Fate, QuickSheet } from './quick-sheet.ts';
import { LEDGER_TAB } from './tab-texts.ts';

/** The tabs that rows stand in. */
export const TABS = ['Tab', 'Other'] as const;
type TabName = (typeof TABS)[number];

/** The columns that are edited. */
export const EDITED = ['Description', 'Sale price'] as const;

const WHOLE_TAB = 'A1:Z60';
const CONTENTS = {
  Description: ['A quiet home.', 'A bright home.', 'A large home.'],
  'Sale price': ['$450,000', '$439,000'],
} as const;

const LEDGER_STEPS = ['sort ledger', 'edit line', 'delete line', 'repeat line', 'edit body', 'delete ledger'] as const;

const tab = fc.constantFrom(...TABS);
const pick = fc.nat({ max: 40 });

/** What becomes of the first requests of a run. */
export const fates: fc.Arbitrary<readonly Fate[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom<Fate>('answered', 'answered', 'lost', 'late'), { maxLength: 12 }) },
);

/** A person's steps. */
export const handStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      tab,
      pick,
      header: fc.constantFrom(...EDITED),
      version: fc.nat({ max: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('copy row' as const, 'delete row' as const, 'clear status' as const),
      tab,
      pick,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('sort' as const, 'copy tab' as const), tab }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('restore tab' as const, 'restore file' as const), tab, pick }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(...LEDGER_STEPS),
      pick,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('requests arrive' as const, 'days pass' as const) }),
  },
);
export type HandStep = typeof handStep extends fc.Arbitrary<infer T> ? T : never;

/** What stands in a tab. */
export type Cells = readonly (readonly string[])[];

/** What stands in a tab, numbers without their formats; empty where there is none of that name. */
export function cellsOf({ hands }: QuickSheet, name: string): Cells {
  try {
    const cells = hands.values(name).map((row) => row.map(String));
    return cells.every((row) => row.every((cell) => cell === '')) ? [] : cells;
  } catch {
    return [];
  }
}

/** What stands in all tabs at some time. */
export type Version = Readonly<Record<TabName | typeof LEDGER_TAB, Cells>>;

/** What stands in all tabs now. */
export function versionOf(sheet: QuickSheet): Version {
  return { Tab: cellsOf(sheet, 'Tab'), Other: cellsOf(sheet, 'Other'), [LEDGER_TAB]: cellsOf(sheet, LEDGER_TAB) };
}

function putBack({ hands }: QuickSheet, name: string, cells: Cells): void {
  hands.clear(name, name === LEDGER_TAB ? 'A:B' : WHOLE_TAB);
  if (cells.length > 0) hands.paste(name, 'A1', cells);
}

/** The number of a row below the header, if there is one. */
function rowIn(cells: Cells, number: number): number | undefined {
  return cells.length < 2 ? undefined : 2 + (number % (cells.length - 1));
}

/**
 * Takes a step.
 *
 * @param versions What can be restored.
 */
export function takeHandStep(sheet: QuickSheet, step: HandStep, versions: readonly Version[]): void {
  switch (step.kind) {
    case 'edit':
    case 'copy row':
    case 'delete row':
    case 'clear status':
      changeRow(sheet, step);
      return;
    case 'sort':
      if (cellsOf(sheet, step.tab).length > 2)
        sheet.hands.sort(step.tab, 1 + LISTING_HEADERS.indexOf('Description'), true, 2);
      return;
    case 'copy tab':
      putBack(sheet, step.tab === 'Tab' ? 'Other' : 'Tab', cellsOf(sheet, step.tab));
      return;
    case 'restore tab':
    case 'restore file':
      restore(sheet, step, versions);
      return;
    case 'requests arrive':
      sheet.arrive();
      return;
    case 'days pass':
      sheet.waitDays(12);
      return;
    default:
      changeLedger(sheet, step);
      return;
  }
}

function changeRow(
  sheet: QuickSheet,
  step: Extract<HandStep, { kind: 'edit' | 'copy row' | 'delete row' | 'clear status' }>,
): void {
  const { hands } = sheet;
  const cells = cellsOf(sheet, step.tab);
  const rowNumber = rowIn(cells, step.pick);
  if (rowNumber === undefined) return;
  const place = (header: string) => `${columnLetters(cells[0]?.indexOf(header) ?? -1)}${rowNumber}`;
  switch (step.kind) {
    case 'edit': {
      const contents = CONTENTS[step.header];
      hands.type(step.tab, place(step.header), contents[step.version % contents.length] ?? '');
      return;
    }
    case 'copy row': {
      const other = step.tab === 'Tab' ? 'Other' : 'Tab';
      hands.paste(other, `A${Math.max(2, cellsOf(sheet, other).length + 1)}`, [cells[rowNumber - 1] ?? []]);
      return;
    }
    case 'delete row':
      hands.deleteRows(step.tab, rowNumber, 1);
      return;
    case 'clear status':
      if (cells[0]?.includes('Sync status') === true) hands.clear(step.tab, place('Sync status'));
      return;
    default:
      step satisfies never;
  }
}

function restore(
  sheet: QuickSheet,
  { kind, tab: name, pick: number }: Extract<HandStep, { kind: 'restore tab' | 'restore file' }>,
  versions: readonly Version[],
): void {
  const version = versions[number % versions.length];
  if (version === undefined) return;
  if (kind === 'restore tab') {
    putBack(sheet, name, version[name]);
    return;
  }
  for (const one of TABS) putBack(sheet, one, version[one]);
  if (cellsOf(sheet, LEDGER_TAB).length > 0) putBack(sheet, LEDGER_TAB, version[LEDGER_TAB]);
}

function changeLedger(
  sheet: QuickSheet,
  step: { readonly kind: (typeof LEDGER_STEPS)[number]; readonly pick: number },
): void {
  const { hands } = sheet;
  const ledger = cellsOf(sheet, LEDGER_TAB);
  const line = rowIn(ledger, step.pick);
  if (line === undefined) return;
  const text = ledger[line - 1]?.[0] ?? '';
  switch (step.kind) {
    case 'sort ledger':
      hands.sort(LEDGER_TAB, 1, step.pick % 2 === 0, 2);
      return;
    case 'edit line':
      hands.type(LEDGER_TAB, `A${line}`, text.replace(/[0-4]/, '7'));
      return;
    case 'delete line':
      hands.deleteRows(LEDGER_TAB, line, 1);
      return;
    case 'repeat line':
      hands.paste(LEDGER_TAB, `A${ledger.length + 1}`, [ledger[line - 1] ?? []]);
      return;
    case 'edit body':
      hands.type(LEDGER_TAB, `B${line}`, (ledger[line - 1]?.[1] ?? '').replace('home', 'castle'));
      return;
    case 'delete ledger':
      hands.deleteTab(LEDGER_TAB);
      return;
    default:
      step.kind satisfies never;
  }
}

function columnLetters(columnIndex: number): string {
  const last = String.fromCharCode(65 + (columnIndex % 26));
  return columnIndex < 26 ? last : columnLetters(Math.floor(columnIndex / 26) - 1) + last;
}
