/** Runs one execution in a fresh, bare V8 context: only ECMAScript itself and what the realm script adds. */
import { type Context, createContext, Script } from 'node:vm';
import type { Host } from './host.ts';
import type { Ending, ExecutionSettings, ProjectFiles } from './protocol.ts';
import type { RealmExecution } from './realm/realm.ts';

/** What the realm's script gives: the bundle of the services and of the realm around them. */
interface RealmScript {
  beginExecution(settings: ExecutionSettings, host: Host): RealmExecution;
}

/**
 * Scripts already compiled in this worker, by name and source. The add-on's code is the same in every call, so this saves
 * parsing it again.
 */
const compiled = new Map<string, Map<string, Script>>();
const MAX_COMPILED = 500;

/** Without this, Node prefixes stacks with a drawing of the line that threw. */
const UNDECORATED = { displayErrors: false };

/** Runs an execution from loading the files to its end. */
export function runInRealm(
  realmSource: string,
  { scripts }: ProjectFiles,
  settings: ExecutionSettings,
  host: Host,
): Ending {
  // Promise jobs of the add-on run before its call counts as over, as on Apps Script.
  const context = createContext({}, { microtaskMode: 'afterEvaluate' });
  const realm: RealmScript = scriptOf(realmSource, 'emulator').runInContext(context, UNDECORATED);
  const execution = realm.beginExecution(settings, host);
  try {
    for (const { name, content } of scripts) scriptOf(content, shownName(name)).runInContext(context, UNDECORATED);
    runInside(context, () =>
      execution.invoke(
        (name) => findFunction(context, name),
        (body) => compileBody(context, body),
      ),
    );
    return execution.end();
  } catch (error) {
    return execution.fail(error);
  }
}

function scriptOf(source: string, filename: string): Script {
  // Two maps, for a key of both would be a new text of a megabyte each time, to be hashed anew.
  const ofName = compiled.get(filename) ?? new Map<string, Script>();
  compiled.set(filename, ofName);
  const known = ofName.get(source);
  if (known !== undefined) return known;
  if (ofName.size >= MAX_COMPILED) ofName.clear();
  const script = new Script(source, { filename });
  ofName.set(source, script);
  return script;
}

/** Stack traces name files without their extension. */
function shownName(fileName: string): string {
  return fileName.replace(/\.(js|gs)$/, '');
}

/** Promise jobs only run after code that the context evaluated itself, so the call is handed in as a passing global. */
function runInside(context: Context, run: () => void): void {
  context.__emulatorRun = run;
  scriptOf('{ const run = __emulatorRun; delete globalThis.__emulatorRun; run(); }', 'emulator').runInContext(
    context,
    UNDECORATED,
  );
}

/** Top-level `const f = () => …` is no property of the global object, so the name is looked up by code. */
function findFunction(context: Context, name: string): unknown {
  if (!/^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/.test(name)) return undefined;
  const root = name.split('.')[0];
  return scriptOf(`typeof ${root} === 'undefined' ? undefined : ${name}`, 'emulator').runInContext(
    context,
    UNDECORATED,
  );
}

function compileBody(context: Context, body: string): unknown {
  return scriptOf(`(function () {\n${body}\n})`, 'Editor').runInContext(context, UNDECORATED);
}
