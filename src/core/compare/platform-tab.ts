/** The tab `Platform listings`: what a comparison has found, a line for each difference, under the documents' own names. */
import { FIELDS, type FieldName, fieldDefinition, isFieldName } from '../listing/fields.ts';
import type { CellValue } from '../sheet/table.ts';
import { clipText } from '../terms/clip-text.ts';
import { count } from '../words/counts.ts';
import type { Comparison, Difference } from './compare-listings.ts';

/** The tab's name. */
export const PLATFORM_TAB_NAME = 'Platform listings';

/** What stands before the listing's own columns. None of them is a word for a field. */
const FIRST_HEADERS = ['Comparison', 'Differs in', 'Row compared'] as const;

/** Most characters of a cell, below what Sheets allows; a longer text is cut. */
export const LONGEST_CELL = 49_000;

/** A cell: texts stay texts, whatever they begin with. */
export type PlatformCell = string | number;

/** Whether a header row is that of the tab. */
export function isPlatformHeader(headers: readonly string[]): boolean {
  return FIRST_HEADERS.every((header, index) => headers[index] === header);
}

/** Header and lines of the tab; what the tab says of each listing is as the platform says it. */
export function platformTable(
  { differences }: Comparison,
  tabName: string,
): { readonly headers: readonly string[]; readonly lines: readonly (readonly PlatformCell[])[] } {
  const others = FIELDS.map(({ name }) => name).filter(
    (name) => !ALWAYS.includes(name) && !NEVER.includes(name) && differences.some(({ values }) => name in values),
  );
  const fields = [...ALWAYS, ...others];
  const inOrder = [...differences].sort((one, other) => placeOf(one) - placeOf(other));
  const lines = inOrder.map((difference) => [
    ...firstCells(difference, tabName),
    ...fields.map((field) => platformCell(difference.values[field])),
  ]);
  return { headers: [...FIRST_HEADERS, ...fields], lines };
}

/** By which people know a listing, first. */
const ALWAYS: readonly FieldName[] = ['Key', 'MLSNumber', 'Url', 'Address', 'City', 'Status', 'SalePrice', 'RentPrice'];
const NEVER: readonly FieldName[] = ['SerialNumber', 'KeyType'];
const ORDER: readonly Difference['kind'][] = ['onlyThere', 'isOver', 'differs', 'ambiguous', 'onlyHere'];

/** What is at home in another tab comes last: nobody has to do anything about it here. */
function placeOf(difference: Difference): number {
  const isElsewhere = difference.kind === 'onlyThere' && difference.inTab !== undefined;
  return isElsewhere ? ORDER.length : ORDER.indexOf(difference.kind);
}

/** Whether a line of the tab may be deleted from there, by its first cell: no other row of the file wants the listing. */
export function mayGo(comparison: string): boolean {
  return mayBeCopied(comparison) || comparison === 'Over here';
}

/** Whether a line of the tab may become a row of the tab that was compared, by its first cell. */
export function mayBeCopied(comparison: string): boolean {
  return comparison === 'Only there';
}

/** What a line of the tab says of its listing. */
export type PlatformLine = { readonly [Name in FieldName]?: PlatformCell };

/** A line as it stands in the tab, by its headers; columns that people have added are nothing of the platform's. */
export function platformLine(headers: readonly string[], cells: readonly CellValue[]): PlatformLine {
  const line: { [Name in FieldName]?: PlatformCell } = {};
  for (const [columnIndex, header] of headers.entries()) {
    const cell = cells[columnIndex];
    if (!isFieldName(header) || line[header] !== undefined) continue;
    if (typeof cell === 'number' || (typeof cell === 'string' && cell.trim() !== '')) line[header] = cell;
  }
  return line;
}

function firstCells(difference: Difference, tabName: string): readonly string[] {
  switch (difference.kind) {
    case 'onlyThere':
      return difference.inTab === undefined
        ? ['Only there', '', '']
        : ['In another tab', '', `In “${difference.inTab}”`];
    case 'onlyHere':
      return ['Only here', '', rowWords(difference.rowNumber, tabName)];
    case 'differs': {
      const labels = difference.fields.map((field) => fieldDefinition(field).label).join(', ');
      return ['Differs', labels, rowWords(difference.rowNumber, tabName)];
    }
    case 'isOver':
      return ['Over here', 'The row asks for a delete', rowWords(difference.rowNumber, tabName)];
    case 'ambiguous':
      return [
        'Ambiguous',
        'More than one has the key',
        difference.rowNumbers.map((rowNumber) => rowWords(rowNumber, tabName)).join(', '),
      ];
    default:
      return difference satisfies never;
  }
}

function rowWords(rowNumber: number, tabName: string): string {
  return `Row ${rowNumber} of “${tabName}”`;
}

/** How a value stands in the tab. */
export function platformCell(value: unknown): PlatformCell {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return clip(value.join('\n'));
  return clip(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

function clip(text: string): string {
  return clipText(text, LONGEST_CELL);
}

/** How many differences of each kind there are, for people. */
export interface ComparisonCounts {
  readonly onlyThere: number;
  readonly inOtherTabs: number;
  readonly onlyHere: number;
  /** Differing fields, or a row that asks for a delete. */
  readonly differs: number;
  readonly ambiguous: number;
  readonly same: number;
  readonly notCompared: number;
}

/** Counts what was found. */
export function comparisonCounts({ differences, same, notCompared }: Comparison): ComparisonCounts {
  const of = (...kinds: readonly Difference['kind'][]) => differences.filter(({ kind }) => kinds.includes(kind)).length;
  const inOtherTabs = differences.filter((one) => one.kind === 'onlyThere' && one.inTab !== undefined).length;
  return {
    onlyThere: of('onlyThere') - inOtherTabs,
    inOtherTabs,
    onlyHere: of('onlyHere'),
    differs: of('differs', 'isOver'),
    ambiguous: of('ambiguous'),
    same,
    notCompared,
  };
}

/** What was found in sentences, the most telling first. */
export function comparisonWords(comparison: Comparison, listed: number): readonly string[] {
  const counts = comparisonCounts(comparison);
  const said = (howMany: number, words: string) => (howMany === 0 ? [] : [`${count(howMany, 'listing')} ${words}.`]);
  return [
    `The platform lists ${count(listed, 'listing')}, ${counts.same.toLocaleString('en-US')} of them without a difference to this tab.`,
    ...said(counts.onlyThere, 'only there'),
    ...said(counts.inOtherTabs, 'in another tab of this file'),
    ...said(counts.differs, 'different'),
    ...said(counts.ambiguous, 'ambiguous: more than one has the same key'),
    ...said(counts.onlyHere, 'only here'),
    ...(counts.notCompared === 0
      ? []
      : [`${count(counts.notCompared, 'row')} not compared: no key, or not to be sent.`]),
    ...(comparison.isComplete
      ? []
      : ['The platform did not bring all of its listings, so what is only here cannot be told.']),
  ];
}
