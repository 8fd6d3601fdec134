/** Measures what is shipped: the size of its files, and what loading the script costs each execution. */
import { createContext, Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { ADD_ON_FILES } from './add-on-contender.ts';
import { cpuMsOf } from './cpu-time.ts';
import { readFiles } from './stage.ts';

/** A shipped file. */
export interface FileSize {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** What is shipped. */
export interface DistResult {
  readonly files: readonly FileSize[];
  /** Processor time to compile and evaluate `Code.js` in a fresh context, which every call pays; the median of many. */
  readonly loadCpuMs: number;
}

const LOADS = 20;

/** Measures the built files. */
export async function measureDist(): Promise<DistResult> {
  const files = await readFiles('dist', ADD_ON_FILES);
  return {
    files: Object.entries(files).map(([name, content]) => ({
      name,
      bytes: Buffer.byteLength(content),
      gzipBytes: gzipSync(content).length,
    })),
    loadCpuMs: medianLoadCpuMs(files['Code.js'] ?? ''),
  };
}

function medianLoadCpuMs(code: string): number {
  return median(Array.from({ length: LOADS }, (_, load) => loadCpuMs(code, load)));
}

function loadCpuMs(code: string, load: number): number {
  const context = createContext({});
  // Another text each time, because the engine remembers what it has compiled.
  return cpuMsOf(() => new Script(`${code}\n// ${load}`, { filename: 'Code' }).runInContext(context));
}

/** The middle one of some numbers. */
function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
