/** Bundles the worker's code and the services, once per process, so that it loads the same under every runner. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The worker's own script, and the script that sets up the services inside the add-on's realm. */
export interface WorkerBundle {
  readonly workerSource: string;
  readonly realmSource: string;
}

let bundled: Promise<WorkerBundle> | undefined;

/** The bundles, made on first use. */
export function bundleWorker(): Promise<WorkerBundle> {
  bundled ??= bundleBoth();
  return bundled;
}

async function bundleBoth(): Promise<WorkerBundle> {
  const [workerSource, realm] = await Promise.all([
    bundle('./worker.ts', { format: 'cjs', platform: 'node' }),
    bundle('../services/realm-script.ts', { format: 'iife', globalName: 'realm', platform: 'neutral' }),
  ]);
  return { workerSource, realmSource: `(() => { ${realm}; return realm; })()` };
}

interface BundleKind {
  readonly format: 'cjs' | 'iife';
  readonly platform: 'node' | 'neutral';
  readonly globalName?: string;
}

async function bundle(entry: string, kind: BundleKind): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    target: 'es2022',
    logLevel: 'silent',
    ...kind,
  });
  return outputFiles.map(({ text }) => text).join('');
}
