/** Measures how much memory a plan takes at its peak, in a process of its own for each build. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PlanBuild, PlanBuilds } from './plan-builds.ts';

/** The peak of what a plan keeps alive at once, in bytes, beyond the sheet's content. */
export interface MemoryResult {
  readonly rowCount: number;
  readonly peakBytes: number;
  /** The same of the commit that is compared with; absent where it could not be built. */
  readonly baselinePeakBytes?: number;
}

const SCRIPT = fileURLToPath(new URL('./print-peak-memory.ts', import.meta.url));
const run = promisify(execFile);

/** Measures a plan of so many listings. */
export async function measureMemory({ own, baseline }: PlanBuilds, rowCount: number): Promise<MemoryResult> {
  const peakBytes = await peakBytesOf(own, rowCount);
  if (baseline === undefined) return { rowCount, peakBytes };
  return { rowCount, peakBytes, baselinePeakBytes: await peakBytesOf(baseline, rowCount) };
}

async function peakBytesOf({ planScript }: PlanBuild, rowCount: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'listing-sync-memory-'));
  try {
    const file = join(folder, 'plan.js');
    await writeFile(file, planScript);
    const { stdout } = await run(process.execPath, ['--expose-gc', '--import', 'tsx', SCRIPT, file, String(rowCount)]);
    return Number(stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
