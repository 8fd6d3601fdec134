/** What a call gives back, as JSON: by the rules of `google.script.run`, or plainly for whoever else called. */
import { serviceNameOf } from './signature.ts';

/**
 * The return value as the page receives it.
 *
 * @see "Report: Values to transfer between JavaScript and Google Apps Script", https://tanaikech.github.io (2023-08; read
 * 2026-11-21): dates spoil the whole answer, Map, Set and RegExp arrive empty, functions as their source.
 */
export function scriptRunJson(value: unknown): string {
  if (containsUnsendable(value, new Set())) return 'null';
  return JSON.stringify(sendable(value)) ?? 'null';
}

/** The return value as far as JSON can say it; service objects become their name. */
export function plainJson(value: unknown): string {
  return (
    JSON.stringify(value, (_name, member) => serviceNameOf(member) ?? (member === undefined ? null : member)) ?? 'null'
  );
}

function containsUnsendable(value: unknown, above: ReadonlySet<unknown>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (tagOf(value) === 'Date' || serviceNameOf(value) !== undefined || above.has(value)) return true;
  const deeper = new Set([...above, value]);
  return Object.values(value).some((member) => containsUnsendable(member, deeper));
}

function sendable(value: unknown): unknown {
  if (value === undefined || typeof value === 'symbol') return null;
  if (typeof value === 'function') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sendable);
  if (['Map', 'Set', 'RegExp'].includes(tagOf(value))) return {};
  if (tagOf(value) === 'Uint8Array')
    throw new Error('The script completed but the returned value is not a supported return type.');
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, sendable(member)]),
  );
}

function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
