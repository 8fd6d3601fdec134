/** Builds what is measured as it is shipped: this checkout's plan, and that of the commit it is compared with. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import type * as Plan from './plan-listings.ts';
import type * as Page from './take-page.ts';

/** The last commit before the add-on became one script file; what its benchmark printed are the figures to beat. */
export const BASELINE_COMMIT = 'e89fc39';

/** Scripts, each of which defines `plan` with `planListings` and `planFirstRow`. */
export interface PlanBuild {
  readonly planScript: string;
  /** All that a run loads, in this order; it defines `plan` besides. */
  readonly runScripts: readonly string[];
}

/** What a script defines as `plan`. */
export type PlanFunctions = Pick<typeof Plan, 'planListings' | 'planFirstRow'> & Partial<typeof Plan & typeof Page>;

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);

/** The builds to compare; only this checkout's where the repository does not hold the other commit. */
export interface PlanBuilds {
  readonly own: PlanBuild;
  readonly baseline?: PlanBuild;
}

/** Builds both. */
export async function buildPlans(): Promise<PlanBuilds> {
  const own = await ownBuild();
  const baseline = await baselineBuild();
  return baseline === undefined ? { own } : { own, baseline };
}

/** Evaluates a build here and gives its functions. */
export function functionsOf({ planScript }: PlanBuild): PlanFunctions {
  return new Script(`${planScript}\nplan;`).runInThisContext();
}

async function ownBuild(): Promise<PlanBuild> {
  const exportPlan = `export * from './bench/plan-listings.ts';`;
  const exportPage = `export * from './bench/take-page.ts';`;
  return {
    planScript: await bundle(`${exportPlan}\n${exportPage}`, ROOT),
    runScripts: [await bundle(`export * from './src/server/entries/main.ts';\n${exportPlan}`, ROOT)],
  };
}

/** That commit loads `Code.js` and, where rows are read, the text of a second file. */
async function baselineBuild(): Promise<PlanBuild | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'listing-sync-baseline-'));
  try {
    const archive = join(folder, 'baseline.tar');
    await run('git', ['archive', '--output', archive, BASELINE_COMMIT, 'src'], { cwd: ROOT });
    await run('tar', ['-x', '-f', archive, '-C', folder]);
    const planListings = await readFile(new URL('baseline/plan-listings.js', import.meta.url), 'utf8');
    return {
      planScript: await bundle(planListings, folder),
      runScripts: [
        await bundle(`export * from './src/server/main.ts';`, folder),
        await bundle(`export * from './src/core/planning.ts';\n${planListings}`, folder),
      ],
    };
  } catch (error) {
    process.stderr.write(
      `Nothing is compared with ${BASELINE_COMMIT}: ${error instanceof Error ? error.message : error}\n`,
    );
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One script with the options of `scripts/build.mjs`; what the libraries are is taken from this checkout. */
async function bundle(contents: string, folder: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    nodePaths: [join(ROOT, 'node_modules')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'plan',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
