/** The globals of the add-on's realm: the services, the virtual `Date`, and nothing Apps Script lacks. */
import { notEmulated } from './exception.ts';
import { CacheService } from './services/cache-service.ts';
import { HtmlService } from './services/html-output.ts';
import { LockService } from './services/lock-service.ts';
import { Console, Logger } from './services/logger.ts';
import { PropertiesService } from './services/properties-service.ts';
import { ScriptApp } from './services/script-app.ts';
import { Session } from './services/session-service.ts';
import { SpreadsheetApp } from './services/spreadsheet-app.ts';
import { UrlFetchApp } from './services/url-fetch-app.ts';
import { Utilities } from './services/utilities.ts';
import { readClock, settings } from './session.ts';
import { installDate } from './zoned-date.ts';

/** Globals a V8 context has that Apps Script lacks or that would let code wait in real time. */
const TAKEN_AWAY = ['SharedArrayBuffer', 'Atomics'];

/** Services that exist at Google but not here. */
const NOT_EMULATED = [
  'Browser',
  'CalendarApp',
  'Charts',
  'ContactsApp',
  'ContentService',
  'DocumentApp',
  'DriveApp',
  'Drive',
  'FormApp',
  'GmailApp',
  'Jdbc',
  'LanguageApp',
  'MailApp',
  'Maps',
  'MimeType',
  'Sheets',
  'SlidesApp',
  'XmlService',
];

/** Sets up the global object of the realm. */
export function installGlobals(): void {
  installDate(settings().scriptTimeZone, readClock);
  for (const name of TAKEN_AWAY) Reflect.deleteProperty(globalThis, name);
  const services = {
    CacheService: new CacheService(),
    HtmlService: new HtmlService(),
    LockService: new LockService(),
    Logger: new Logger(),
    PropertiesService: new PropertiesService(),
    ScriptApp: new ScriptApp(),
    Session: new Session(),
    SpreadsheetApp: new SpreadsheetApp(),
    UrlFetchApp: new UrlFetchApp(),
    Utilities: new Utilities(),
    console: new Console(),
  };
  for (const [name, value] of Object.entries(services)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }
  for (const name of NOT_EMULATED) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => {
        throw notEmulated(name);
      },
    });
  }
}
