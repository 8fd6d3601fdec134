/** The page without its looks: the state, and every verb the views may use. */
import { type AppState, INITIAL_STATE } from './app-state.ts';
import { createFileVerbs, type FileVerbs } from './file-verbs.ts';
import { createGridVerbs, type GridVerbs } from './grid-verbs.ts';
import { createHandsQueue } from './hands-queue.ts';
import { createScriptVerbs, type ScriptVerbs } from './script-verbs.ts';
import type { ServerClient } from './server-client.ts';
import { startSync } from './start-sync.ts';
import { createStore, type Store } from './store.ts';
import { createToasts } from './toasts.ts';

/** What the views work with. */
export interface PageModel {
  readonly store: Store<AppState>;
  readonly grid: GridVerbs;
  readonly scripts: ScriptVerbs;
  readonly files: FileVerbs;
  /** Does something with the server and shows its complaint, if any, as a toast. */
  attempt(task: Promise<unknown>): void;
  readonly server: ServerClient;
}

/** Creates the model and starts to follow the server. */
export function createPageModel(server: ServerClient): PageModel {
  const store = createStore<AppState>(INITIAL_STATE);
  const toasts = createToasts(store);
  const attempt = (task: Promise<unknown>): void => {
    task.catch((error: unknown) => toasts.show({ title: '', message: messageOf(error), tone: 'error' }));
  };
  const queue = createHandsQueue(server);
  const scripts = createScriptVerbs(store, server, toasts);
  const sync = startSync({ store, server, queue, scripts, toasts });
  const grid = createGridVerbs(store, (request) => attempt(queue.send(request).finally(sync.handsDone)));
  return { store, grid, scripts, files: createFileVerbs(store, server), attempt, server };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
