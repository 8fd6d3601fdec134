/** What people do to a tab while a run is going on, as data, and the hands that do it. */
import type { SpreadsheetHands } from '../../../playground/apps-script/emulator.ts';
import { readLayout, type TabLayout } from './tab-layout.ts';

/** One thing that somebody does. Rows and columns are picked by numbers that count round. */
export type HandChange =
  | { readonly kind: 'sort'; readonly pick: number; readonly isAscending: boolean }
  | { readonly kind: 'insertRows'; readonly pick: number; readonly count: number }
  | { readonly kind: 'insertAboveHeader' }
  | { readonly kind: 'deleteRow'; readonly pick: number }
  | { readonly kind: 'hideRow'; readonly pick: number }
  | { readonly kind: 'filter'; readonly pick: number }
  | { readonly kind: 'moveColumn'; readonly pick: number; readonly before: number }
  | { readonly kind: 'moveOwnColumn'; readonly header: string; readonly before: number }
  | { readonly kind: 'insertColumn'; readonly pick: number }
  | { readonly kind: 'renameTab'; readonly name: string }
  | { readonly kind: 'renameHeader'; readonly name: string }
  | { readonly kind: 'editDescription'; readonly pick: number; readonly version: number }
  | { readonly kind: 'breakCell'; readonly pick: number }
  | { readonly kind: 'withdraw'; readonly pick: number }
  | { readonly kind: 'changeKey'; readonly pick: number }
  | { readonly kind: 'clearStatus'; readonly pick: number }
  /** Copies a whole row, with what the add-on wrote into it, to the end, and edits the copy's description at once. */
  | { readonly kind: 'copyRow'; readonly pick: number }
  | { readonly kind: 'clearFormats' }
  | { readonly kind: 'protectStatus' }
  | { readonly kind: 'deleteOwnColumn'; readonly header: string };

/** The column that no field is fed by, whatever people call it. */
export const LOOSE_HEADERS = ['Office', 'Desk', 'Corner'] as const;

/** The first name of that column. */
export const LOOSE_HEADER = LOOSE_HEADERS[0];

/** Does a change with a person's hands. Nothing is done where the picked row or column is not there. */
export function makeChange(hands: SpreadsheetHands, change: HandChange): void {
  const layout = readLayout(hands.snapshot());
  const { tabName, headerRowNumber, columnCount } = layout;
  const columnNumberAt = (number: number) => (number % columnCount) + 1;
  switch (change.kind) {
    case 'sort':
      hands.sort(tabName, columnNumberAt(change.pick), change.isAscending, headerRowNumber + 1);
      break;
    case 'insertRows':
      hands.insertRows(tabName, pickRow(layout, change.pick), change.count);
      break;
    case 'insertAboveHeader':
      hands.insertRows(tabName, headerRowNumber, 1);
      break;
    case 'deleteRow':
      hands.deleteRows(tabName, pickRow(layout, change.pick), 1);
      break;
    case 'hideRow':
      hands.hideRows(tabName, pickRow(layout, change.pick), 1);
      break;
    case 'filter':
      filterByState(hands, layout, change.pick);
      break;
    case 'moveColumn':
      hands.moveColumns(tabName, columnNumberAt(change.pick), 1, columnNumberAt(change.before));
      break;
    case 'moveOwnColumn':
      moveOwnColumn(hands, layout, change.header, columnNumberAt(change.before));
      break;
    case 'insertColumn':
      hands.insertColumns(tabName, columnNumberAt(change.pick), 1);
      break;
    case 'renameTab':
      hands.renameTab(tabName, change.name);
      break;
    case 'renameHeader':
      renameLooseHeader(hands, layout, change.name);
      break;
    case 'editDescription':
      editDescription(hands, layout, change);
      break;
    case 'breakCell':
      breakCell(hands, layout, change.pick);
      break;
    case 'withdraw':
      typeInto(hands, layout, 'Listing status', change.pick, 'Withdrawn');
      break;
    case 'changeKey':
      changeKey(hands, layout, change.pick);
      break;
    case 'clearStatus':
      clearStatus(hands, layout, change.pick);
      break;
    case 'copyRow':
      copyRow(hands, layout, change.pick);
      break;
    case 'clearFormats':
      hands.setNumberFormat(tabName, `1:${headerRowNumber + layout.lines.length + SPARE_ROWS}`, 'General');
      break;
    case 'protectStatus':
      protectStatus(hands, layout);
      break;
    case 'deleteOwnColumn':
      deleteOwnColumn(hands, layout, change.header);
      break;
    default:
      change satisfies never;
  }
}

