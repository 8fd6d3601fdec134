/** Measures what is shipped: the size of its files. */
import { gzipSync } from 'node:zlib';
import { ADD_ON_FILES } from './add-on-contender.ts';
import { readFiles } from './stage.ts';

/** A shipped file. */
export interface FileSize {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** Measures the built files. */
export async function measureDist(): Promise<readonly FileSize[]> {
  const files = await readFiles('dist', ADD_ON_FILES);
  return Object.entries(files).map(([name, content]) => ({
    name,
    bytes: Buffer.byteLength(content),
    gzipBytes: gzipSync(content).length,
  }));
}
