/** Takes the pictures of README and the guides from the playground: `npm run pictures`, or some of them: `-- menu.png`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startPlayground } from '../playground/serve/start-playground.ts';
import { findBrowser } from './find-browser.mjs';
import { palettePng } from './palette-png.ts';
import { type Frame, SCENES, type Scene, type Stage } from './picture-scenes.ts';

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));

/** The window of a reader; README shows the whole of it. */
const WINDOW = { width: 1280, height: 800 };

/** Pages with heavier pictures load slowly, and every version of a picture stays in the repository for good. */
const MAX_PICTURE_BYTES = 150_000;

/** Chromium refuses its sandbox to root, and draws frames that it isolates at one pixel a point, enlarged and blurred. */
const BROWSER_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-features=IsolateSandboxedIframes',
];

async function takePictures(): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error('There is no Chromium to take pictures with: run `node scripts/find-browser.mjs` first.');
  }
  await mkdir(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  try {
    const names = process.argv.slice(2);
    for (const scene of SCENES) {
      if (names.length > 0 && !names.includes(scene.fileName)) continue;
      await keep(scene, palettePng(await takePicture(browser, scene)));
    }
  } finally {
    await browser.close();
  }
}

async function keep({ fileName }: Scene, picture: Uint8Array): Promise<void> {
  if (picture.length > MAX_PICTURE_BYTES) {
    throw new Error(`${fileName} would have ${picture.length} bytes, more than ${MAX_PICTURE_BYTES}.`);
  }
  await writeFile(`${FOLDER}${fileName}`, picture);
  console.log(`${fileName} ${(picture.length / 1000).toFixed(0)} kB`);
}

/** Plays a scene in a playground of its own, so that no picture shows what another one did. */
async function takePicture(browser: Browser, { frame, play }: Scene): Promise<Uint8Array> {
  const playground = await startPlayground({ port: 0 });
  const page = await browser.newPage({ viewport: WINDOW, deviceScaleFactor: frame.kind === 'page' ? 1 : 2 });
  try {
    await page.goto(playground.url);
    const stage = { page, playground, sidebar: page.frameLocator('iframe[title="Listing Sync"]') };
    await stage.sidebar.getByRole('region', { name: 'Active tab' }).waitFor();
    await play(stage);
    await page.mouse.move(0, 0);
    return await shoot(stage, frame);
  } finally {
    await page.close();
    await playground.close();
  }
}

async function shoot({ page }: Stage, frame: Frame): Promise<Uint8Array> {
  const options = { animations: 'disabled', caret: 'hide' } as const;
  switch (frame.kind) {
    case 'page':
      return page.screenshot(options);
    case 'corner':
      return page.screenshot({ ...options, clip: { x: 0, y: 0, width: frame.width, height: frame.height } });
    case 'sidebar':
      await fitSidebar(page, frame.maxHeight);
      return page.getByRole('complementary', { name: 'Listing Sync' }).screenshot(options);
    default:
      return frame satisfies never;
  }
}

/** Makes the window as high as the sidebar needs, so that the picture has no scroll bar and no empty half. */
async function fitSidebar(page: Page, maxHeight: number): Promise<void> {
  const frame = page.locator('iframe[title="Listing Sync"]');
  const shownHeight = (await frame.boundingBox())?.height ?? WINDOW.height;
  const neededHeight = await frame
    .contentFrame()
    .locator('main')
    .evaluate((main) => main.scrollHeight);
  const height = WINDOW.height - shownHeight + Math.min(Math.ceil(neededHeight), maxHeight);
  await page.setViewportSize({ width: WINDOW.width, height: Math.ceil(height) });
}

await takePictures();