/** Rows below the last listing whose formatting is cleared as well. */
const SPARE_ROWS = 20;

/** The number of a row below the header that holds something, or of the one below it where there is none. */
function pickRow({ lines, headerRowNumber }: TabLayout, number: number): number {
  return lines[number % Math.max(1, lines.length)]?.rowNumber ?? headerRowNumber + 1;
}

function moveOwnColumn(
  hands: SpreadsheetHands,
  { tabName, a1Of }: TabLayout,
  header: string,
  beforeColumnNumber: number,
): void {
  const place = a1Of(header);
  if (place !== undefined) hands.moveColumns(tabName, place.columnNumber, 1, beforeColumnNumber);
}

function filterByState(hands: SpreadsheetHands, { tabName, headerRowNumber, a1Of }: TabLayout, number: number): void {
  // A filter is over rows below a header in row 1 only.
  const columnNumber = a1Of('State')?.columnNumber;
  if (headerRowNumber !== 1 || columnNumber === undefined) return;
  hands.filter(tabName, number % 3 === 0 ? undefined : { columnNumber, texts: number % 2 === 0 ? ['IL'] : ['TX'] });
}

function renameLooseHeader(hands: SpreadsheetHands, { tabName, headers, a1Of }: TabLayout, name: string): void {
  const current = LOOSE_HEADERS.find((header) => headers.includes(header));
  const place = current === undefined ? undefined : a1Of(current);
  if (place !== undefined) hands.type(tabName, place.a1, name);
}

function editDescription(
  hands: SpreadsheetHands,
  layout: TabLayout,
  { pick: number, version }: Extract<HandChange, { kind: 'editDescription' }>,
): void {
  const line = layout.lines[number % Math.max(1, layout.lines.length)];
  if (line !== undefined) typeInto(hands, layout, 'Description', number, `${line.token} v${version}`);
}

function typeInto(hands: SpreadsheetHands, layout: TabLayout, header: string, number: number, text: string): void {
  const line = layout.lines[number % Math.max(1, layout.lines.length)];
  const place = line === undefined ? undefined : layout.a1Of(header, line.rowNumber);
  if (place !== undefined) hands.type(layout.tabName, place.a1, text);
}

/** Types what cannot be sent: a number of rooms that is none, or an ID that is none. */
function breakCell(hands: SpreadsheetHands, layout: TabLayout, number: number): void {
  if (layout.keyHeader === 'ID') typeInto(hands, layout, 'ID', number, `many${number}`);
  else typeInto(hands, layout, 'Bedrooms', number, 'many');
}

/** Types a key that the platform does not have. */
function changeKey(hands: SpreadsheetHands, layout: TabLayout, number: number): void {
  typeInto(hands, layout, layout.keyHeader, number, layout.keyHeader === 'ID' ? `9${number}` : `NEW${number}`);
}

function clearStatus(hands: SpreadsheetHands, layout: TabLayout, number: number): void {
  const place = layout.a1Of('Sync status', pickRow(layout, number));
  if (place !== undefined) hands.clear(layout.tabName, place.a1);
}

function protectStatus(hands: SpreadsheetHands, { tabName, a1Of }: TabLayout): void {
  const letters = a1Of('Sync status')?.a1.replace(/\d+/g, '');
  if (letters !== undefined) hands.protect(tabName, `${letters}:${letters}`, { evenOwner: true });
}

function copyRow(hands: SpreadsheetHands, { tabName, headers, lines }: TabLayout, number: number): void {
  const line = lines[number % Math.max(1, lines.length)];
  const cells = hands.snapshot().tabs.find((tab) => tab.name === tabName)?.cells ?? [];
  const original = cells[(line?.rowNumber ?? 0) - 1];
  if (line === undefined || original === undefined) return;
  const tokens = new Set(lines.map(({ token }) => token));
  let token = `${line.token}c`;
  while (tokens.has(token)) token += 'c';
  const descriptionIndex = headers.indexOf('Description');
  const copy = original.map(({ input }, columnIndex) => (columnIndex === descriptionIndex ? `${token} v1` : input));
  hands.paste(tabName, `A${cells.length + 1}`, [copy]);
}

function deleteOwnColumn(hands: SpreadsheetHands, { tabName, a1Of }: TabLayout, header: string): void {
  const place = a1Of(header);
  if (place !== undefined) hands.deleteColumns(tabName, place.columnNumber, 1);
}
