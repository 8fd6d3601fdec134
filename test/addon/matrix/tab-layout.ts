/** Where things stand on the tab of listings right now, whatever people have moved, and what each listing's row says. */
import type { SpreadsheetSnapshot } from '../../../playground/apps-script/emulator.ts';
import { LOG_TAB } from './tab-texts.ts';

/** A row that holds a listing. */
export interface ListingLine {
  readonly rowNumber: number;
  /** What the row is known by to the test, whatever its key is: the beginning of its description. */
  readonly token: string;
  readonly description: string;
  readonly mlsNumber: string;
  readonly listingStatus: string;
  readonly bedrooms: string;
  readonly status: string;
}

/** The tab as it stands. */
export interface TabLayout {
  readonly tabName: string;
  readonly headerRowNumber: number;
  readonly headers: readonly string[];
  readonly columnCount: number;
  readonly listings: readonly ListingLine[];
  /** The cell of a column in a row, the header's own by default; `undefined` when there is no such column. */
  a1Of(header: string, rowNumber?: number): { readonly a1: string; readonly columnNumber: number } | undefined;
}

/** Reads the only tab that is not the log. */
export function readLayout({ tabs }: SpreadsheetSnapshot): TabLayout {
  const tab = tabs.find((candidate) => candidate.name !== LOG_TAB);
  if (tab === undefined) throw new Error('The tab is gone.');
  const rows = tab.cells.map((row) => row.map((cell) => cell.text));
  const headerIndex = rows.findIndex((row) => row.includes('MLS number'));
  const headers = rows[headerIndex] ?? [];
  const headerRowNumber = headerIndex + 1;
  return {
    tabName: tab.name,
    headerRowNumber,
    headers,
    columnCount: headers.length,
    listings: rows.flatMap((row, rowIndex) => (rowIndex > headerIndex ? readLine(row, rowIndex + 1, headers) : [])),
    a1Of: (header, rowNumber = headerRowNumber) => {
      const columnIndex = headers.indexOf(header);
      if (columnIndex === -1) return undefined;
      return { a1: `${columnLetters(columnIndex)}${rowNumber}`, columnNumber: columnIndex + 1 };
    },
  };
}

function readLine(row: readonly string[], rowNumber: number, headers: readonly string[]): readonly ListingLine[] {
  const text = (header: string) => row[headers.indexOf(header)] ?? '';
  const description = text('Description');
  const [token = ''] = description.split(' ');
  if (token === '') return [];
  return [
    {
      ...{ rowNumber, token, description, mlsNumber: text('MLS number') },
      ...{ listingStatus: text('Listing status'), bedrooms: text('Bedrooms'), status: text('Sync status') },
    },
  ];
}

function columnLetters(columnIndex: number): string {
  const last = String.fromCharCode(65 + (columnIndex % 26));
  return columnIndex < 26 ? last : `${columnLetters(Math.floor(columnIndex / 26) - 1)}${last}`;
}
