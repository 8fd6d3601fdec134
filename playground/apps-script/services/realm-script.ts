/** The script that sets up the add-on's realm: evaluated inside every fresh context before the add-on's own files. */
import type { Host } from '../machine/host.ts';
import type { ExecutionSettings } from '../machine/protocol.ts';
import { beginWith, type RealmExecution } from '../machine/realm/realm.ts';
import { installGlobals } from './globals.ts';
import { eventObject } from './script-app/event-object.ts';
import { flushWrites } from './spreadsheet-app/document-access.ts';
import { pageJson } from './web-app/page-output.ts';

/** Starts the one execution of this realm, with all services. */
export function beginExecution(settings: ExecutionSettings, host: Host): RealmExecution {
  return beginWith({ installGlobals, eventObject, pageJson, flush: flushWrites }, settings, host);
}
