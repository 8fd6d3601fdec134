/**
 * Builds `dist/`, exactly what `clasp push` sends: `Code.js` (one readable script with a top-level function for each public
 * function of `src/server/entries/main.ts`), `Sidebar.html` (one file, nothing from outside) and the manifest.
 *
 * With `LISTING_SYNC_MAIL=yes` in the environment the add-on asks for one scope more and tells owners of schedules by e-mail.
 * `--into <folder>` builds somewhere else.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

const sendsMail = process.env.LISTING_SYNC_MAIL === 'yes';
const { values: options } = parseArgs({
  options: { quiet: { type: 'boolean', default: false }, into: { type: 'string', default: `${root}/dist` } },
});

async function buildServer() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/server/entries/main.ts'],
    bundle: true,
    write: false,
    // Apps Script cannot parse class fields with `#` or `static`.
    target: 'es2020',
    format: 'iife',
    globalName: 'addOn',
    define: { SENDS_MAIL: String(sendsMail) },
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const code = outputFiles[0].text;
  return code + publicNames(code).map(topLevelFunction).join('\n');
}

/** The names of the public functions, asked of the script itself: it touches no service while it loads. */
function publicNames(code) {
  const context = vm.createContext({});
  vm.runInContext(code, context);
  return vm.runInContext('Object.keys(addOn.publicFunctions)', context);
}

/** Apps Script finds functions by reading the file, so that each must stand in it under its name. */
function topLevelFunction(name) {
  return `function ${name}(...args) { return addOn.publicFunctions.${name}(...args); }`;
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

/** The manifest, with what the build's options ask for. */
async function manifestText() {
  const text = await readFile(`${root}/appsscript.json`, 'utf8');
  if (!sendsMail) return text;
  const manifest = JSON.parse(text);
  // @see https://developers.google.com/apps-script/reference/mail/mail-app (read 2026-11-30)
  const oauthScopes = [...manifest.oauthScopes, 'https://www.googleapis.com/auth/script.send_mail'];
  return `${JSON.stringify({ ...manifest, oauthScopes }, undefined, 2)}\n`;
}

const [code, sidebar, manifest] = await Promise.all([buildServer(), buildSidebar(), manifestText()]);
await rm(options.into, { recursive: true, force: true });
await mkdir(options.into, { recursive: true });
await Promise.all([
  writeFile(`${options.into}/Code.js`, code),
  writeFile(`${options.into}/Sidebar.html`, sidebar),
  writeFile(`${options.into}/appsscript.json`, manifest),
]);
if (!options.quiet) {
  const sizes = [sizeLine('Code.js', code), sizeLine('Sidebar.html', sidebar)];
  const mail = sendsMail ? ', with e-mails to owners of schedules' : '';
  console.log(`dist/ built${mail}: ${sizes.join(', ')}`);
}
