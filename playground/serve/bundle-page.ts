/** Bundles the page in memory: nothing is written and nothing is loaded from outside. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The files the page consists of, as text. */
export interface PageBundle {
  readonly script: string;
  readonly styles: string;
  /** Stands in for `google.script` inside the add-on's frames. */
  readonly frameScript: string;
}

/** Bundles script, styles and frame script. Throws with esbuild's messages when the page does not compile. */
export async function bundlePage(): Promise<PageBundle> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('../page', import.meta.url)),
    entryPoints: {
      page: 'main.tsx',
      styles: 'styles/page.css',
      frame: 'frame/main.ts',
    },
    outdir: 'unused',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const textOf = (name: string): string => {
    const file = outputFiles.find(({ path }) => path.endsWith(name));
    if (file === undefined) {
      throw new Error(`The page bundle has no ${name}.`);
    }
    return file.text;
  };
  return { script: textOf('page.js'), styles: textOf('styles.css'), frameScript: textOf('frame.js') };
}
