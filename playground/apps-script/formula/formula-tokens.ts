/** Formulas cut into tokens: the form in which they are parsed and in which their references are shifted. */
import { columnNumberOf } from './column-letters.ts';

/** A reference to a cell, or to the corner of a range; a part may be missing in `A:A` and `3:5`. */
export interface CellReference {
  /** Name of another tab, if the reference names one. */
  readonly tabName?: string;
  readonly columnNumber?: number;
  readonly rowNumber?: number;
  readonly isColumnFixed: boolean;
  readonly isRowFixed: boolean;
}

/** One token of a formula. `text` is as written, so that all tokens together are the formula again. */
export type FormulaToken =
  | { readonly kind: 'space'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly value: number }
  | { readonly kind: 'string'; readonly text: string; readonly value: string }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'reference'; readonly text: string; readonly from: CellReference; readonly to?: CellReference }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'operator'; readonly text: string };

const CORNER = String.raw`\$?[A-Za-z]{1,3}\$?\d+`;
const RANGE = String.raw`(?:${CORNER}:${CORNER}|${CORNER}:\$?[A-Za-z]{1,3}|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+|${CORNER})`;
const REFERENCE = new RegExp(String.raw`^((?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?(${RANGE})(?![\w(.])`);
const CORNER_PARTS = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/;

/** Cuts a formula (without its `=`); `undefined` if some character fits nowhere. */
export function tokenizeFormula(source: string, decimal: '.' | ','): readonly FormulaToken[] | undefined {
  const tokens: FormulaToken[] = [];
  let rest = source;
  while (rest !== '') {
    const token = readToken(rest, decimal);
    if (token === undefined) return undefined;
    tokens.push(token);
    rest = rest.slice(token.text.length);
  }
  return tokens;
}

function readToken(rest: string, decimal: '.' | ','): FormulaToken | undefined {
  return readReference(rest) ?? readLiteral(rest, decimal) ?? readWord(rest);
}

function readLiteral(rest: string, decimal: '.' | ','): FormulaToken | undefined {
  const number = (
    decimal === '.' ? /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/ : /^(?:\d+(?:,\d+)?|,\d+)(?:[eE][+-]?\d+)?/
  ).exec(rest)?.[0];
  if (number !== undefined) return { kind: 'number', text: number, value: Number(number.replace(',', '.')) };
  const string = /^"((?:[^"]|"")*)"/.exec(rest);
  if (string !== null) return { kind: 'string', text: string[0], value: (string[1] ?? '').replaceAll('""', '"') };
  const error = /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|ERROR!)/i.exec(rest)?.[0];
  return error === undefined ? undefined : { kind: 'error', text: error };
}

function readWord(rest: string): FormulaToken | undefined {
  const space = /^\s+/.exec(rest)?.[0];
  if (space !== undefined) return { kind: 'space', text: space };
  const name = /^[A-Za-z_][\w.]*/.exec(rest)?.[0];
  if (name !== undefined) return { kind: 'name', text: name };
  const operator = /^(?:<>|<=|>=|[-+*/^&=<>(),;%])/.exec(rest)?.[0];
  return operator === undefined ? undefined : { kind: 'operator', text: operator };
}

function readReference(rest: string): FormulaToken | undefined {
  const [text, prefix, range] = REFERENCE.exec(rest) ?? [];
  if (text === undefined || range === undefined) return undefined;
  const tabName = prefix === undefined ? undefined : unquote(prefix.slice(0, -1));
  const [from = '', to] = range.split(':');
  const corner = (part: string) => ({ ...parseCorner(part), ...(tabName === undefined ? {} : { tabName }) });
  return { kind: 'reference', text, from: corner(from), ...(to === undefined ? {} : { to: corner(to) }) };
}

function unquote(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function parseCorner(part: string): CellReference {
  const [, first = '', letters = '', second = '', digits = ''] = CORNER_PARTS.exec(part) ?? [];
  return {
    ...(letters === '' ? {} : { columnNumber: columnNumberOf(letters) }),
    ...(digits === '' ? {} : { rowNumber: Number(digits) }),
    isColumnFixed: letters !== '' && first === '$',
    isRowFixed: letters === '' ? first === '$' : second === '$',
  };
}
