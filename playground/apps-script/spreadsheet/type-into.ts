/** Puts something into a cell as if typed by hand, and says what Sheets would refuse. */

import { columnLetters } from '../formula/column-letters.ts';
import { ServiceException } from '../machine/service-exception.ts';
import { type Cell, type Slot, slotOf, without } from './cell.ts';
import { isDateFormat, isTextFormat } from './number-format.ts';
import { parseTyped } from './parse-typed.ts';
import { serialOf } from './serial-date.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import type { CellInput, ValidationRule } from './writes.ts';

/** Characters a cell may hold. @see https://support.google.com/drive/answer/37603 (read 2026-11-21) */
const MAX_CELL_CHARACTERS = 50_000;

/** The parts that new content replaces. */
export const CONTENT_PARTS = ['value', 'formula', 'isQuoted'] as const;

/** What a cell holds after an input; its formats, note and rules stay. */
export function typeInto(spreadsheet: Spreadsheet, cell: Cell, input: CellInput): Slot {
  const bare = cell.value === undefined && cell.formula === undefined ? cell : without(cell, CONTENT_PARTS);
  if (input instanceof Date) return typeDate(spreadsheet, bare, input);
  if (typeof input !== 'string') return slotOf({ ...bare, value: input });
  if (isTextFormat(cell.numberFormat)) return slotOf(input === '' ? bare : { ...bare, value: input });
  const typed = parseTyped(input, spreadsheet.locale, yearNow(spreadsheet));
  switch (typed.kind) {
    case 'empty':
      return slotOf(bare);
    case 'formula':
      return { ...bare, formula: typed.formula };
    case 'quoted':
      return { ...bare, value: typed.text, isQuoted: true };
    case 'value':
      return slotOf(withFormat({ ...bare, value: typed.value }, typed.numberFormat));
    default:
      return typed satisfies never;
  }
}

function typeDate(spreadsheet: Spreadsheet, cell: Cell, date: Date): Slot {
  if (Number.isNaN(date.getTime())) return slotOf({ ...cell, value: 'Invalid Date' });
  const serial = serialOf(spreadsheet.zone.wallMsAt(date.getTime()));
  const { dateFormat, timeFormat } = spreadsheet.locale;
  return slotOf(withFormat({ ...cell, value: serial }, serial % 1 === 0 ? dateFormat : `${dateFormat} ${timeFormat}`));
}

/** A typed date or amount brings its format along unless the cell already shows that kind of thing. */
function withFormat(cell: Cell, implied: string | undefined): Cell {
  if (implied === undefined) return cell;
  const { numberFormat } = cell;
  const isFree = numberFormat === undefined || /^general$/i.test(numberFormat);
  return isFree || isDateFormat(numberFormat) !== isDateFormat(implied) ? { ...cell, numberFormat: implied } : cell;
}

function yearNow(spreadsheet: Spreadsheet): number {
  return new Date(spreadsheet.zone.wallMsAt(spreadsheet.nowMs())).getUTCFullYear();
}

/** Throws if an input is too long for a cell. */
export function refuseTooLong(input: CellInput): void {
  if (typeof input !== 'string' || input.length <= MAX_CELL_CHARACTERS) return;
  throw new ServiceException(
    `Your input contains more than the maximum of ${MAX_CELL_CHARACTERS} characters in a single cell.`,
  );
}

/** Throws if the cell's own rule rejects an input. */
export function refuseInvalid(
  { ruleRefusal }: Pick<Spreadsheet, 'ruleRefusal'>,
  rule: ValidationRule | null | undefined,
  input: CellInput,
  rowNumber: number,
  columnNumber: number,
): void {
  if (!rule?.doesReject || input === '' || rule.allowedTexts.includes(String(input))) return;
  const help = rule.helpText ?? `Please enter one of the following values: ${rule.allowedTexts.join(', ')}.`;
  const cellName = `${columnLetters(columnNumber)}${rowNumber}`;
  const words: Readonly<Record<typeof ruleRefusal, string>> = {
    'in English': `The data you entered in cell ${cellName} violates the data validation rules set on this cell. ${help}`,
    'in another language': `Die Daten, die Sie in Zelle ${cellName} eingegeben haben, verstoßen gegen die Regeln zur Datenvalidierung. ${help}`,
    'in the words of the rule': help,
  };
  throw new ServiceException(words[ruleRefusal]);
}
