/** Where things stand on the tab right now, whatever people have moved, and what each row of listings or of a chatbot says. */
import type { SpreadsheetSnapshot } from '../../../playground/apps-script/emulator.ts';
import { LOG_TAB } from './tab-texts.ts';

/** A row that holds a listing, or the text of a chatbot. */
export interface RowLine {
  readonly rowNumber: number;
  /** What the row is known by to the test, whatever its key is: the beginning of its description. */
  readonly token: string;
  readonly description: string;
  /** The MLS number, or the ID of a chatbot row. */
  readonly key: string;
  readonly listingStatus: string;
  readonly bedrooms: string;
  readonly status: string;
  readonly detail: string;
}

/** What heads the keys: of listings, and of chatbot rows. */
export type KeyHeader = 'MLS number' | 'ID';

/** The tab as it stands. */
export interface TabLayout {
  readonly tabName: string;
  readonly headerRowNumber: number;
  readonly headers: readonly string[];
  readonly columnCount: number;
  readonly keyHeader: KeyHeader;
  readonly lines: readonly RowLine[];
  /** The cell of a column in a row, the header's own by default; `undefined` when there is no such column. */
  a1Of(header: string, rowNumber?: number): { readonly a1: string; readonly columnNumber: number } | undefined;
}

/** Reads the only tab that is not the log. */
export function readLayout({ tabs }: SpreadsheetSnapshot): TabLayout {
  const tab = tabs.find((candidate) => candidate.name !== LOG_TAB);
  if (tab === undefined) throw new Error('The tab is gone.');
  const rows = tab.cells.map((row) => row.map((cell) => cell.text));
  const headerIndex = rows.findIndex((row) => row.includes('Description'));
  const headers = rows[headerIndex] ?? [];
  const headerRowNumber = headerIndex + 1;
  const keyHeader = headers.includes('ID') ? 'ID' : 'MLS number';
  return {
    tabName: tab.name,
    headerRowNumber,
    headers,
    columnCount: headers.length,
    keyHeader,
    lines: rows.flatMap((row, rowIndex) =>
      rowIndex > headerIndex ? readLine(row, rowIndex + 1, headers, keyHeader) : [],
    ),
    a1Of: (header, rowNumber = headerRowNumber) => {
      const columnIndex = headers.indexOf(header);
      if (columnIndex === -1) return undefined;
      return { a1: `${columnLetters(columnIndex)}${rowNumber}`, columnNumber: columnIndex + 1 };
    },
  };
}

function readLine(
  row: readonly string[],
  rowNumber: number,
  headers: readonly string[],
  keyHeader: KeyHeader,
): readonly RowLine[] {
  const text = (header: string) => row[headers.indexOf(header)] ?? '';
  const description = text('Description');
  const [token = ''] = description.split(' ');
  if (token === '') return [];
  return [
    {
      rowNumber,
      token,
      description,
      key: text(keyHeader),
      listingStatus: text('Listing status'),
      bedrooms: text('Bedrooms'),
      status: text('Sync status'),
      detail: text('Sync detail'),
    },
  ];
}

function columnLetters(columnIndex: number): string {
  const last = String.fromCharCode(65 + (columnIndex % 26));
  return columnIndex < 26 ? last : `${columnLetters(Math.floor(columnIndex / 26) - 1)}${last}`;
}
