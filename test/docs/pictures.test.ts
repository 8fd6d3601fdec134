/** The pictures of the documents: those that are named exist, and those that are taken are named. */
import { readFile, stat } from 'node:fs/promises';
import { deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { palettePng } from '../../scripts/palette-png.ts';
import { SCENES } from '../../scripts/picture-scenes.ts';

const ROOT = new URL('../../', import.meta.url);
const DOCUMENTS = ['README.md', 'docs/user-guide.md', 'docs/install-guide.md'];
const MAX_PICTURE_BYTES = 150_000;

/** The addresses of the pictures a document shows, as seen from the project's root. */
async function picturesOf(document: string): Promise<readonly string[]> {
  const text = await readFile(new URL(document, ROOT), 'utf8');
  const sources = [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)|<img src="([^"]+)"[^>]* alt="[^"]+">/g)];
  return sources.map(([, markdown, html]) => new URL(markdown ?? html ?? '', new URL(document, ROOT)).href);
}

test('the pictures in the documents are exactly those that `npm run pictures` takes', async () => {
  const shown = (await Promise.all(DOCUMENTS.map(picturesOf))).flat();
  const taken = SCENES.map(({ fileName }) => new URL(`docs/pictures/${fileName}`, ROOT).href);
  expect([...new Set(shown)].sort()).toEqual([...taken].sort());
});

test.each(SCENES.map(({ fileName }) => fileName))('%s is there and small', async (fileName) => {
  const { size } = await stat(new URL(`docs/pictures/${fileName}`, ROOT));
  expect(size).toBeLessThan(MAX_PICTURE_BYTES);
});

/** A PNG of 2 × 2 pixels, red and white above white and white; its second row tells only the difference to the first. */
function smallPng(colorType: number): Uint8Array {
  const rows = [0, 255, 0, 0, 255, 255, 255, 2, 0, 255, 255, 0, 0, 0];
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, colorType, 0, 0, 0])),
    pngChunk('IDAT', deflateSync(Buffer.from(rows))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Without its check sum, which the reader does not look at. */
function pngChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

test('a PNG becomes a palette, the most frequent colour first, and one index a pixel', () => {
  const png = Buffer.from(palettePng(smallPng(2)));
  expect(chunkOf(png, 'PLTE')).toEqual([255, 255, 255, 255, 0, 0]);
  expect([...inflateSync(Buffer.from(chunkOf(png, 'IDAT')))]).toEqual([0, 1, 0, 0, 0, 0]);
});

function chunkOf(png: Buffer, type: string): readonly number[] {
  const start = png.indexOf(type) + 4;
  return [...png.subarray(start, start + png.readUInt32BE(start - 8))];
}

test('a PNG with transparency is refused, for a palette would lose it', () => {
  expect(() => palettePng(smallPng(6))).toThrow('no alpha');
});
