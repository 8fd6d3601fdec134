import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCoordinate } from '../../../../src/core/listing/cell/read-coordinate.ts';
import { readUrl } from '../../../../src/core/listing/cell/read-url.ts';
import { readUrlList } from '../../../../src/core/listing/cell/read-url-list.ts';
import { checkbox, dateCell, numberCell, outcomeOf, textCell } from '../cells.ts';

describe('a web address', () => {
  test.each([
    ['https://www.redfin.com/CA/home/1', 'https://www.redfin.com/CA/home/1'],
    ['http://a.com/1?b=2#c', 'http://a.com/1?b=2#c'],
    ['  https://a.com/1  ', 'https://a.com/1'],
    ['www.a.com/1', 'https://www.a.com/1'],
    ['WWW.Ä-B.COM/Photo?A=1', 'https://WWW.Ä-B.COM/Photo?A=1'],
    ['redfin.com/CA/home/1', 'https://redfin.com/CA/home/1'],
    ['//a.com/1', 'https://a.com/1'],
    ['<https://a.com/1>', 'https://a.com/1'],
    ['https://a.com/1?utm_source=x&utm_medium=y', 'https://a.com/1?utm_source=x&utm_medium=y'],
    ['https://en.wikipedia.org/wiki/Foo_(bar)', 'https://en.wikipedia.org/wiki/Foo_(bar)'],
    ['', 'empty'],
    ['N/A', 'empty'],
    ['#REF!', 'unreadable'],
  ])('written %j is %s', (text, outcome) => {
    expect(outcomeOf(readUrl(textCell(text)))).toBe(outcome);
  });

  test.each([
    ['/homedetails/1', 'The name of the site is missing; give the full address.'],
    ['homedetails/1', 'The name of the site is missing; give the full address.'],
    ['front.jpg', 'The name of the site is missing; give the full address.'],
    ['https://a.com/1 https://a.com/2', 'The cell holds more than one address.'],
    ['https://a.com/1,https://a.com/2', 'The cell holds more than one address.'],
    ['a.com/1;b.com/2', 'The cell holds more than one address.'],
    ['https://a.com/1\nwww.b.com', 'The cell holds more than one address.'],
    ['View listing', 'If the address is hidden behind these words, show the address itself.'],
    ['javascript:alert(1)', 'If the address is hidden behind these words, show the address itself.'],
    ['mailto:a@b.com', 'If the address is hidden behind these words, show the address itself.'],
  ])('cannot be %j', (text, because) => {
    expect(readUrl(textCell(text))).toMatchObject({ kind: 'unreadable', because });
  });

  test('hidden behind words is taken from the link of the cell', () => {
    expect(readUrl({ ...textCell('View listing'), link: 'https://a.com/1' })).toEqual({
      kind: 'value',
      value: 'https://a.com/1',
    });
  });

  test.each([numberCell(5), checkbox(true), dateCell('2026-01-02')])('is never the cell %j', (cell) => {
    expect(readUrl(cell).kind).toBe('unreadable');
  });
});

