/** Answers the operations that executions ask for: the closed list of all services, on Google's side. */
import { fileOf, type Google } from './google.ts';
import type { Asker, Served } from './machine/serving.ts';
import { happeningHandlers } from './serve-happening.ts';
import { cacheHandlers } from './services/cache-service/serve-cache.ts';
import { lockHandlers } from './services/lock-service/serve-locks.ts';
import { mailHandlers } from './services/mail-app/serve-mail.ts';
import { propertyHandlers } from './services/properties-service/serve-properties.ts';
import { triggerHandlers } from './services/script-app/serve-triggers.ts';
import { documentHandlers } from './services/spreadsheet-app/serve-document.ts';
import { interfaceHandlers } from './services/ui/serve-interface.ts';
import { fetchHandlers } from './services/url-fetch-app/serve-fetch.ts';
import type { Spreadsheet } from './spreadsheet/spreadsheet.ts';

const HANDLERS = {
  ...cacheHandlers,
  ...documentHandlers,
  ...fetchHandlers,
  ...happeningHandlers,
  ...interfaceHandlers,
  ...lockHandlers,
  ...mailHandlers,
  ...propertyHandlers,
  ...triggerHandlers,
};

/** Google as an execution in one of the spreadsheets sees it. */
type GoogleInFile = Google & { readonly spreadsheet: Spreadsheet };

type AnyHandler = (google: GoogleInFile, request: never, asker: Asker) => Served<unknown>;

const HANDLER_BY_NAME: ReadonlyMap<string, AnyHandler> = new Map(Object.entries<AnyHandler>(HANDLERS));

/** Answers one operation; throws a `ServiceException` for what the add-on shall meet as an `Exception`. */
export function serveOperation(google: Google, name: string, request: unknown, asker: Asker): Served<unknown> {
  const handler = HANDLER_BY_NAME.get(name);
  if (handler === undefined) throw new Error(`Emulator: nobody answers ${name}`);
  // Each service types its requests where it asks; between two threads they are plain data.
  return handler({ ...google, spreadsheet: fileOf(google, asker.fileId).spreadsheet }, request as never, asker);
}
