/**
 * Builds `dist/`, exactly what `clasp push` sends: `Code.js` (one readable script with one top-level function per export of
 * `src/server/entries/main.ts`), `Sidebar.html` (one file, nothing from outside) and the manifest.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

const SERVER = 'src/server/entries/main.ts';

/** Options of what runs on Google's side; es2020 because Apps Script cannot parse class fields with `#` or `static`. */
const serverOptions = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  target: 'es2020',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};

/** Names of the functions Apps Script must see at the top level: the exports of main.ts, as esbuild lists them. */
async function exportedNames() {
  const { metafile } = await build({
    ...serverOptions,
    entryPoints: [SERVER],
    format: 'esm',
    metafile: true,
    outfile: 'Code.js',
  });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

async function buildServer() {
  const names = await exportedNames();
  const wrappers = names.map((name) => `function ${name}(...args) { return addOn.${name}(...args); }`);
  const { outputFiles } = await build({
    ...serverOptions,
    entryPoints: [SERVER],
    format: 'iife',
    globalName: 'addOn',
    footer: { js: wrappers.join('\n') },
  });
  return outputFiles[0].text;
}

async function buildSidebar() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/sidebar/main.tsx', 'src/sidebar/styles/sidebar.css'],
    outdir: 'unused',
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Google strips `//` inside template literals of served HTML.
    supported: { 'template-literal': false },
  });
  const textOf = (ending) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  const template = await readFile(`${root}/src/sidebar/sidebar.html`, 'utf8');
  return template
    .replace('<!-- styles -->', () => `<style>${textOf('.css')}</style>`)
    .replace('<!-- script -->', () => `<script>${textOf('.js').replace(/<\/(script)/gi, '<\\/$1')}</script>`);
}

function sizeLine(name, text) {
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  return `${name} ${kilobytes(Buffer.byteLength(text))} (${kilobytes(gzipSync(text).length)} gzipped)`;
}

const [code, sidebar] = await Promise.all([buildServer(), buildSidebar()]);
await rm(`${root}/dist`, { recursive: true, force: true });
await mkdir(`${root}/dist`, { recursive: true });
await Promise.all([
  writeFile(`${root}/dist/Code.js`, code),
  writeFile(`${root}/dist/Sidebar.html`, sidebar),
  copyFile(`${root}/appsscript.json`, `${root}/dist/appsscript.json`),
]);
if (!process.argv.includes('--quiet')) {
  const sizes = [sizeLine('Code.js', code), sizeLine('Sidebar.html', sidebar)];
  console.log(`dist/ built: ${sizes.join(', ')}`);
}
