/** Starts the playground: a session of the add-on, and the server of the page that shows it. */
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Emulator } from '../apps-script/emulator.ts';
import { closeServer, listenOnLoopback, serverOf } from '../loopback/loopback-server.ts';
import type { Platform } from '../platform/platform.ts';
import type { Pod } from '../pod/pod.ts';
import { bundlePage } from './bundle-page.ts';
import { createPlayground } from './create-playground.ts';
import { pageRoutes } from './page-routes.ts';

/** How to start. */
export interface PlaygroundOptions {
  /** The first port to try; `0` for any free one. 8420 by default. */
  readonly port?: number;
  /** Where the built add-on lies; the project's `dist/` by default. */
  readonly distFolder?: string;
}

/** A running playground. After a reset, `emulator`, `platform` and `pod` are the new ones. */
export interface Playground {
  readonly url: string;
  readonly emulator: Emulator;
  readonly platform: Platform;
  readonly pod: Pod;
  close(): Promise<void>;
}

/** The port of `npm start`. */
const DEFAULT_PORT = 8420;
/** How many ports after the first one are tried while they are busy. */
const PORT_TRIES = 20;

/** Starts the playground on loopback. Throws when `dist/` is not built, or when no port is free. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const distFolder = options.distFolder ?? fileURLToPath(new URL('../../dist', import.meta.url));
  const [files, bundle] = await Promise.all([readAddOn(distFolder), bundlePage()]);
  const playground = await createPlayground(files, bundle.frameScript);
  const server = serverOf(pageRoutes(playground, bundle).fetch);
  const origin = await listen(server, options.port ?? DEFAULT_PORT).catch(async (error: unknown) => {
    await playground.close();
    throw error;
  });
  return {
    url: `${origin}/`,
    get emulator() {
      return playground.session.emulator;
    },
    get pod() {
      return playground.session.pod;
    },
    get platform() {
      return playground.session.platform;
    },
    async close() {
      await playground.close();
      await closeServer(server);
    },
  };
}

async function readAddOn(distFolder: string): Promise<Readonly<Record<string, string>>> {
  const names = ['Code.js', 'Sidebar.html', 'appsscript.json'];
  try {
    const contents = await Promise.all(names.map((name) => readFile(`${distFolder}/${name}`, 'utf8')));
    return Object.fromEntries(names.map((name, index) => [name, contents[index] ?? '']));
  } catch (cause) {
    throw new Error('The add-on is not built: run `npm run build` first.', { cause });
  }
}

/** Listens on the first free port; another playground may already run on the default one. */
async function listen(server: Server, firstPort: number): Promise<string> {
  const lastPort = firstPort === 0 ? 0 : firstPort + PORT_TRIES - 1;
  for (let port = firstPort; ; port += 1) {
    try {
      return await listenOnLoopback(server, port);
    } catch (error) {
      if (port >= lastPort || !isPortBusy(error)) {
        throw error;
      }
    }
  }
}

function isPortBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
