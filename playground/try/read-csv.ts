/** Reads a CSV file into rows of cells, or says in one sentence what is wrong with it. */
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { type Attempt, done, problem } from './attempt.ts';

/** Rows of cells, all equally long. */
export type CsvRows = readonly (readonly string[])[];

const DELIMITERS = [',', ';', '\t'] as const;

/** Reads a file. A byte order mark, any line ending and commas, semicolons or tabs between cells are understood. */
export async function readCsvFile(path: string): Promise<Attempt<CsvRows>> {
  try {
    return parseCsv(await readFile(path), path);
  } catch (error) {
    return problem(unreadable(error, path));
  }
}

/** Parses the bytes of a file; `name` is what messages call it. */
export function parseCsv(bytes: Uint8Array, name: string): Attempt<CsvRows> {
  if (bytes.includes(0)) return problem(`${name} is not a CSV file: it holds binary data.`);
  if (!isUtf8(bytes)) return problem(`${name} is not UTF-8 text; save it as "CSV UTF-8" and try again.`);
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') return problem(`${name} is empty.`);
  try {
    return squareUp(parseRecords(text), name);
  } catch (error) {
    if (error instanceof CsvError) return problem(csvProblem(error, name));
    throw error;
  }
}

/** A row of the file and the line it ends on, from 1. */
interface CsvRecord {
  readonly cells: readonly string[];
  readonly lineNumber: number;
}

function parseRecords(text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  parse(text, {
    delimiter: delimiterOf(text),
    relaxColumnCount: true,
    onRecord: (cells: string[], { lines }: { lines: number }) => {
      records.push({ cells, lineNumber: lines });
      return null;
    },
  });
  return records;
}

/** The delimiter that the first line uses most; a comma when it uses none. */
function delimiterOf(text: string): string {
  const [firstLine = ''] = text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: firstLine.split(delimiter).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

/**
 * Pads short rows, as a notice or title line is one cell only. A row that is longer than most is refused: its cells
 * would land under the wrong headers.
 */
function squareUp(records: readonly CsvRecord[], name: string): Attempt<CsvRows> {
  const width = usualWidth(records);
  const ragged = records.find(({ cells }) => cells.slice(width).some((cell) => cell.trim() !== ''));
  if (ragged !== undefined) {
    return problem(
      `${name}, line ${ragged.lineNumber}: ${ragged.cells.length} cells where most lines have ${width}; a text with the separator in it needs quotes around it.`,
    );
  }
  return done(records.map(({ cells }) => Array.from({ length: width }, (_unused, index) => cells[index] ?? '')));
}

/** The most frequent number of cells; of equally frequent ones the first that occurs. */
function usualWidth(records: readonly CsvRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width = 0] = [...counts.entries()].reduce((best, next) => (next[1] > best[1] ? next : best));
  return width;
}

function csvProblem(error: CsvError, name: string): string {
  const line = typeof error.lines === 'number' ? `, line ${error.lines}` : '';
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `${name}: a quote is opened and never closed.`;
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return `${name}${line}: a quote stands inside a cell; write it twice ("") and put quotes around the cell.`;
    default:
      return `${name}${line}: this is not CSV (${error.message}).`;
  }
}

function unreadable(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return `There is no file ${path}.`;
  if (code === 'EISDIR') return `${path} is a folder, not a CSV file.`;
  if (code === 'EACCES') return `${path} may not be read.`;
  throw error;
}
