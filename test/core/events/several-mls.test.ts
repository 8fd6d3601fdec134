/** The order of keys when listings of a second MLS come. */
import { expect, test } from 'vitest';
import { keysForSeveralMls } from '../../../src/core/events/several-mls.ts';

const USUAL = ['NewOaks', 'MLSNumber', 'URL'] as const;

test.each([
  ['a second name comes', USUAL, ['Dune MLS', ''], ['Cape MLS'], true],
  ['two names come into a blank tab', USUAL, [], ['Dune MLS', 'Cape MLS'], true],
  ['the same name comes, written otherwise', USUAL, ['Dune MLS'], [' dune mls '], false],
  ['no name is told', USUAL, [''], [''], false],
  ['the tab had two already', USUAL, ['Dune MLS', 'Cape MLS'], ['Bay MLS'], false],
  ['somebody has chosen an order', ['MLSNumber', 'URL'] as const, ['Dune MLS'], ['Cape MLS'], false],
])('where %s', (_what, keyTypes, before, after, doesChange) => {
  expect(keysForSeveralMls(keyTypes, before, after)).toEqual(doesChange ? ['NewOaks', 'URL', 'MLSNumber'] : undefined);
});
