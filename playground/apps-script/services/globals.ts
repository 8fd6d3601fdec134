/** The globals of the add-on's realm: the services, the virtual `Date`, and nothing Apps Script lacks. */
import { notEmulated } from '../machine/realm/exception.ts';
import { readClock, settings } from '../machine/realm/session.ts';
import { installDate } from '../machine/realm/zoned-date.ts';
import { CacheService } from './cache-service/cache-service.ts';
import { ContentService } from './content-service/content-service.ts';
import { HtmlService } from './html-service/html-output.ts';
import { LockService } from './lock-service/lock-service.ts';
import { Console, Logger } from './logger/logger.ts';
import { MailApp } from './mail-app/mail-app.ts';
import { PropertiesService } from './properties-service/properties-service.ts';
import { ScriptApp } from './script-app/script-app.ts';
import { Session } from './session/session-service.ts';
import { SpreadsheetApp } from './spreadsheet-app/spreadsheet-app.ts';
import { UrlFetchApp } from './url-fetch-app/url-fetch-app.ts';
import { Utilities } from './utilities/utilities.ts';

/** Globals a V8 context has that Apps Script lacks or that would let code wait in real time. */
const TAKEN_AWAY = ['SharedArrayBuffer', 'Atomics'];

/** Services that exist at Google but not here. */
const NOT_EMULATED = [
  'Browser',
  'CalendarApp',
  'Charts',
  'ContactsApp',
  'DocumentApp',
  'DriveApp',
  'Drive',
  'FormApp',
  'GmailApp',
  'Jdbc',
  'LanguageApp',
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
    ContentService: new ContentService(),
    HtmlService: new HtmlService(),
    LockService: new LockService(),
    Logger: new Logger(),
    MailApp: new MailApp(),
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
