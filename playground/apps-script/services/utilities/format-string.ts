/** `Utilities.formatString`: texts with `%s`, `%d`, `%f` and the like. */
import { exception } from '../../machine/realm/exception.ts';

/** @see https://developers.google.com/apps-script/reference/utilities/utilities#formatStringtemplate,-args (read 2026-11-21) */
export function formatString(template: string, values: readonly unknown[]): string {
  let index = 0;
  return template.replaceAll(
    /%(?:(%)|([-0]*)(\d*)(?:\.(\d+))?([sdifxX]))/g,
    (_whole, percent: string | undefined, flags = '', width = '', precision: string | undefined, letter = 's') => {
      if (percent !== undefined) return '%';
      if (index >= values.length) throw exception(`Format specifier '%${letter}'`);
      const text = convert(letter, values[index++], precision);
      if (flags.includes('-')) return text.padEnd(Number(width));
      return text.padStart(Number(width), flags.includes('0') ? '0' : ' ');
    },
  );
}

function convert(letter: string, value: unknown, precision: string | undefined): string {
  switch (letter) {
    case 'd':
    case 'i':
      return String(Math.trunc(Number(value)));
    case 'f':
      return Number(value).toFixed(Number(precision ?? 6));
    case 'x':
      return Math.trunc(Number(value)).toString(16);
    case 'X':
      return Math.trunc(Number(value)).toString(16).toUpperCase();
    default:
      return String(value).slice(0, precision === undefined ? undefined : Number(precision));
  }
}
