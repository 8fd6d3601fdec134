/** The command line of `npm run try`. */
import { describe, expect, test } from 'vitest';
import { readOptions } from '../../playground/try/read-options.ts';

describe('a command line that is understood', () => {
  test('a file alone is synced with nothing fixed and no deletes', () => {
    expect(readOptions(['listings.csv'])).toEqual({
      ok: true,
      value: {
        kind: 'try',
        filePath: 'listings.csv',
        action: 'sync',
        fixed: {},
        isLenient: false,
        appliesRecipe: false,
        isStrict: false,
        agreesToDeletes: false,
      },
    });
  });

  test('every option is read, before or after the file', () => {
    const line =
      '--action push --key URL listings.csv --limit 20 --missing send --out a.csv --locale de_DE --strict-records --yes-delete';
    expect(readOptions(line.split(' '))).toEqual({
      ok: true,
      value: {
        kind: 'try',
        filePath: 'listings.csv',
        action: 'push',
        fixed: {},
        keyType: 'URL',
        limit: 20,
        missing: 'send',
        outPath: 'a.csv',
        locale: 'de_DE',
        isLenient: false,
        appliesRecipe: false,
        isStrict: true,
        agreesToDeletes: true,
      },
    });
  });

  test('fixed values repeat, and a value may hold an equals sign', () => {
    expect(
      readOptions(['a.csv', '--fixed', 'CurrencySymbol=$', '--fixed=Url=https://example.com/?id=1']),
    ).toMatchObject({
      ok: true,
      value: { fixed: { CurrencySymbol: '$', Url: 'https://example.com/?id=1' } },
    });
  });

  test.each([[['--help']], [['-h']], [['a.csv', '--help', '--limit', 'x']]])('%o asks for help', (args) => {
    expect(readOptions(args)).toEqual({ ok: true, value: { kind: 'help' } });
  });
});

describe('a command line that is not', () => {
  test.each([
    [[], 'Name a CSV file or a file of messages, such as: npm run try -- listings.csv'],
    [['a.csv', 'b.csv'], 'Name one file only; "b.csv" is too much.'],
    [['a.csv', '--fast'], "Unknown option '--fast'. See --help."],
    [['a.csv', '--limit'], "Option '--limit <value>' argument missing. See --help."],
    [['a.csv', '--key', 'mls'], '--key is one of MLSNumber, URL, NewOaks, not "mls".'],
    [['a.csv', '--missing', 'guess'], '--missing is one of hold, send, not "guess".'],
    [['a.csv', '--limit', '0'], '--limit is a whole number from 1, not "0".'],
    [['a.csv', '--limit', '2.5'], '--limit is a whole number from 1, not "2.5".'],
    [['a.csv', '--locale', 'german'], '--locale looks like de_DE, not "german".'],
    [['a.csv', '--fixed', 'CurrencySymbol'], '--fixed is Field=value, not "CurrencySymbol".'],
    [['a.csv', '--fixed', 'City='], '--fixed is Field=value, not "City=".'],
    [['a.csv', '--fixed', 'City=A', '--fixed', 'City=B'], '--fixed names City twice.'],
  ])('%o: %s', (args, message) => {
    expect(readOptions(args)).toEqual({ ok: false, message });
  });
});
