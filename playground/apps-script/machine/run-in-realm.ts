/** Runs executions in bare V8 contexts: only ECMAScript itself and what the realm script adds. */
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

/** Runs an execution from loading the files to its end, in a context of its own, as Google does. */
export function runInRealm(
  realmSource: string,
  project: ProjectFiles,
  settings: ExecutionSettings,
  host: Host,
): Ending {
  return openRealm(realmSource, project, host)(settings);
}

/**
 * Opens a context and gives what runs executions in it, one after the other: most of what a small execution costs is its
 * context. The add-on's own globals live on from one to the next, which is so nowhere at Google.
 */
export function openRealm(
  realmSource: string,
  { scripts }: ProjectFiles,
  host: Host,
): (settings: ExecutionSettings) => Ending {
  // Promise jobs of the add-on run before its call counts as over, as on Apps Script.
  const context = createContext({}, { microtaskMode: 'afterEvaluate' });
  const realm: RealmScript = scriptOf(realmSource, 'emulator').runInContext(context, UNDECORATED);
  let isLoaded = false;
  const load = () => {
    if (isLoaded) return;
    for (const { name, content } of scripts) scriptOf(content, shownName(name)).runInContext(context, UNDECORATED);
    isLoaded = true;
  };
  return (settings) => {
    const execution = realm.beginExecution(settings, host);
    try {
      load();
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
  };
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
