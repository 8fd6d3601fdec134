/** Puts the sheets of a file into the spreadsheet, each as a tab of its own. */
import type { SpreadsheetHands } from '../../apps-script/emulator.ts';
import { columnLetters } from '../column-letters.ts';
import type { FileCell, FileSheet } from './file-sheet.ts';

/** A tab that was made from a sheet. */
export interface AddedTab {
  readonly tabName: string;
  readonly frozenRows: number;
}

const MAX_NAME_CHARACTERS = 90;

/** Adds a tab for each sheet, named like it, and shows the first; answers with what is still to be done for each. */
export function addSheets(hands: SpreadsheetHands, sheets: readonly FileSheet[]): readonly AddedTab[] {
  const added = sheets.map((sheet) => addSheet(hands, sheet));
  const [first] = added;
  if (first !== undefined) {
    hands.activateTab(first.tabName);
  }
  return added;
}

/** The name, or the name with the next number where a tab has it already. */
export function freeName(hands: Pick<SpreadsheetHands, 'snapshot'>, wanted: string): string {
  const name = wanted.trim().slice(0, MAX_NAME_CHARACTERS) || 'Sheet';
  const taken = new Set(hands.snapshot().tabs.map((tab) => tab.name.toLowerCase()));
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) {
    free = `${name} ${number}`;
  }
  return free;
}

function addSheet(hands: SpreadsheetHands, sheet: FileSheet): AddedTab {
  const tabName = freeName(hands, sheet.name);
  hands.addTab(tabName, asTyped(hands, tabName, sheet.rows));
  for (const { a1, numberFormat } of formatsOf(sheet.rows)) {
    hands.setNumberFormat(tabName, a1, numberFormat);
  }
  return { tabName, frozenRows: sheet.frozenRows };
}

/**
 * What to type so that the cells hold what the file says. A text that the spreadsheet would take for something else, as
 * `007` or `=x`, is marked as text with an apostrophe; which ones these are, only the spreadsheet itself can tell.
 */
function asTyped(hands: SpreadsheetHands, tabName: string, rows: FileSheet['rows']): readonly (readonly string[])[] {
  const typed = rows.map((row) => row.map(textOf));
  if (!rows.some((row) => row.some(({ kind }) => kind === 'text'))) {
    return typed;
  }
  hands.addTab(tabName, typed);
  const values = hands.values(tabName);
  hands.deleteTab(tabName);
  return rows.map((row, rowIndex) =>
    row.map((cell, columnIndex) => {
      const text = textOf(cell);
      return cell.kind === 'text' && values[rowIndex]?.[columnIndex] !== text ? `'${text}` : text;
    }),
  );
}

function textOf(cell: FileCell): string {
  switch (cell.kind) {
    case 'blank':
      return '';
    case 'typed':
    case 'text':
      return cell.text;
    case 'number':
      return String(cell.value);
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    default:
      return cell satisfies never;
  }
}

/** The number formats, as runs down each column. */
function formatsOf(rows: FileSheet['rows']): readonly { readonly a1: string; readonly numberFormat: string }[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, columnIndex) => columnIndex).flatMap((columnIndex) => {
    const runs: { first: number; last: number; numberFormat: string }[] = [];
    rows.forEach((row, rowIndex) => {
      const cell = row[columnIndex];
      const numberFormat = cell !== undefined && 'numberFormat' in cell ? cell.numberFormat : undefined;
      const run = runs.at(-1);
      if (numberFormat === undefined) {
        return;
      }
      if (run?.numberFormat === numberFormat && run.last === rowIndex - 1) {
        run.last = rowIndex;
      } else {
        runs.push({ first: rowIndex, last: rowIndex, numberFormat });
      }
    });
    const letters = columnLetters(columnIndex);
    return runs.map(({ first, last, numberFormat }) => ({
      a1: `${letters}${first + 1}:${letters}${last + 1}`,
      numberFormat,
    }));
  });
}
