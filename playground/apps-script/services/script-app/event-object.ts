/** The event objects that triggers are called with. */
import type { HandEdit, TriggerEvent } from '../../machine/protocol.ts';
import { settings } from '../../machine/realm/session.ts';
import { lastColumnOf, lastRowOf } from '../../spreadsheet/area.ts';
import { User } from '../session/user.ts';
import { Range } from '../spreadsheet-app/range.ts';
import { Sheet } from '../spreadsheet-app/sheet.ts';
import { Spreadsheet } from '../spreadsheet-app/spreadsheet.ts';
import { formatDate } from '../utilities/format-date.ts';
import { requestEvent } from '../web-app/request-event.ts';
import { AuthMode } from './script-app.ts';

/** The event object of a trigger. @see https://developers.google.com/apps-script/guides/triggers/events (read 2026-11-21) */
export function eventObject(event: TriggerEvent): Readonly<Record<string, unknown>> {
  if (event.kind === 'request') return requestEvent(event.request);
  const authMode = AuthMode[settings().authMode];
  if (event.kind === 'clock') return { authMode, triggerUid: event.triggerId, ...dateFields(event.firedAtMs) };
  if (event.kind === 'install') return { authMode };
  if (event.kind === 'edit') return editObject(event.edit, authMode);
  // Before the add-on is enabled in the file, neither the document nor the person is known.
  return authMode === AuthMode.NONE ? { authMode } : { authMode, source: new Spreadsheet(), user: new User('') };
}

/**
 * Of one cell the value it has now and the one it had, as texts; nothing of either where many were changed. The corners of
 * the range can be read off it, which Google's pages do not mention.
 */
function editObject({ tabId, area, value, oldValue }: HandEdit, authMode: unknown): Readonly<Record<string, unknown>> {
  const source = new Spreadsheet();
  const range = Object.assign(new Range(new Sheet(source, tabId), tabId, area), {
    rowStart: area.rowNumber,
    rowEnd: lastRowOf(area),
    columnStart: area.columnNumber,
    columnEnd: lastColumnOf(area),
  });
  return {
    authMode,
    source,
    user: new User(''),
    range,
    ...(value === undefined ? {} : { value }),
    ...(oldValue === undefined ? {} : { oldValue }),
  };
}

/** Date fields are numbers in UTC. */
function dateFields(firedAtMs: number): Readonly<Record<string, unknown>> {
  const date = new Date(firedAtMs);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    'day-of-month': date.getUTCDate(),
    'day-of-week': Number(formatDate(date, 'UTC', 'u')),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    'week-of-year': Math.ceil(Number(formatDate(date, 'UTC', 'D')) / 7),
    timezone: 'UTC',
  };
}