describe('a list of pictures', () => {
  const TWO = ['https://a.com/1.jpg', 'https://a.com/2.jpg'];

  test.each([
    ['https://a.com/1.jpg\nhttps://a.com/2.jpg', TWO],
    ['https://a.com/1.jpg, https://a.com/2.jpg', TWO],
    ['https://a.com/1.jpg,https://a.com/2.jpg', TWO],
    ['https://a.com/1.jpg https://a.com/2.jpg', TWO],
    ['https://a.com/1.jpg;https://a.com/2.jpg;', TWO],
    ['a.com/1.jpg;a.com/2.jpg', TWO],
    ['https://a.com/1.jpg ^ https://a.com/2.jpg', TWO],
    ['https://a.com/1.jpg - https://a.com/2.jpg', TWO],
    ['https://a.com/1.jpg<br>https://a.com/2.jpg', TWO],
    ['<img src="https://a.com/1.jpg" alt="A, b" /><img class=c src=https://a.com/2.jpg>', TWO],
    ['https://a.com/1.jpg\\nhttps://a.com/2.jpg', TWO],
    ['https://a.com/1.jpghttps://a.com/2.jpg', TWO],
    ["['https://a.com/1.jpg', 'https://a.com/2.jpg']", TWO],
    ["('https://a.com/1.jpg', 'https://a.com/2.jpg',)", TWO],
    ['{https://a.com/1.jpg,https://a.com/2.jpg}', TWO],
    ['{"https://a.com/1.jpg","https://a.com/2.jpg"}', TWO],
    ['[https://a.com/1.jpg, https://a.com/2.jpg]', TWO],
    ["[{'url': 'https://a.com/1.jpg', 'order': None}, {'url': 'https://a.com/2.jpg', 'order': 2}]", TWO],
    ['{"photos":[{"href":"https://a.com/1.jpg"},{"href":"https://a.com/2.jpg"}]}', TWO],
    ['https://a.com/1(2).jpg', ['https://a.com/1(2).jpg']],
    ['https://a.com/w=1,h=2/1.jpg', ['https://a.com/w=1,h=2/1.jpg']],
    ['[]', 'empty'],
    ['https://a.com/1.jpg;2.jpg', 'unreadable'],
    ['[{"caption":"Kitchen"}]', 'unreadable'],
    ["['https://a.com/1.jpg', '/2.jpg']", 'unreadable'],
    ['https://a.com/1.jpg Kitchen', 'unreadable'],
    ['https://a.com/1.jpg | https://a.com/2.jpg', TWO],
    ['["https://a.com/1.jpg","https://a.com/2.jpg"]', TWO],
    ['[{"url":"https://a.com/1.jpg"},{"url":"https://a.com/2.jpg"}]', TWO],
    ['"https://a.com/1.jpg", "https://a.com/2.jpg"', TWO],
    ['a.com/1.jpg, a.com/2.jpg', TWO],
    ['https://a.com/1.jpg,\n\n https://a.com/2.jpg\n', TWO],
    ['https://a.com/1.jpg,,, "https://a.com/2.jpg"', TWO],
    ['https://a.com/2.jpg\nhttps://a.com/1.jpg', ['https://a.com/2.jpg', 'https://a.com/1.jpg']],
    ['https://a.com/w_200,h_100/1.jpg', ['https://a.com/w_200,h_100/1.jpg']],
    ['https://a.com/1.jpg?a=1,2;b, https://a.com/2.jpg', ['https://a.com/1.jpg?a=1,2;b', 'https://a.com/2.jpg']],
    ['https://a.com/1.jpg;a.com/2.jpg', TWO],
    ['a.com/1.jpg;a.com/2.jpg', TWO],
    ['https://a.com/1.jpg|a.com/2.jpg', TWO],
    ['https://a.com/1.jpg,a.com/2.jpg', TWO],
    ['https://a.com/1.jpghttps://a.com/2.jpg', TWO],
    ['https://a.com/1.jpg?w=9;https://a.com/2.jpg', ['https://a.com/1.jpg?w=9', 'https://a.com/2.jpg']],
    ['https://a.com/photo/1;a.com/photo/2', ['https://a.com/photo/1', 'https://a.com/photo/2']],
    ['https://a.com/1.JPG;//b.org/2', ['https://a.com/1.JPG', 'https://b.org/2']],
    ['https://a.com/l_logo.png,w_20/house.jpg', ['https://a.com/l_logo.png,w_20/house.jpg']],
    ['https://a.com/photo;v=2/1.jpg', ['https://a.com/photo;v=2/1.jpg']],
    ['https://a.com/1.jpg;2.jpg', 'unreadable'],
    ['https://a.com/1.jpg;ftp://a.com/2.jpg', 'unreadable'],
    ['https://a.com/1.jpg', ['https://a.com/1.jpg']],
    ['', 'empty'],
    ['[]', 'empty'],
    ['/1.jpg', 'unreadable'],
    ['front.jpg, back.jpg', 'unreadable'],
    ['https://a.com/1.jpg, see website', 'unreadable'],
    ['[broken', 'unreadable'],
  ])('written %j is %o', (text, outcome) => {
    expect(outcomeOf(readUrlList(textCell(text)))).toEqual(outcome);
  });

  test('names the entry that is no address', () => {
    expect(readUrlList(textCell('https://a.com/1.jpg\n/2.jpg'))).toMatchObject({
      because: '“/2.jpg” is no full address. The name of the site is missing; give the full address.',
    });
  });

  test('holds each picture once and notes what may not show', () => {
    const text = 'http://a.com/1.jpg\nhttp://a.com/1.jpg\nhttps://drive.google.com/file/d/1/view';
    expect(readUrlList(textCell(text))).toEqual({
      kind: 'value',
      value: ['http://a.com/1.jpg', 'https://drive.google.com/file/d/1/view'],
      note: '1 repeated left out; 1 of 2 without https; 1 of 2 lead to a share page, not to a picture',
    });
  });

  test('is not a number of pictures', () => {
    expect(readUrlList(numberCell(24))).toMatchObject({ because: 'It seems to be a number of pictures.' });
  });

  test('reads back as it was joined, by any separator', () => {
    const address = fc
      .webUrl({ withQueryParameters: true, validSchemes: ['https'] })
      .filter((url) => !/[,;|"'<>]|%/.test(url) && !/[?&,;]$/.test(url));
    const separator = fc.constantFrom('\n', ', ', ',', ';', ' | ', ' ');
    fc.assert(
      fc.property(fc.uniqueArray(address, { minLength: 1, maxLength: 8 }), separator, (addresses, sign) => {
        expect(outcomeOf(readUrlList(textCell(addresses.join(sign))))).toEqual(addresses);
      }),
    );
  });
});

describe('a coordinate', () => {
  test.each([
    ['39.65', 39.65, 39.65],
    ['39,65', 39.65, 39.65],
    ['-34.08', -34.08, -34.08],
    ['-84.08', 'unreadable', -84.08],
    ['39.65, -84.08', 39.65, -84.08],
    ['39.65,-84.08', 39.65, -84.08],
    ['40.7128,74.0060', 40.7128, 74.006],
    ['(39.65, -84.08)', 39.65, -84.08],
    ['39.65 -84.08', 39.65, -84.08],
    ['39,65; -84,08', 39.65, -84.08],
    ['39,65, -84,08', 39.65, -84.08],
    ['39.65° N, 84.08° W', 39.65, -84.08],
    ['39°39\'0"N 84°4\'48"W', 39.65, -84.08],
    ['33.87 S, 151.21 E', -33.87, 151.21],
    ['', 'empty', 'empty'],
    ['here', 'unreadable', 'unreadable'],
    ['1,234,567', 'unreadable', 'unreadable'],
  ])('written %j is latitude %s and longitude %s', (text, latitude, longitude) => {
    expect(outcomeOf(readCoordinate(textCell(text), 'latitude'))).toBe(latitude);
    expect(outcomeOf(readCoordinate(textCell(text), 'longitude'))).toBe(longitude);
  });

  test('beyond its range is unreadable, and a likely swap is named', () => {
    expect(readCoordinate(numberCell(-118.2), 'latitude')).toEqual({
      kind: 'unreadable',
      expected: 'a latitude from -60 to 90',
      because: 'Latitude and longitude may be swapped.',
    });
    // Nobody lives so far south, and Chicago lies at 87.65 west.
    expect(readCoordinate(numberCell(-87.65), 'latitude')).toMatchObject({
      because: 'Latitude and longitude may be swapped.',
    });
    expect(outcomeOf(readCoordinate(numberCell(181), 'longitude'))).toBe('unreadable');
    expect(outcomeOf(readCoordinate(numberCell(396_500), 'latitude'))).toBe('unreadable');
  });

  test('reads back as it was written, with point or comma', () => {
    const degrees = fc.integer({ min: -6_000_000, max: 9_000_000 }).map((units) => units / 100_000);
    fc.assert(
      fc.property(degrees, (latitude) => {
        const text = latitude.toFixed(5);
        expect(outcomeOf(readCoordinate(textCell(text), 'latitude'))).toBe(Number(text));
        expect(outcomeOf(readCoordinate(textCell(text.replace('.', ',')), 'latitude'))).toBe(Number(text));
      }),
    );
  });
});

test('a list in lists in lists is no list of pictures, and breaks no reader', () => {
  expect(readUrlList(textCell(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)).kind).toBe('unreadable');
});

describe('what is no picture of a home', () => {
  const LEFT_OUT = 'left out, since a placeholder or a film is no picture of the home';

  test.each([
    ...['https://a.com/no-image.jpg', 'https://a.com/img/noimage.png', 'https://a.com/no_photo_available.gif?v=2'],
    ...['https://a.com/placeholder.png', 'https://a.com/placeholder-640x480.jpg', 'https://a.com/nophoto_large.webp'],
    ...[
      'https://a.com/image-not-available.svg',
      'https://a.com/photo_coming_soon.jpg',
      'https://a.com/default-listing.jpg',
    ],
    ...['https://youtu.be/abc', 'https://www.youtube.com/watch?v=abc', 'https://vimeo.com/12'],
  ])('is left out, and the row says so: %s', (address) => {
    expect(readUrlList(textCell(address))).toEqual({ kind: 'empty', note: `1 ${LEFT_OUT}` });
    expect(readUrlList(textCell(`${address}, https://a.com/1.jpg`))).toMatchObject({
      value: ['https://a.com/1.jpg'],
      note: `1 ${LEFT_OUT}`,
    });
  });

  test.each([
    'https://a.com/no-image/1.jpg',
    'https://a.com/casino-image.jpg',
    'https://a.com/default.jpg',
    'https://a.com/no-photo-of-the-old-barn.jpg',
    'https://a.com/placeholder-street-12.jpg',
  ])('is not told by a part of a name: %s', (address) => {
    expect(outcomeOf(readUrlList(textCell(address)))).toEqual([address]);
  });
});
