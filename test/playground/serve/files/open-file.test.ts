/** CSV and XLSX files as tabs of the emulated spreadsheet, and tabs as files. */
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Emulator } from '../../../../playground/apps-script/emulator.ts';
import { startEmulator } from '../../../../playground/apps-script/start-emulator.ts';
import { addSheets } from '../../../../playground/serve/files/add-sheets.ts';
import { readFileSheets } from '../../../../playground/serve/files/read-file.ts';
import { csvOf, xlsxOf } from '../../../../playground/serve/files/write-file.ts';
import { freezeRows, readTab } from '../../../../playground/serve/sheet-scripts.ts';

const encode = (text: string) => new TextEncoder().encode(text);

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ files: { 'Code.js': '' }, hosts: {}, timeZone: 'America/New_York' });
});
afterAll(() => emulator.close());

async function open(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readFileSheets(name, bytes);
  if (!read.ok) throw new Error(read.message);
  return addSheets(emulator.hands, read.value).map(({ tabName }) => tabName);
}

async function complaint(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readFileSheets(name, bytes);
  return read.ok ? 'opened' : read.message;
}

function tab(name: string) {
  const found = emulator.hands.snapshot().tabs.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no tab ${name}.`);
  return found;
}

const texts = (name: string) => tab(name).cells.map((row) => row.map(({ text }) => text));

/** A sheet with one cell of each kind. */
function mixedFile(): Promise<Uint8Array> {
  const date = new Date(Date.UTC(2026, 10, 29));
  const time = new Date(Date.UTC(2026, 2, 9, 14, 30));
  return writeXlsx({
    sheets: [
      {
        name: 'Homes',
        freezePane: { rows: 1 },
        rows: [
          ['Key', 'ZIP', 'Price', 'Share', 'Listed', 'Viewing', 'New', 'Note'],
          ['H-1', '02139', 749_000.5, 0.25, date, time, true, '=== PRICE IMPROVED ==='],
          ['H-2', '3/5', 1e21, null, null, null, false, '+ boat slip'],
        ],
        cells: new Map([
          ['1,2', { value: 749_000.5, style: { numFmt: '$#,##0.00' } }],
          ['1,3', { value: 0.25, style: { numFmt: '0%' } }],
          ['1,4', { value: date, style: { numFmt: 'm/d/yyyy' } }],
          ['1,5', { value: time, style: { numFmt: 'yyyy-mm-dd hh:mm' } }],
        ]),
      },
      { name: 'Secret', hidden: true, rows: [['not shown']] },
      { name: 'Empty', rows: [] },
    ],
  });
}

test('the cells of a CSV file are read as if typed, and its name becomes the tab', async () => {
  const names = await open(
    'spring homes.csv',
    encode('Key;ZIP;Price;Listed;New\nH-1;02139;$749,000;11/29/2026;TRUE\n'),
  );
  expect(names).toEqual(['spring homes']);
  expect(texts('spring homes')).toEqual([
    ['Key', 'ZIP', 'Price', 'Listed', 'New'],
    ['H-1', '2139', '$749,000', '11/29/2026', 'TRUE'],
  ]);
  expect(emulator.hands.values('spring homes')[1]).toEqual(['H-1', 2139, 749_000, expect.any(Date), true]);
});

test('the cells of an XLSX file keep their kinds and formats, and texts stay texts whatever they look like', async () => {
  const names = await open('homes.xlsx', await mixedFile());
  expect(names).toEqual(['Homes']);
  const [, first, second] = emulator.hands.values('Homes');
  expect(first?.slice(0, 4)).toEqual(['H-1', '02139', 749_000.5, 0.25]);
  expect(first?.slice(6)).toEqual([true, '=== PRICE IMPROVED ===']);
  expect(second).toEqual(['H-2', '3/5', 1e21, '', '', '', false, '+ boat slip']);
  expect(texts('Homes')[1]?.slice(1, 6)).toEqual(['02139', '$749,000.50', '25%', '11/29/2026', '2026-03-09 14:30']);
});

test('a price whose format names a language stays a price', async () => {
  const prices = [50, 450_000, 1_249.95];
  const cells = prices.map(
    (value, index) => [`${index},0`, { value, style: { numFmt: '[$€-de-DE]#,##0.00' } }] as const,
  );
  const file = await writeXlsx({
    sheets: [{ name: 'Euro', rows: prices.map((value) => [value]), cells: new Map(cells) }],
  });
  await open('euro.xlsx', file);
  expect(emulator.hands.values('Euro').map(([value]) => value)).toEqual(prices);
  expect(texts('Euro')).toEqual([['€50,00'], ['€450.000,00'], ['€1.249,95']]);
});

test('times and durations of an XLSX file are the numbers that it holds, and are written as such', async () => {
  const cells = [
    [0.5625, 'h:mm'],
    [1.5, '[h]:mm'],
  ] as const;
  const file = await writeXlsx({
    sheets: [
      {
        name: 'Times',
        rows: [cells.map(([value]) => value)],
        cells: new Map(cells.map(([value, numFmt], index) => [`0,${index}`, { value, style: { numFmt } }])),
      },
    ],
  });
  await open('times.xlsx', file);
  const [copy = ''] = await open('times again.xlsx', await xlsxOf(emulator, 'Times'));
  for (const name of ['Times', copy]) {
    expect((await readTab(emulator, name)).values).toEqual([[{ serial: 0.5625 }, { serial: 1.5 }]]);
    expect(texts(name)).toEqual([['13:30', '36:00']]);
  }
});

test('a text that looks like an escaped sign is the same in a file', async () => {
  const address = 'https://homes.example/0045671_x1080_1.jpg';
  await open('pictures.csv', encode(`Picture\n${address}\n`));
  const [copy = ''] = await open('pictures again.xlsx', await xlsxOf(emulator, 'pictures'));
  expect(texts(copy)).toEqual([['Picture'], [address]]);
});

test('a tab whose name is taken gets the next number', async () => {
  const file = encode('Key\nH-1\n');
  expect([await open('twice.csv', file), await open('Twice.csv', file)]).toEqual([['twice'], ['Twice 2']]);
});

test.each([
  ['homes.csv', encode(''), 'homes.csv is empty.'],
  ['homes.csv', encode('a\n"b'), 'homes.csv: a quote is opened and never closed.'],
  [
    'homes.xlsx',
    new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]),
    'homes.xlsx cannot be read as an XLSX file; open it in a spreadsheet program and save it anew.',
  ],
  [
    'homes.xls',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
    'homes.xls is locked with a password or an Excel file from before 2007; save it as XLSX without a password.',
  ],
  ['photo.csv', new Uint8Array([0xff, 0xd8, 0, 1]), 'photo.csv is not a CSV file: it holds binary data.'],
  ['homes.csv', new Uint8Array(20_000_001), 'homes.csv is larger than 20 MB; open a part of it.'],
  [
    'homes.csv',
    encode(`${','.repeat(999)}\n`.repeat(501)),
    'homes.csv has 501,000 cells; the playground opens files of up to 500,000.',
  ],
])('%s that cannot be opened says so in one sentence (%#)', async (name, bytes, sentence) => {
  expect(await complaint(name, bytes)).toBe(sentence);
});

test('an XLSX file without a filled sheet is empty', async () => {
  expect(await complaint('homes.xlsx', await writeXlsx({ sheets: [{ name: 'Empty', rows: [] }] }))).toBe(
    'homes.xlsx is empty.',
  );
});

test('a tab is written as CSV as it is shown, with quotes where they are needed', async () => {
  await open('shown.csv', encode('Key,Price,Note\nH-1,"$749,000","quiet, ""sunny"""\n'));
  expect(new TextDecoder().decode(csvOf(tab('shown')))).toBe('Key,Price,Note\nH-1,"$749,000","quiet, ""sunny"""\n');
});

test('a tab written as XLSX and opened again is the same', async () => {
  const [original = ''] = await open('round.xlsx', await mixedFile());
  await freezeRows(emulator, original, 1);
  const file = await xlsxOf(emulator, original);
  const [copy = ''] = await open('copy.xlsx', file);
  expect(texts(copy)).toEqual(texts(original));
  expect(emulator.hands.values(copy)).toEqual(emulator.hands.values(original));
  const { sheets } = await readXlsx(file);
  expect(sheets[0]?.freezePane?.rows).toBe(1);
});
