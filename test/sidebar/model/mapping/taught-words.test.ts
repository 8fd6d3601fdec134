/** Teaching and forgetting words. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  taughtWordList,
  withoutTaughtWord,
  withTaughtWord,
} from '../../../../src/sidebar/model/mapping/taught-words.ts';
import { SETTINGS } from '../fixtures.ts';

const NEW = { vocabulary: 'listingStatus', word: 'Neu', meaning: 'active' };
const LET = { vocabulary: 'saleType', word: 'Miete', meaning: 'for_rent' };

const anyTaught = fc.record({
  vocabulary: fc.constantFrom('listingStatus', 'saleType'),
  word: fc.string(),
  meaning: fc.constantFrom('active', 'sold'),
});

test('words are listed with what they mean', () => {
  const settings = withTaughtWord(withTaughtWord(SETTINGS, NEW), LET);
  expect(settings.taughtWords).toEqual({ listingStatus: { Neu: 'active' }, saleType: { Miete: 'for_rent' } });
  expect(taughtWordList(settings)).toEqual([NEW, LET]);
});

test('a word that is taught again means the newer thing', () => {
  const settings = withTaughtWord(withTaughtWord(SETTINGS, NEW), { ...NEW, meaning: 'comingSoon' });
  expect(taughtWordList(settings)).toEqual([{ ...NEW, meaning: 'comingSoon' }]);
});

test('forgetting a word that is not there changes nothing', () => {
  expect(withoutTaughtWord(withTaughtWord(SETTINGS, LET), NEW)).toEqual(withTaughtWord(SETTINGS, LET));
});

test('whatever word is taught is in the list, and gone with all its traces once forgotten', () => {
  fc.assert(
    fc.property(anyTaught, (taught) => {
      const settings = withTaughtWord(SETTINGS, taught);
      expect(taughtWordList(settings)).toEqual([taught]);
      expect(withoutTaughtWord(settings, taught)).toEqual(SETTINGS);
    }),
  );
});
