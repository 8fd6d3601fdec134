import { describe, expect, test } from 'vitest';
import type { TabDecisions } from '../../../src/core/mapping/tab-decisions.ts';
import { formatDecisions, parseDecisions } from '../../../src/core/settings/stored-decisions.ts';

const DECISIONS: TabDecisions = {
  headersName: '0123456789abcdef',
  rowCount: 3000,
  madeOn: '2026-11-21',
  proposal: {
    matches: [
      {
        field: 'SalePrice',
        source: { kind: 'column', header: 'Price' },
        confidence: 0.97,
        isApplied: true,
        reason: 'header "Price" is a usual name of Sale price, and its cells look like numbers',
      },
    ],
    leftOut: [{ header: 'Photo Count', reason: '"Photo Count" is left out: it counts pictures.' }],
  },
  blankHeaders: ['Garage'],
  notations: { Price: { numerals: 'comma', numberDoubt: { proof: '1.250.000', wholeBelow: 39_528 } } },
  usual: { currencySymbol: '$', amounts: { SalePrice: 450_000 } },
  pricedBy: 'fedcba9876543210',
};

describe('the decisions of a tab', () => {
  test('come back as they were stored', () => {
    expect(parseDecisions(formatDecisions(DECISIONS) ?? null)).toEqual(DECISIONS);
  });

  test.each([null, '', '{', '[]', '{"headersName":1}', JSON.stringify({ ...DECISIONS, more: 1 })])(
    'count as never made where %j is stored',
    (stored) => {
      expect(parseDecisions(stored)).toBeUndefined();
    },
  );

  test('are stored with shorter reasons where those are very long', () => {
    const reason = 'x'.repeat(500);
    const matches = Array.from({ length: 33 }, () => ({ ...DECISIONS.proposal.matches[0], reason }));
    const stored = formatDecisions({ ...DECISIONS, proposal: { ...DECISIONS.proposal, matches } as never });
    const reasons = parseDecisions(stored ?? null)?.proposal.matches.map((match) => match.reason.length);
    expect(new Set(reasons)).toEqual(new Set([60]));
  });

  test('of a wide tab are stored, and too many to be kept are not', () => {
    const wide = Array.from({ length: 800 }, (_, index) => `A long header of a column, number ${index}`);
    expect(parseDecisions(formatDecisions({ ...DECISIONS, blankHeaders: wide }) ?? null)?.blankHeaders).toEqual(wide);
    const blankHeaders = Array.from({ length: 2_000 }, (_, index) => `A long header of a column, number ${index}`);
    expect(formatDecisions({ ...DECISIONS, blankHeaders })).toBeUndefined();
  });
});
