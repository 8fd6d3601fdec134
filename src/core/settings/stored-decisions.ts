/** Keeps the decisions of a tab as text, in as little as they need. */
import * as v from 'valibot';
import { isFieldName } from '../listing/fields.ts';
import type { TabDecisions } from '../mapping/tab-decisions.ts';
import { parseStored } from '../terms/parse-stored.ts';
import { fieldSourceSchema, keyTypeSchema } from './tab-settings-schema.ts';

/** Longest value a property may have, in bytes. @see https://developers.google.com/apps-script/guides/services/quotas (read 2026-11-21). */
const LONGEST_PROPERTY_BYTES = 9 * 1024;

/** Reasons are for people; where there is no room for all of them their beginnings must do. */
const SHORT_REASON = 60;

const text = v.string();
const amount = v.exactOptional(v.number());

const notationSchema = v.strictObject({
  numerals: v.exactOptional(v.picklist(['point', 'comma'])),
  dayOrder: v.exactOptional(v.picklist(['dayFirst', 'monthFirst'])),
  numberDoubt: v.exactOptional(v.strictObject({ proof: text, wholeBelow: v.number() })),
  dateDoubt: v.exactOptional(text),
});

const proposalSchema = v.strictObject({
  matches: v.array(
    v.strictObject({
      field: v.pipe(text, v.guard(isFieldName)),
      source: fieldSourceSchema,
      confidence: v.number(),
      isApplied: v.boolean(),
      reason: text,
    }),
  ),
  knownExport: v.exactOptional(v.strictObject({ name: text, keyTypes: v.array(keyTypeSchema) })),
  leftOut: v.array(v.strictObject({ header: text, reason: text })),
});

const decisionsSchema = v.strictObject({
  headersName: text,
  rowCount: v.number(),
  outgrownRows: v.exactOptional(v.number()),
  madeOn: text,
  proposal: proposalSchema,
  blankHeaders: v.array(text),
  notations: v.record(text, notationSchema),
  usual: v.strictObject({
    currencySymbol: v.exactOptional(text),
    amounts: v.strictObject({ SalePrice: amount, RentPrice: amount, UnitAreaPrice: amount }),
  }),
  pricedBy: text,
});

/** Reads stored decisions; what cannot be read counts as never made. */
export function parseDecisions(stored: string | null): TabDecisions | undefined {
  return parseStored(decisionsSchema, stored);
}

/** The decisions as text, with shorter reasons where that is needed; `undefined` when a property cannot hold them. */
export function formatDecisions(decisions: TabDecisions): string | undefined {
  const { matches, leftOut } = decisions.proposal;
  const shorter = <Item extends { readonly reason: string }>(items: readonly Item[]) =>
    items.map((item) => ({ ...item, reason: item.reason.slice(0, SHORT_REASON) }));
  const short = { ...decisions.proposal, matches: shorter(matches), leftOut: shorter(leftOut) };
  return [decisions, { ...decisions, proposal: short }, { ...decisions, proposal: { ...short, leftOut: [] } }]
    .map((candidate) => JSON.stringify(candidate))
    .find((candidate) => encodeURIComponent(candidate).replace(/%../g, '_').length <= LONGEST_PROPERTY_BYTES);
}
