/** What is proposed for a recognised export: what its files never have, together, each with its count and its consequence. */
import { answerFor, type FieldAnswers } from '../actions/field-answers.ts';
import { isBlankRow } from '../actions/row-planner.ts';
import { valueColumnIndexesOf } from '../listing/field-source.ts';
import { FIELDS, type FieldName, fieldDefinition } from '../listing/fields.ts';
import type { ListingReading } from '../listing/listing-reading.ts';
import { type EmptyPolicies, emptyPolicyOf } from '../listing/policies.ts';
import { listingReader } from '../listing/read-listing.ts';
import type { ReadContext } from '../listing/reading.ts';
import { seldomHas } from '../mapping/known-exports.ts';
import { decidedContext, mapTab } from '../mapping/map-tab.ts';
import type { TabDecisions } from '../mapping/tab-decisions.ts';
import type { TabSettings } from '../settings/tab-settings.ts';
import type { Table } from '../sheet/table.ts';
import { count } from '../words/counts.ts';

/** One field of a recipe. */
export interface RecipeLine {
  readonly field: FieldName;
  readonly label: string;
  /** Rows that lack it. */
  readonly rows: number;
  /** Whether no column feeds it, so that one value may be true of every row. */
  readonly isUnfed?: true;
  /** The field, how many rows, and why files of this kind lack it. */
  readonly words: string;
}

/** The proposals for a tab, and the policies that applying all of them sets. */
export interface Recipe {
  readonly exportName: string;
  readonly lines: readonly RecipeLine[];
  readonly ifEmpty: EmptyPolicies['ifEmpty'];
}

/** A tab that was read with all of its rows. */
export interface WholeTab {
  readonly table: Table;
  readonly settings: TabSettings;
  readonly decisions: TabDecisions | undefined;
  readonly context: ReadContext;
  readonly fieldAnswers: FieldAnswers;
}

/**
 * The recipe of a tab; `undefined` where it is no recognised export, or nothing is left to propose. What a person has settled is
 * left alone, and what the platform has refused is not proposed.
 */
export function recipeOf({ table, settings, decisions, context, fieldAnswers }: WholeTab): Recipe | undefined {
  const mapped = mapTab(table, settings, decisions);
  const { knownExport } = mapped.proposal;
  if (knownExport === undefined) return undefined;
  const reasons = seldomHas(knownExport.name);
  const fields = FIELDS.filter(
    ({ name }) => reasons[name] !== undefined && isOpen(name, settings) && !isRefused(name, fieldAnswers),
  ).map(({ name }) => name);
  if (fields.length === 0) return undefined;
  const { sources } = mapped.resolved;
  const read = listingReader(sources, settings, decidedContext(context, mapped));
  const columnIndexes = Object.values(sources).flatMap(valueColumnIndexesOf);
  // The same rows as a check counts.
  const readings = table.rows.filter((row) => !isBlankRow(row, columnIndexes)).map(read);
  const lines = fields.flatMap((field) =>
    lineOf(field, reasons[field] ?? '', readings).map((line) =>
      sources[field] ? line : { ...line, isUnfed: true as const },
    ),
  );
  if (lines.length === 0) return undefined;
  const ifEmpty = Object.fromEntries(lines.map(({ field }) => [field, { kind: 'leaveOut' } as const]));
  return { exportName: knownExport.name, lines, ifEmpty };
}

function isOpen(field: FieldName, settings: TabSettings): boolean {
  return emptyPolicyOf(field, settings).kind === 'hold' && settings.mapping[field]?.kind !== 'fixed';
}

function isRefused(field: FieldName, answers: FieldAnswers): boolean {
  return answerFor([field], answers).kind === 'refused';
}

function lineOf(field: FieldName, reason: string, readings: readonly ListingReading[]): readonly RecipeLine[] {
  const lacking = readings.filter(({ values, problems }) => {
    const members: { readonly [Name in FieldName]?: unknown } = values;
    return members[field] === undefined && !problems.some((problem) => problem.field === field);
  });
  const { label } = fieldDefinition(field);
  const rows = lacking.length;
  if (rows === 0) return [];
  const which = rows === readings.length ? `all ${count(rows, 'row')}` : count(rows, 'row');
  return [{ field, label, rows, words: `${label}, ${which}: ${reason}` }];
}
