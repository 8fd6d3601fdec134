/** Makes PNG pictures of user interfaces small: 256 colours are enough for flat areas and the edges of letters. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MAX_COLORS = 256;
const BYTES_PER_PIXEL = 3;
/** Eight bits a channel, three channels, no alpha, as browsers write screenshots. */
const TRUE_COLOR = { bitDepth: 8, colorType: 2 };
const PALETTE_COLOR_TYPE = 3;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel, row by row. */
  readonly rgb: Uint8Array;
}

/**
 * The picture with at most 256 colours: the most frequent ones stay exactly as they are, and each other one becomes the
 * nearest of these.
 *
 * @param png A PNG with 8 bits a channel, without alpha and without interlacing; anything else is refused.
 * @see https://www.w3.org/TR/png-3/ "Portable Network Graphics (PNG) Specification" (read 2026-11-21)
 */
export function palettePng(png: Uint8Array): Uint8Array {
  const { width, height, rgb } = readPixels(Buffer.from(png));
  const palette = frequentColors(rgb);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(width, height)),
    chunk('PLTE', Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]))),
    chunk('IDAT', deflateSync(paletteRows(width, height, rgb, palette), { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Compression deflate, filter method adaptive, no interlacing: three zeros. */
function header(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, PALETTE_COLOR_TYPE], 8);
  return data;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** One byte a pixel; each row begins with its filter, which is none: indices have no gradients to predict. */
function paletteRows(width: number, height: number, rgb: Uint8Array, palette: readonly number[]): Buffer {
  const indexes = new Map(palette.map((color, index) => [color, index]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const color = colorAt(rgb, pixel);
    const index = indexes.get(color) ?? nearestIndex(color, palette);
    indexes.set(color, index);
    rows[pixel + Math.floor(pixel / width) + 1] = index;
  }
  return rows;
}

function frequentColors(rgb: Uint8Array): readonly number[] {
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < rgb.length / BYTES_PER_PIXEL; pixel += 1) {
    const color = colorAt(rgb, pixel);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, count], [, otherCount]) => otherCount - count)
    .slice(0, MAX_COLORS)
    .map(([color]) => color);
}

function nearestIndex(color: number, palette: readonly number[]): number {
  const distances = palette.map((candidate) => distance(color, candidate));
  return distances.indexOf(Math.min(...distances));
}

function distance(color: number, other: number): number {
  const channel = (shift: number): number => ((color >> shift) & 255) - ((other >> shift) & 255);
  return channel(16) ** 2 + channel(8) ** 2 + channel(0) ** 2;
}

function colorAt(rgb: Uint8Array, pixel: number): number {
  const at = pixel * BYTES_PER_PIXEL;
  return (byteAt(rgb, at) << 16) | (byteAt(rgb, at + 1) << 8) | byteAt(rgb, at + 2);
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

function readPixels(png: Buffer): Pixels {
  const chunks = readChunks(png);
  const head = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (head?.[8] !== TRUE_COLOR.bitDepth || head[9] !== TRUE_COLOR.colorType || head[12] !== 0) {
    throw new Error('Only PNGs with 8 bits a channel, no alpha and no interlacing can be made smaller.');
  }
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  return { width, height, rgb: unfilter(inflateSync(packed), width, height) };
}

function readChunks(png: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Undoes the filters, by which a row tells only how its bytes differ from their neighbours. */
function unfilter(filtered: Uint8Array, width: number, height: number): Uint8Array {
  const rowBytes = width * BYTES_PER_PIXEL;
  const bytes = new Uint8Array(rowBytes * height);
  for (let index = 0; index < bytes.length; index += 1) {
    const row = Math.floor(index / rowBytes);
    const isFirstPixel = index % rowBytes < BYTES_PER_PIXEL;
    const left = isFirstPixel ? 0 : byteAt(bytes, index - BYTES_PER_PIXEL);
    const above = byteAt(bytes, index - rowBytes);
    const aboveLeft = isFirstPixel ? 0 : byteAt(bytes, index - rowBytes - BYTES_PER_PIXEL);
    const filter = byteAt(filtered, row * (rowBytes + 1));
    bytes[index] = byteAt(filtered, index + row + 1) + prediction(filter, left, above, aboveLeft);
  }
  return bytes;
}

function prediction(filter: number, left: number, above: number, aboveLeft: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, aboveLeft);
    default:
      throw new Error(`A PNG row has no filter ${filter}.`);
  }
}

/** The neighbour nearest to `left + above - aboveLeft`; ties go in this order. */
function paeth(left: number, above: number, aboveLeft: number): number {
  const [toLeft, toAbove] = [Math.abs(above - aboveLeft), Math.abs(left - aboveLeft)];
  const toAboveLeft = Math.abs(left + above - 2 * aboveLeft);
  if (toLeft <= toAbove && toLeft <= toAboveLeft) return left;
  return toAbove <= toAboveLeft ? above : aboveLeft;
}
