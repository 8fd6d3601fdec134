/** Reads a CSV file into rows of cells, or says in one sentence what is wrong with it. */
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { type Attempt, done, problem } from './attempt.ts';

/** Rows of cells, all equally long. */
export type CsvRows = readonly (readonly string[])[];

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Every way to end a line; a file that was put together from others may use them all. */
const LINE_ENDINGS = ['\r\n', '\n', '\r'];

/** @see https://support.google.com/drive/answer/37603 (a cell holds up to 50,000 characters; read 2026-11-21) */
const LONGEST_CELL_CHARACTERS = 50_000;

/** Reads a file. UTF-8 and UTF-16, any mixture of line endings, and commas, semicolons, tabs or bars between cells are understood. */
export async function readCsvFile(path: string): Promise<Attempt<CsvRows>> {
  try {
    return parseCsv(await readFile(path), path);
  } catch (error) {
    return problem(unreadable(error, path));
  }
}

/** Parses the bytes of a file; `name` is what messages call it. */
export function parseCsv(bytes: Uint8Array, name: string): Attempt<CsvRows> {
  const decoded = decode(bytes, name);
  if (!decoded.ok) return decoded;
  const text = decoded.value;
  if (text.trim() === '') return problem(`${name} is empty.`);
  try {
    const records = parseRecords(text);
    const long = tooLong(records, name);
    return long ?? squareUp(records, name);
  } catch (error) {
    if (error instanceof CsvError) return problem(csvProblem(error, name));
    throw error;
  }
}

/** The text of a file; Excel's *Unicode text* is UTF-16, with a mark at its beginning or without. */
function decode(bytes: Uint8Array, name: string): Attempt<string> {
  const wide = utf16Of(bytes);
  if (wide !== undefined) return done(new TextDecoder(wide).decode(bytes));
  if (bytes.includes(0)) return problem(`${name} is not a CSV file: it holds binary data.`);
  if (!isUtf8(bytes)) return problem(`${name} is not UTF-8 text; save it as "CSV UTF-8" and try again.`);
  return done(new TextDecoder().decode(bytes));
}

/** How many bytes tell whether every second one is 0, as in UTF-16 of Latin letters. */
const TELLING_BYTES = 200;

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const start = bytes.subarray(0, TELLING_BYTES);
  const zerosAt = (parity: number) => start.filter((byte, index) => index % 2 === parity && byte === 0).length;
  const most = start.length / 2;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  if (odd > most * 0.8 && even === 0) return 'utf-16le';
  return even > most * 0.8 && odd === 0 ? 'utf-16be' : undefined;
}

/** A row of the file and the line it ends on, from 1. */
interface CsvRecord {
  readonly cells: readonly string[];
  readonly lineNumber: number;
}

/** How the lines of a file come apart at one delimiter. */
interface Split {
  readonly delimiter: string;
  readonly records: readonly CsvRecord[];
  /** The usual number of cells, and the share of the lines that have it. */
  readonly width: number;
  readonly share: number;
  /** Cells of the first line. */
  readonly headerWidth: number;
}

/**
 * The file at the delimiter that gives most lines the same number of cells; of several such the one that gives the most cells,
 * then the one that the first line uses most.
 */
function parseRecords(text: string): readonly CsvRecord[] {
  const splits = DELIMITERS.flatMap((delimiter) => splitAt(text, delimiter) ?? []).filter(({ width }) => width > 1);
  const [best] = splits.sort(
    (one, other) => other.share - one.share || other.width - one.width || other.headerWidth - one.headerWidth,
  );
  return best?.records ?? recordsAt(text, headerDelimiter(text));
}

/** `undefined` where a quote does not fit: then the delimiter is another one. */
function splitAt(text: string, delimiter: string): Split | undefined {
  if (!text.includes(delimiter)) return undefined;
  try {
    const records = recordsAt(text, delimiter);
    const filled = records.filter(({ cells }) => cells.length > 1);
    const width = usualWidth(filled);
    const share = filled.filter(({ cells }) => cells.length === width).length / records.length;
    return { delimiter, records, width, share, headerWidth: records[0]?.cells.length ?? 0 };
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

function recordsAt(text: string, delimiter: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  parse(text, {
    delimiter,
    bom: true,
    relaxColumnCount: true,
    recordDelimiter: LINE_ENDINGS,
    onRecord: (cells: string[], { lines }: { lines: number }) => {
      records.push({ cells, lineNumber: lines });
      return null;
    },
  });
  return records;
}

/** The delimiter that the first line uses most; a comma when it uses none. */
function headerDelimiter(text: string): string {
  const [firstLine = ''] = text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: firstLine.split(delimiter).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

/** The first cell that no sheet can hold, in a sentence. */
function tooLong(records: readonly CsvRecord[], name: string): Attempt<CsvRows> | undefined {
  for (const [recordIndex, { cells }] of records.entries()) {
    const columnIndex = cells.findIndex((cell) => cell.length > LONGEST_CELL_CHARACTERS);
    if (columnIndex === -1) continue;
    const header = (records[0]?.cells[columnIndex] ?? '').trim();
    const column = recordIndex === 0 || header === '' ? `column ${columnIndex + 1}` : `column “${header}”`;
    const characters = (cells[columnIndex]?.length ?? 0).toLocaleString('en-US');
    return problem(
      `${name}, row ${recordIndex + 1}, ${column}: ${characters} characters, and a cell of Sheets holds 50,000. Shorten the text.`,
    );
  }
  return undefined;
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
