/** The script that sets up the add-on's realm: evaluated inside every fresh context before the add-on's own files. */
import type { Host } from '../machine/host.ts';
import type { ExecutionSettings } from '../machine/protocol.ts';
import { beginWith, type RealmExecution } from '../machine/realm/realm.ts';
import { installGlobals } from './globals.ts';
import { eventObject } from './script-app/event-object.ts';
import { flushWrites, forgetWrites } from './spreadsheet-app/document-access.ts';
import { pageJson } from './web-app/page-output.ts';

let hasGlobals = false;

/** Starts an execution of this realm, with all services and with nothing pending. */
export function beginExecution(settings: ExecutionSettings, host: Host): RealmExecution {
  forgetWrites();
  const installOnce = () => {
    if (!hasGlobals) installGlobals();
    hasGlobals = true;
  };
  return beginWith({ installGlobals: installOnce, eventObject, pageJson, flush: flushWrites }, settings, host);
}
