/** `Logger` and `console`: lines for the execution log. */

import { defineService } from '../../machine/realm/service.ts';
import { keepLog } from '../../machine/realm/session.ts';
import { serviceNameOf } from '../../machine/realm/signature.ts';
import { show } from '../ui/show.ts';
import { formatString } from '../utilities/format-string.ts';

/** @see https://developers.google.com/apps-script/reference/base/logger (read 2026-11-21) */
export class Logger {
  log(first: unknown, ...values: readonly unknown[]): this {
    log('info', lineOf(first, values));
    return this;
  }
}

/** @see https://developers.google.com/apps-script/guides/logging (read 2026-11-21) */
export class Console {
  log(first: unknown, ...values: readonly unknown[]): void {
    log('debug', lineOf(first, values));
  }

  info(first: unknown, ...values: readonly unknown[]): void {
    log('info', lineOf(first, values));
  }

  warn(first: unknown, ...values: readonly unknown[]): void {
    log('warning', lineOf(first, values));
  }

  error(first: unknown, ...values: readonly unknown[]): void {
    log('error', lineOf(first, values));
  }

  /** Durations are logged by the real one; here the virtual clock is in the report. */
  time(_label: string): void {}

  timeEnd(_label: string): void {}
}

/** Keeps a line for the report and shows it. */
function log(level: string, text: string): void {
  keepLog(text);
  show({ kind: 'log', level, text });
}

function lineOf(first: unknown, values: readonly unknown[]): string {
  if (typeof first === 'string' && values.length > 0 && first.includes('%')) return formatString(first, values);
  return [first, ...values].map(shown).join(' ');
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value !== 'object' || value === null || serviceNameOf(value) !== undefined) return String(value);
  return JSON.stringify(value) ?? String(value);
}

defineService(Logger, 'Logger', 'Logger', { log: ['...any'] });

defineService(Console, 'console', 'console', {
  log: ['...any'],
  info: ['...any'],
  warn: ['...any'],
  error: ['...any'],
  time: ['String'],
  timeEnd: ['String'],
});
