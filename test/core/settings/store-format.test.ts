import { describe, expect, test } from 'vitest';
import {
  FORMAT_PROPERTY,
  formatStanding,
  migrationOf,
  namesOfExpired,
  STORE_FORMAT,
} from '../../../src/core/settings/store-format.ts';
import { partsOf, wholeText } from '../../../src/core/settings/stored-parts.ts';
import { headersMark } from '../../../src/core/terms/headers-mark.ts';

const TODAY = '2026-11-30';

test.each([
  [undefined, 'older'],
  ['0', 'older'],
  [String(STORE_FORMAT), 'current'],
  [String(STORE_FORMAT + 1), 'newer'],
  ['2b', 'newer'],
])('a store of form %s is %s', (text, standing) => expect(formatStanding(text)).toBe(standing));

describe('a migration', () => {
  const headers = ['MLS #', 'Price'];
  const old = JSON.stringify({ missing: 'send', seenHeaders: headers });
  const others = {
    connection: '{"version":1}',
    'schedule.s1': '{}',
    'tab:2': '{"missing":"hold"}',
    'tab:3': 'no JSON',
  };

  test('changes what has another form now, and keeps it as it was', () => {
    const { values, gone } = migrationOf({ 'tab:1': old, ...others }, TODAY);
    expect(values).toEqual({
      [FORMAT_PROPERTY]: String(STORE_FORMAT),
      'tab:1': JSON.stringify({ missing: 'send', seenHeaders: headersMark(headers) }),
      'old:2026-11-30:0:tab:1': old,
    });
    expect(gone).toEqual([]);
  });

  test('leaves no part over of a text that was longer', () => {
    const many = Array.from({ length: 900 }, (_, index) => `Column ${index}`);
    const stored = partsOf('tab:1', JSON.stringify({ seenHeaders: many }));
    const { values, gone } = migrationOf(stored, TODAY);
    const now = Object.fromEntries(Object.entries({ ...stored, ...values }).filter(([name]) => !gone.includes(name)));
    expect(wholeText('tab:1', now)).toBe(JSON.stringify({ seenHeaders: headersMark(many) }));
    expect(Object.keys(now).filter((name) => name.startsWith('tab:'))).toEqual(['tab:1']);
  });

  test('of what it made itself changes nothing', () => {
    const { values } = migrationOf({ 'tab:1': old, ...others }, TODAY);
    expect(migrationOf({ ...others, ...values }, TODAY).values).toEqual({ [FORMAT_PROPERTY]: String(STORE_FORMAT) });
  });
});

test('a store of form 1 is as good as it is, and only its number is raised', () => {
  const stored = { [FORMAT_PROPERTY]: '1', 'tab:1': '{"rowsThatLeft":"keep"}', connection: '{"version":1}' };
  expect(migrationOf(stored, TODAY)).toEqual({ values: { [FORMAT_PROPERTY]: '2' }, gone: [] });
});

test('an older text is kept for thirty days', () => {
  const stored = { 'old:2026-10-30:0:tab:1': 'x', 'old:2026-11-01:0:tab:2': 'y', 'tab:1': 'z' };
  expect(namesOfExpired(stored, Date.UTC(2026, 10, 30, 12))).toEqual(['old:2026-10-30:0:tab:1']);
});
