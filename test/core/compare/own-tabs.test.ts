import { describe, expect, test } from 'vitest';
import { hasOwnName, isOwnTab, kindOfTab } from '../../../src/core/compare/own-tabs.ts';
import { LOG_HEADERS } from '../../../src/core/engine/run-log.ts';
import { EVENTS_TAB_HEADERS } from '../../../src/core/events/kept-line-cells.ts';
import { LEDGER_TAB_HEADERS } from '../../../src/core/ledger/ledger-tab-words.ts';
import type { TabKind } from '../../../src/core/words/actions.ts';

const LISTING_HEADERS = ['MLS number', 'Address', 'Price', 'Beds', 'Baths'];

describe.each<[string, readonly string[], TabKind]>([
  ['Platform listings', ['Comparison', 'Differs in', 'Row compared', 'Key'], 'platform'],
  ['Listings that left', ['Left', 'Last confirmed', 'MLSNumber'], 'left'],
  ['Sync log', LOG_HEADERS, 'own'],
  ['Sync ledger', LEDGER_TAB_HEADERS, 'own'],
  ['Sync events', EVENTS_TAB_HEADERS, 'own'],
])('the tab %s', (name, headers, kind) => {
  test('is the add-on’s own with its own headers', () => {
    expect(isOwnTab(name, headers)).toBe(true);
    expect(kindOfTab(name, headers)).toBe(kind);
  });

  test('is a person’s with others, although it has the name', () => {
    expect(isOwnTab(name, LISTING_HEADERS)).toBe(false);
    expect(kindOfTab(name, LISTING_HEADERS)).toBe('listings');
    expect(hasOwnName(name)).toBe(true);
  });

  test('lends its headers to no other name', () => {
    expect(isOwnTab('Homes', headers)).toBe(false);
    expect(hasOwnName('Homes')).toBe(false);
  });
});
