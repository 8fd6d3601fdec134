/** What people do to a tab while a run is going on, as data, and the hands that do it. */
import fc from 'fast-check';
import type { SpreadsheetHands } from '../../../playground/apps-script/emulator.ts';
import { readLayout, type TabLayout } from './tab-layout.ts';
import { OWN_HEADERS } from './tab-texts.ts';

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
  | { readonly kind: 'protectStatus' };

/** The column that no field is fed by, whatever people call it. */
const LOOSE_HEADERS = ['Office', 'Desk', 'Corner'] as const;

/** The first name of that column. */
export const LOOSE_HEADER = LOOSE_HEADERS[0];

const pick = fc.nat({ max: 40 });

/** Any change; protecting is rarer, because it ends the run. */
export const handChange: fc.Arbitrary<HandChange> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('sort' as const), pick, isAscending: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('insertRows' as const), pick, count: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('insertAboveHeader' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('deleteRow' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hideRow' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('filter' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('moveColumn' as const), pick, before: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('moveOwnColumn' as const),
      header: fc.constantFrom(...OWN_HEADERS),
      before: pick,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('insertColumn' as const), pick }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('renameTab' as const), name: fc.constantFrom('Spring', '=1+1') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('renameHeader' as const), name: fc.constantFrom(...LOOSE_HEADERS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('editDescription' as const),
      pick,
      version: fc.integer({ min: 2, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('breakCell' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('changeKey' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clearStatus' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('protectStatus' as const) }) },
);

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
      typeInto(hands, layout, 'Bedrooms', change.pick, 'many');
      break;
    case 'withdraw':
      typeInto(hands, layout, 'Listing status', change.pick, 'Withdrawn');
      break;
    case 'changeKey':
      typeInto(hands, layout, 'MLS number', change.pick, `NEW${change.pick}`);
      break;
    case 'clearStatus':
      clearStatus(hands, layout, change.pick);
      break;
    case 'protectStatus':
      protectStatus(hands, layout);
      break;
    default:
      change satisfies never;
  }
}

/** The number of a row below the header that holds a listing, or of the one below it where there is none. */
function pickRow({ listings, headerRowNumber }: TabLayout, number: number): number {
  return listings[number % Math.max(1, listings.length)]?.rowNumber ?? headerRowNumber + 1;
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
  const listing = layout.listings[number % Math.max(1, layout.listings.length)];
  if (listing !== undefined) typeInto(hands, layout, 'Description', number, `${listing.token} v${version}`);
}

function typeInto(hands: SpreadsheetHands, layout: TabLayout, header: string, number: number, text: string): void {
  const listing = layout.listings[number % Math.max(1, layout.listings.length)];
  const place = listing === undefined ? undefined : layout.a1Of(header, listing.rowNumber);
  if (place !== undefined) hands.type(layout.tabName, place.a1, text);
}

function clearStatus(hands: SpreadsheetHands, layout: TabLayout, number: number): void {
  const place = layout.a1Of('Sync status', pickRow(layout, number));
  if (place !== undefined) hands.clear(layout.tabName, place.a1);
}

function protectStatus(hands: SpreadsheetHands, { tabName, a1Of }: TabLayout): void {
  const letters = a1Of('Sync status')?.a1.replace(/\d+/g, '');
  if (letters !== undefined) hands.protect(tabName, `${letters}:${letters}`, { evenOwner: true });
}
