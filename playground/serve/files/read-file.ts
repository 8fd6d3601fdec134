/** Reads a CSV or XLSX file into sheets, or says in one sentence why it cannot be opened. */
import { type Attempt, done, problem } from '../../try/attempt.ts';
import { parseCsv } from '../../try/read-csv.ts';
import { MAX_FILE_BYTES } from '../wire.ts';
import type { FileSheet } from './file-sheet.ts';
import { readXlsxSheets } from './read-xlsx.ts';

/** Cells that a file may have: about what a page and the emulator bear at ease. */
const MAX_CELLS = 500_000;

/** Reads a file by what is in it; `name` is what messages and a CSV file's tab call it. */
export async function readFileSheets(name: string, bytes: Uint8Array): Promise<Attempt<readonly FileSheet[]>> {
  if (bytes.length > MAX_FILE_BYTES) {
    return problem(`${name} is larger than ${MAX_FILE_BYTES / 1_000_000} MB; open a part of it.`);
  }
  if (isOldExcel(bytes)) {
    return problem(
      `${name} is locked with a password or an Excel file from before 2007; save it as XLSX without a password.`,
    );
  }
  const read = isZip(bytes) ? await readXlsxSheets(name, bytes) : readCsvSheet(name, bytes);
  return read.ok ? refuseTooMany(name, read.value) : read;
}

/** @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3.7 "Local file header" (read 2026-11-29) */
function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

/**
 * The container of XLS files, and of XLSX files with a password.
 *
 * @see https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-cfb/ "Compound File Header" (read 2026-11-29)
 */
function isOldExcel(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Sheets reads the cells of a CSV file as if they were typed, unless one asks it not to. */
function readCsvSheet(name: string, bytes: Uint8Array): Attempt<readonly FileSheet[]> {
  const parsed = parseCsv(bytes, name);
  if (!parsed.ok) {
    return parsed;
  }
  const rows = parsed.value.map((row) => row.map((text) => ({ kind: 'typed' as const, text })));
  return done([{ name: name.replace(/\.[^.]*$/, ''), rows, frozenRows: 0 }]);
}

function refuseTooMany(name: string, sheets: readonly FileSheet[]): Attempt<readonly FileSheet[]> {
  const count = sheets.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.length, 0), 0);
  if (count > MAX_CELLS) {
    const [cells, most] = [count, MAX_CELLS].map((number) => number.toLocaleString('en-US'));
    return problem(`${name} has ${cells} cells; the playground opens files of up to ${most}.`);
  }
  return done(sheets);
}
