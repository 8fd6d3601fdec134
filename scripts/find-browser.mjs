/**
 * Finds a Chromium for the browser tests, and fetches one where there is none. Run as a script it makes sure that one
 * exists and prints its path, or says in one sentence what to install.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

/** Names a path to a browser that is to be used, whatever else is there. */
const OVERRIDE = 'LISTING_SYNC_CHROMIUM';

/** The shell comes first: without the window around the page, the tests take two thirds of the time. */
const LINUX_NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];

const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const VERSION_TIMEOUT_MS = 20_000;
const INSTALL_TIMEOUT_MS = 300_000;

/**
 * Finds an installed Chromium: the one `LISTING_SYNC_CHROMIUM` names, Playwright's own, or one in a usual place.
 *
 * @returns {string | undefined} Its path, or `undefined` when there is none that starts.
 * @throws {Error} When `LISTING_SYNC_CHROMIUM` names a file that does not exist: nobody wants another browser then.
 */
export function findBrowser() {
  const override = process.env[OVERRIDE];
  if (override) {
    if (!existsSync(override)) {
      throw new Error(`${OVERRIDE} names ${override}, but there is no such file.`);
    }
    return override;
  }
  return [chromium.executablePath(), ...usualPlaces()].find(
    (candidate) => isExecutable(candidate) && starts(candidate),
  );
}

function usualPlaces() {
  const { env, platform } = process;
  if (platform === 'darwin') {
    return ['/Applications', path.join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
      MAC_APPS.map((app) => path.join(folder, app)),
    );
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
      folder ? WINDOWS_PROGRAMS.map((program) => path.join(folder, program)) : [],
    );
  }
  const folders = new Set([...(env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']);
  return LINUX_NAMES.flatMap((name) => [...folders].map((folder) => path.join(folder, name)));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Some systems ship a `chromium-browser` that only says what to install. On Windows, asking would open a window. */
function starts(file) {
  if (process.platform === 'win32') {
    return true;
  }
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: VERSION_TIMEOUT_MS });
  return status === 0 && /Chrom|Edge/.test(stdout);
}

/** Fetches a browser: Playwright's own, else the system's where this process may install packages. */
function installBrowser() {
  const isRoot = process.getuid?.() === 0;
  const isLinux = process.platform === 'linux';
  console.log('No Chromium found; fetching one for the browser tests.');
  const cli = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  // `--with-deps` installs system packages too, which only root can do.
  run(process.execPath, [cli, 'install', ...(isRoot && isLinux ? ['--with-deps'] : []), '--no-shell', 'chromium']);
  if (findBrowser() === undefined && isRoot && existsSync('/usr/bin/apt-get')) {
    const install = (name) => run('apt-get', ['install', '-y', '--no-install-recommends', name]);
    // Not every system has a package for the shell alone.
    run('apt-get', ['update']) && (install('chromium-headless-shell') || install('chromium'));
  }
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', timeout: INSTALL_TIMEOUT_MS });
  return status === 0;
}

function main() {
  if (findBrowser() === undefined) {
    installBrowser();
  }
  const browser = findBrowser();
  if (browser === undefined) {
    throw new Error(`The browser tests need Chromium: install it, or set ${OVERRIDE} to the path of a Chrome or Edge.`);
  }
  console.log(`Browser tests use ${browser}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
