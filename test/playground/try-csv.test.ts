/** Reading the CSV file of `npm run try`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCsv, readCsvFile } from '../../playground/try/read-csv.ts';

const parseText = (text: string) => parseCsv(new TextEncoder().encode(text), 'a.csv');

describe('a file that is CSV', () => {
  test.each([
    [
      'plain lines',
      'MLS,City\n1,Racine\n',
      [
        ['MLS', 'City'],
        ['1', 'Racine'],
      ],
    ],
    [
      'Windows line ends, no last one',
      'MLS,City\r\n1,Racine',
      [
        ['MLS', 'City'],
        ['1', 'Racine'],
      ],
    ],
    [
      'a byte order mark',
      '\uFEFFMLS,City\n1,Racine\n',
      [
        ['MLS', 'City'],
        ['1', 'Racine'],
      ],
    ],
    [
      'quoted commas, quotes and line breaks',
      'a,b\n"1,5","say ""hi""\nagain"\n',
      [
        ['a', 'b'],
        ['1,5', 'say "hi"\nagain'],
      ],
    ],
    [
      'semicolons',
      'MLS;Price\n1;1,5\n',
      [
        ['MLS', 'Price'],
        ['1', '1,5'],
      ],
    ],
    [
      'tabs',
      'MLS\tPrice\n1\t1,5\n',
      [
        ['MLS', 'Price'],
        ['1', '1,5'],
      ],
    ],
    [
      'semicolons inside a quoted header',
      '"a;b;c;d",e\n1,2\n',
      [
        ['a;b;c;d', 'e'],
        ['1', '2'],
      ],
    ],
    [
      'a short notice line',
      'a,b,c\nNotice\n1,2,3\n',
      [
        ['a', 'b', 'c'],
        ['Notice', '', ''],
        ['1', '2', '3'],
      ],
    ],
    [
      'a title above the header',
      'Homes\na,b\n1,2\n',
      [
        ['Homes', ''],
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'blank cells beyond the header',
      'a,b\n1,2\n3,4,,\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'a blank line',
      'a,b\n\n1,2\n',
      [
        ['a', 'b'],
        ['', ''],
        ['1', '2'],
      ],
    ],
    [
      'spaces as they are',
      'a,b\n 1 ,02139\n',
      [
        ['a', 'b'],
        [' 1 ', '02139'],
      ],
    ],
    ['one column', 'ID\n1\n', [['ID'], ['1']]],
    [
      'Windows line ends in the first line only',
      'a,b\r\n1,2\n3,4\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'every line end there is, and a line break inside quotes as it was',
      'a,b\n1,2\r\n3,"4\r\n5"\r6,7',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4\r\n5'],
        ['6', '7'],
      ],
    ],
    [
      'a header with as many commas as semicolons',
      'Price, EUR;Size, m²;City\n1;2;Ulm\n3;4;Bonn, Nord\n',
      [
        ['Price, EUR', 'Size, m²', 'City'],
        ['1', '2', 'Ulm'],
        ['3', '4', 'Bonn, Nord'],
      ],
    ],
    [
      'decimal commas under a header without any',
      'Price;Size\n1,5;2,5\n2,5;3,5\n',
      [
        ['Price', 'Size'],
        ['1,5', '2,5'],
        ['2,5', '3,5'],
      ],
    ],
    [
      'bars, as some MLS exports have them',
      'MLS|Remarks\n1|Bright, quiet; new\n',
      [
        ['MLS', 'Remarks'],
        ['1', 'Bright, quiet; new'],
      ],
    ],
  ])('%s', (_case, text, rows) => {
    expect(parseText(text)).toEqual({ ok: true, value: rows });
  });

  test.each([
    ['UTF-16 with its mark', Uint8Array.of(0xff, 0xfe), true],
    ['UTF-16 the other way round', Uint8Array.of(0xfe, 0xff), false],
    ['UTF-16 without a mark', new Uint8Array(), true],
    ['UTF-16 the other way round without a mark', new Uint8Array(), false],
  ])('%s', (_case, mark, isLittle) => {
    const text = 'MLS\tCity\r\n1\tCórdoba\r\n2\tRacine\r\n';
    const bytes = [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return isLittle ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
    });
    expect(parseCsv(Uint8Array.from([...mark, ...bytes]), 'a.csv')).toEqual({
      ok: true,
      value: [
        ['MLS', 'City'],
        ['1', 'Córdoba'],
        ['2', 'Racine'],
      ],
    });
  });

  test('whatever is written as CSV is read back as it was', () => {
    const cell = fc.string({ unit: 'grapheme-ascii', minLength: 1 });
    const table = fc.integer({ min: 2, max: 5 }).chain((width) => {
      const row = fc.array(cell, { minLength: width, maxLength: width });
      return fc.array(row, { minLength: 1, maxLength: 5 });
    });
    fc.assert(
      fc.property(table, (rows) => {
        const text = `first,second${',x'.repeat((rows[0]?.length ?? 2) - 2)}\n${stringify(rows, { quoted: true })}`;
        const read = parseText(text);
        expect(read.ok && read.value.slice(1)).toEqual(rows);
      }),
    );
  });
});

describe('a file that is not', () => {
  test.each([
    ['nothing', '', 'a.csv is empty.'],
    ['only blanks', ' \r\n\n', 'a.csv is empty.'],
    ['a quote never closed', 'a,b\n"1,2\n3,4\n', 'a.csv: a quote is opened and never closed.'],
    [
      'text after a quote',
      'a,b\n"1"x,2\n',
      'a.csv, line 2: a quote stands inside a cell; write it twice ("") and put quotes around the cell.',
    ],
    [
      'a quote inside a cell',
      'a,b\n1,2\n5" pipe,4\n',
      'a.csv, line 3: a quote stands inside a cell; write it twice ("") and put quotes around the cell.',
    ],
    [
      'a line too long',
      'a,b\n1,2\n3,4,5\n',
      'a.csv, line 3: 3 cells where most lines have 2; a text with the separator in it needs quotes around it.',
    ],
    [
      'a cell that no sheet can hold',
      `MLS,Remarks\n1,short\n2,${'x'.repeat(55_000)}\n`,
      'a.csv, row 3, column “Remarks”: 55,000 characters, and a cell of Sheets holds 50,000. Shorten the text.',
    ],
    ['a zip archive', 'PK\u0003\u0004\u0000\u0000', 'a.csv is not a CSV file: it holds binary data.'],
  ])('%s', (_case, text, message) => {
    expect(parseText(text)).toEqual({ ok: false, message });
  });

  test('text in another encoding is named as such', () => {
    expect(parseCsv(Uint8Array.of(0x4d, 0xfc, 0x6c), 'a.csv')).toEqual({
      ok: false,
      message: 'a.csv is not UTF-8 text; save it as "CSV UTF-8" and try again.',
    });
  });
});

describe('a path', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'try-csv-'));
    await writeFile(join(folder, 'a.csv'), 'a,b\n1,2\n');
  });

  afterAll(() => rm(folder, { recursive: true }));

  test('a file is read', async () => {
    expect(await readCsvFile(join(folder, 'a.csv'))).toEqual({
      ok: true,
      value: [
        ['a', 'b'],
        ['1', '2'],
      ],
    });
  });

  test('a file that is not there is named', async () => {
    const path = join(folder, 'b.csv');
    expect(await readCsvFile(path)).toEqual({ ok: false, message: `There is no file ${path}.` });
  });

  test('a folder is no CSV file', async () => {
    expect(await readCsvFile(folder)).toEqual({ ok: false, message: `${folder} is a folder, not a CSV file.` });
  });
});
