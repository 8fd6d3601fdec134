/** The review of deletes: search, ticks, and the number that is typed above the brake. */
import { describe, expect, test } from 'vitest';
import type { DeleteConfirmation } from '../../../../src/core/engine/run-request.ts';
import {
  answerOf,
  othersOnly,
  type ReviewDraft,
  reviewOf,
  UNTOUCHED,
  withTicks,
} from '../../../../src/sidebar/model/run/delete-review.ts';

const [OAK, ELM, PINE, ASH] = ['12 Oak St', '3 Elm Rd', '', '9 Ash Ln'].map((address, index) => ({
  id: `${index}`.repeat(16),
  key: `A10${index}`,
  address,
  rowNumber: index + 2,
  why: index === 3 ? 'The Action column says Delete' : 'Off the market (“Withdrawn”)',
})) as [Listing, Listing, Listing, Listing];
type Listing = DeleteConfirmation['listings'][number];

const CONFIRMATION: DeleteConfirmation = {
  tabName: 'Homes',
  chatbotId: 'bot-1',
  listings: [OAK, ELM, PINE, ASH],
  said: [],
  otherRows: 5,
  load: { recentDeletes: 0, confirmed: 9, rows: 9, agreedRows: 0 },
  deleteToken: 'token-1',
};

const without = (...listings: readonly Listing[]): ReviewDraft => withTicks(UNTOUCHED, listings, false);

describe('a search', () => {
  test.each<[string, readonly Listing[]]>([
    ['', [OAK, ELM, PINE, ASH]],
    ['oak', [OAK]],
    ['a102', [PINE]],
    ['row 5', [ASH]],
    ['withdrawn elm', [ELM]],
    ['nowhere', []],
  ])('for “%s” finds by key, address, row and reason', (query, found) => {
    expect(reviewOf(CONFIRMATION, { ...UNTOUCHED, query }).found).toEqual(found);
  });

  test('changes nothing about what is ticked', () => {
    expect(reviewOf(CONFIRMATION, { ...UNTOUCHED, query: 'oak' }).ticked).toBe(4);
  });
});

describe('the press', () => {
  test('goes ahead where few are ticked', () => {
    const draft = without(OAK);
    expect(reviewOf(CONFIRMATION, draft)).toMatchObject({ ticked: 3, whyTyped: '' });
    expect(reviewOf(CONFIRMATION, draft).obstacle).toBeUndefined();
    expect(answerOf(CONFIRMATION, draft)).toEqual({ leftOut: [OAK.id] });
  });

  test('waits for the number above the brake', () => {
    expect(reviewOf(CONFIRMATION, UNTOUCHED)).toMatchObject({
      whyTyped: 'More than 3 deletes within 24 hours do not go by one press.',
      obstacle: 'Type 4 to delete 4 listings.',
    });
    expect(reviewOf(CONFIRMATION, { ...UNTOUCHED, typed: '3' }).obstacle).toBeDefined();
    const typed = { ...UNTOUCHED, typed: ' 4 ' };
    expect(reviewOf(CONFIRMATION, typed).obstacle).toBeUndefined();
    expect(answerOf(CONFIRMATION, typed)).toEqual({ leftOut: [], typedCount: 4 });
  });

  test('waits again once the ticks have changed', () => {
    const held = { ...CONFIRMATION, load: { ...CONFIRMATION.load, recentDeletes: 3 } };
    const draft = withTicks({ ...UNTOUCHED, typed: '4' }, [OAK], false);
    expect(reviewOf(held, draft).obstacle).toBe('Type 3 to delete 3 listings.');
  });

  test('needs something to delete', () => {
    expect(reviewOf(CONFIRMATION, without(OAK, ELM, PINE, ASH)).obstacle).toBe('Tick what shall be deleted.');
  });

  test('for the others only leaves every listing out', () => {
    expect(othersOnly(CONFIRMATION)).toEqual({ leftOut: [OAK, ELM, PINE, ASH].map(({ id }) => id) });
  });
});

test('a listing that is ticked again is deleted', () => {
  expect(answerOf(CONFIRMATION, withTicks(without(OAK, ELM), [OAK], true))).toEqual({ leftOut: [ELM.id] });
});
