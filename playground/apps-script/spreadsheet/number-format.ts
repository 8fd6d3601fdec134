/** Number formats as Sheets writes them (`#,##0.00`, `M/d/yyyy h:mm`, `@`), read into tokens. */

/** One piece of a number format. */
export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'general' }
  | { readonly kind: 'text' }
  | { readonly kind: 'percent' }
  | {
      readonly kind: 'digits';
      readonly minIntegerDigits: number;
      readonly minDecimals: number;
      readonly maxDecimals: number;
      readonly hasGroups: boolean;
      /** Trailing commas: each divides by 1,000. */
      readonly thousandsDropped: number;
      /** Digits of the exponent; 0 for plain notation. */
      readonly exponentDigits: number;
    }
  | { readonly kind: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'; readonly length: number }
  | { readonly kind: 'elapsed'; readonly unit: 'hour' | 'minute' | 'second'; readonly length: number }
  | { readonly kind: 'fraction'; readonly length: number }
  | { readonly kind: 'halfDay'; readonly isShort: boolean };

/** A format for one sign of number. */
export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  readonly isDate: boolean;
  readonly isText: boolean;
}

/** Up to four sections: positive, negative, zero, text. */
export type NumberFormat = readonly FormatSection[];

const DATE_KINDS = new Set(['year', 'month', 'day', 'hour', 'minute', 'second', 'elapsed', 'halfDay']);
const remembered = new Map<string, NumberFormat>();

/**
 * Reads a number format.
 *
 * @see https://developers.google.com/sheets/api/guides/formats (tokens; read 2026-11-21)
 */
export function parseNumberFormat(format: string): NumberFormat {
  const known = remembered.get(format);
  if (known !== undefined) return known;
  const parsed = splitSections(format).map(parseSection);
  remembered.set(format, parsed);
  return parsed;
}

/** Whether numbers in this format are dates, times or durations, which `getValues` gives as `Date`. */
export function isDateFormat(format: string | undefined): boolean {
  return format !== undefined && parseNumberFormat(format)[0]?.isDate === true;
}

/** Whether the format is plain text, which keeps every typed string as it is. */
export function isTextFormat(format: string | undefined): boolean {
  return format === '@';
}

function splitSections(format: string): readonly string[] {
  return format.match(/(?:"[^"]*"?|\\.|\[[^\]]*\]?|[^;"\\[])+|(?<=;|^)(?=;|$)/g) ?? [''];
}

function parseSection(section: string): FormatSection {
  const tokens: FormatToken[] = [];
  let rest = section;
  while (rest !== '') {
    const [token, length] = readToken(rest, tokens.at(-1));
    if (token !== undefined) tokens.push(token);
    rest = rest.slice(length);
  }
  const resolved = tokens.map((token, index) => asMinute(token, index, tokens));
  return {
    tokens: resolved,
    isDate: resolved.some(({ kind }) => DATE_KINDS.has(kind)),
    isText: resolved.some(({ kind }) => kind === 'text'),
  };
}

type Read = readonly [FormatToken | undefined, number];

function readToken(rest: string, previous: FormatToken | undefined): Read {
  const first = rest.charAt(0);
  if (first === '"') return readQuoted(rest);
  if (first === '\\') return [{ kind: 'literal', text: rest.charAt(1) }, 2];
  if (first === '_') return [{ kind: 'literal', text: ' ' }, 2];
  if (first === '*') return [undefined, 2];
  if (first === '[') return readBracket(rest);
  if (first === '@') return [{ kind: 'text' }, 1];
  if (first === '%') return [{ kind: 'percent' }, 1];
  if (/^general/i.test(rest)) return [{ kind: 'general' }, 7];
  return readPattern(rest, previous) ?? [{ kind: 'literal', text: first }, 1];
}

function readQuoted(rest: string): Read {
  const end = rest.indexOf('"', 1);
  const stop = end < 0 ? rest.length : end;
  return [{ kind: 'literal', text: rest.slice(1, stop) }, stop + 1];
}

function readBracket(rest: string): Read {
  const end = rest.indexOf(']');
  const stop = end < 0 ? rest.length : end;
  const inside = rest.slice(1, stop);
  if (inside.startsWith('$')) return [{ kind: 'literal', text: inside.slice(1).split('-')[0] ?? '' }, stop + 1];
  const unit = /^(h+|m+|s+)$/i.test(inside) ? inside.charAt(0).toLowerCase() : '';
  const units = { h: 'hour', m: 'minute', s: 'second' } as const;
  if (unit === 'h' || unit === 'm' || unit === 's') {
    return [{ kind: 'elapsed', unit: units[unit], length: inside.length }, stop + 1];
  }
  // What is left are colours and conditions, which change nothing in the text.
  return [undefined, stop + 1];
}

function readPattern(rest: string, previous: FormatToken | undefined): Read | undefined {
  const halfDay = /^(am\/pm|a\/p)/i.exec(rest)?.[0];
  if (halfDay !== undefined) return [{ kind: 'halfDay', isShort: halfDay.length === 3 }, halfDay.length];
  const fraction = /^\.0+/.exec(rest)?.[0];
  if (fraction !== undefined && (previous?.kind === 'second' || previous?.kind === 'elapsed')) {
    return [{ kind: 'fraction', length: fraction.length - 1 }, fraction.length];
  }
  const digits = /^(?:[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)(,*)(?:[eE][+-]?([0#?]+))?/.exec(rest);
  if (digits !== null) return [digitsToken(digits[0], digits[2] ?? ''), digits[0].length];
  const run = /^(?:y+|m+|d+|h+|s+)/i.exec(rest)?.[0];
  return run === undefined ? undefined : [{ kind: dateKind(run), length: run.length }, run.length];
}

function dateKind(run: string): 'year' | 'month' | 'day' | 'hour' | 'second' {
  const kinds = { y: 'year', m: 'month', d: 'day', h: 'hour', s: 'second' } as const;
  const letter = run.charAt(0).toLowerCase();
  return letter === 'y' || letter === 'm' || letter === 'd' || letter === 'h' ? kinds[letter] : kinds.s;
}

function digitsToken(pattern: string, exponent: string): FormatToken {
  const mantissa = pattern.replace(/[eE].*$/, '');
  const thousandsDropped = /,*$/.exec(mantissa)?.[0].length ?? 0;
  const [integer = '', decimals = ''] = mantissa.replace(/,*$/, '').split('.');
  return {
    kind: 'digits',
    minIntegerDigits: integer.replace(/[^0]/g, '').length,
    minDecimals: decimals.replace(/[^0]/g, '').length,
    maxDecimals: decimals.length,
    hasGroups: integer.includes(','),
    thousandsDropped,
    exponentDigits: exponent.length,
  };
}

/** `m` is a minute next to an hour or a second, and a month everywhere else. */
function asMinute(token: FormatToken, index: number, tokens: readonly FormatToken[]): FormatToken {
  if (token.kind !== 'month' || token.length > 2) return token;
  const isTime = (other: FormatToken | undefined) => other !== undefined && DATE_KINDS.has(other.kind);
  const before = tokens.slice(0, index).findLast(isTime);
  const after = tokens.slice(index + 1).find(isTime);
  const isAfterHour = before?.kind === 'hour' || (before?.kind === 'elapsed' && before.unit === 'hour');
  return isAfterHour || after?.kind === 'second' ? { kind: 'minute', length: token.length } : token;
}
