/** Reads back from the sheet what became of every row, as a person would see it. */
import type { TabSnapshot } from '../apps-script/emulator.ts';
import type { Mapping } from './add-on.ts';

/** What became of one row. */
export interface RowOutcome {
  /** As Sheets counts, from 1. */
  readonly rowNumber: number;
  /** The row's key, or its first text. */
  readonly label: string;
  readonly status: string;
  readonly detail: string;
}

/** The texts of a tab as shown, every row as long as the longest. */
export function textsOf(tab: TabSnapshot): readonly (readonly string[])[] {
  const width = Math.max(0, ...tab.cells.map((row) => row.length));
  return tab.cells.map((row) => Array.from({ length: width }, (_unused, index) => row[index]?.text ?? ''));
}

/** The rows below the header that have a status, in the sheet's order. */
export function rowOutcomes(
  texts: readonly (readonly string[])[],
  headerRowNumber: number,
  labelHeaders: readonly string[],
): readonly RowOutcome[] {
  const headers = texts[headerRowNumber - 1] ?? [];
  const cellOf = (row: readonly string[], header: string) => row[headers.indexOf(header)] ?? '';
  return texts
    .map((row, rowIndex) => ({
      rowNumber: rowIndex + 1,
      label: labelOf(
        row,
        labelHeaders.map((header) => cellOf(row, header)),
      ),
      status: cellOf(row, 'Sync status'),
      detail: cellOf(row, 'Sync detail'),
    }))
    .filter(({ rowNumber, status }) => rowNumber > headerRowNumber && status !== '');
}

/** The headers whose cells identify a row, the most telling first. */
export function labelHeadersOf(mapping: Mapping, action: string): readonly string[] {
  if (action === 'push') return ['ID'];
  const fields = mapping.settings.keyTypes.map((keyType) => FIELD_BY_KEY_TYPE.get(keyType));
  return fields.flatMap((name) => mapping.fields.find(({ field }) => field === name)?.source?.header ?? []);
}

const FIELD_BY_KEY_TYPE: ReadonlyMap<string, string> = new Map([
  ['MLSNumber', 'MLSNumber'],
  ['URL', 'Url'],
  ['NewOaks', 'Key'],
]);

function labelOf(row: readonly string[], keys: readonly string[]): string {
  return [...keys, ...row].find((text) => text.trim() !== '') ?? '';
}
