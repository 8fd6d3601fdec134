/** Keeps the decisions of a tab as text, in as little as they need. */
import * as v from 'valibot';
import { isFieldName } from '../listing/fields.ts';
import { PERIODS } from '../listing/vocabulary/period.ts';
import type { TabDecisions } from '../mapping/tab-decisions.ts';
import { lazySchema } from '../terms/lazy-schema.ts';
import { parseStored } from '../terms/parse-stored.ts';
import { keyTypeSchema, sourceSchema } from './tab-settings-schema.ts';

/** Reasons are for people; where they are so long that every glance at the store would feel it, their beginnings must do. */
const LONGEST_WITH_REASONS = 12_000;
const SHORT_REASON = 60;

/** The store has 500 kB for all tabs; what is longer than this many characters is not kept. */
const LONGEST = 60_000;

/** A row of pictures may be as wide as a sheet. @see https://support.google.com/drive/answer/37603 (read 2026-11-21). */
const MOST_COLUMNS = 18_278;

const text = v.string();
const amount = v.exactOptional(v.number());

const notationSchema = v.strictObject({
  numerals: v.exactOptional(v.picklist(['point', 'comma'])),
  dayOrder: v.exactOptional(v.picklist(['dayFirst', 'monthFirst'])),
  numberDoubt: v.exactOptional(v.strictObject({ proof: text, wholeBelow: v.number() })),
  dateDoubt: v.exactOptional(text),
  codeDigits: v.exactOptional(v.picklist([5, 6])),
  usualPeriod: v.exactOptional(v.picklist([...PERIODS, 'mixed'])),
});

const proposalSchema = v.strictObject({
  matches: v.array(
    v.strictObject({
      field: v.pipe(text, v.guard(isFieldName)),
      source: sourceSchema(MOST_COLUMNS),
      confidence: v.number(),
      isApplied: v.boolean(),
      reason: text,
    }),
  ),
  knownExport: v.exactOptional(v.strictObject({ name: text, keyTypes: v.array(keyTypeSchema) })),
  leftOut: v.array(v.strictObject({ header: text, reason: text })),
});

const decisionsSchema = lazySchema(() =>
  v.strictObject({
    headersName: text,
    rowCount: v.number(),
    outgrownRows: v.exactOptional(v.number()),
    madeOn: text,
    proposal: proposalSchema,
    blankHeaders: v.array(text),
    notations: v.record(text, notationSchema),
    usual: v.strictObject({
      currencySymbol: v.exactOptional(text),
      amounts: v.strictObject({ SalePrice: amount, RentPrice: amount, UnitAreaPrice: amount, UnitAreaRent: amount }),
    }),
    pricedBy: text,
  }),
);

/** Reads stored decisions; what cannot be read counts as never made. */
export function parseDecisions(stored: string | null): TabDecisions | undefined {
  return parseStored(decisionsSchema, stored);
}

/** The decisions as text, with shorter reasons where that is needed; `undefined` when it is too long to be kept. */
export function formatDecisions(decisions: TabDecisions): string | undefined {
  const whole = JSON.stringify(decisions);
  if (whole.length <= LONGEST_WITH_REASONS) return whole;
  const { matches, leftOut } = decisions.proposal;
  const shorter = <Item extends { readonly reason: string }>(items: readonly Item[]) =>
    items.map((item) => ({ ...item, reason: item.reason.slice(0, SHORT_REASON) }));
  const proposal = { ...decisions.proposal, matches: shorter(matches), leftOut: shorter(leftOut) };
  const short = JSON.stringify({ ...decisions, proposal });
  return short.length <= LONGEST ? short : undefined;
}
