/** A possible source of a field, before it is decided which candidates are applied. */

import type { FieldSource } from '../listing/field-source.ts';
import { type FieldName, fieldDefinition } from '../listing/fields.ts';
import { describeShape } from './column-shape.ts';
import type { HeaderMeaning } from './header-meanings.ts';
import type { TabColumn } from './tab-columns.ts';
import type { Evidence } from './value-evidence.ts';

/** One possible source of a field. */
export interface Candidate {
  readonly field: FieldName;
  readonly source: FieldSource;
  /** The columns it uses; `[]` for a fixed value. */
  readonly columns: readonly TabColumn[];
  /** Higher wins. Up to 1 it is the confidence; a recognised export stands above. */
  readonly score: number;
  readonly reason: string;
  /** Whether the cells speak against it. */
  readonly isContradicted: boolean;
  /** Why it must not be applied although it scores well. */
  readonly obstacle?: string;
}

/**
 * From here on a match is applied without asking. Between the usual name whose cells do not confirm it (0.66) and the
 * fallback whose cells do (0.8): a wrong match shows in a chatbot's answers, a missing one only in the sidebar.
 */
export const APPLIED_FROM = 0.75;

/** Above every header, the field's own name included: the export is known as a whole. */
export const EXPORT_SCORE = 1.2;

/** A column that the export offers to a second field, if its first one found something better. */
export const SPARE_EXPORT_SCORE = 1.15;

/** A value that an export implies; a column that clearly holds the field wins over it. */
export const IMPLIED_SCORE = 0.9;

/** Several columns that make up a field are better than a rough total, and give way to a column named for it. */
export const JOINED_SCORE = 0.93;

/** The parts also beat a total that only has whole numbers, since it counts a half bath as one. */
export const JOINED_OVER_TOTAL_SCORE = 0.98;

/** The same while all of the columns are blank. */
export const BLANK_JOINED_SCORE = 0.78;

/** Worth a word, and applied in no case. */
export const PROPOSED_ONLY_SCORE = 0.6;

/** How a match by header is scored. A blank column loses to any column whose cells confirm it. */
const SCORES: Readonly<Record<HeaderMeaning['strength'] | 'leading', Readonly<Record<Evidence, number>>>> = {
  exact: { supports: 1, neutral: 1, blank: 1, contradicts: 0.3 },
  leading: { supports: 0.985, neutral: 0.93, blank: 0.5, contradicts: 0.3 },
  sure: { supports: 0.97, neutral: 0.9, blank: 0.79, contradicts: 0.3 },
  usual: { supports: 0.86, neutral: 0.66, blank: 0.6, contradicts: 0.2 },
  fallback: { supports: 0.8, neutral: 0.6, blank: 0.5, contradicts: 0.2 },
  ifValuesFit: { supports: 0.84, neutral: 0, blank: 0, contradicts: 0 },
  proposal: { supports: 0.6, neutral: 0.5, blank: 0.4, contradicts: 0.1 },
};

/** The score of a header of some strength whose cells say something; 0 means no candidate at all. */
export function scoreOf(strength: keyof typeof SCORES, evidence: Evidence): number {
  return SCORES[strength][evidence];
}

/** Why no source can name a column, or `undefined` when it can. */
export function duplicateObstacle(columns: readonly TabColumn[]): string | undefined {
  const duplicate = columns.find((column) => column.isDuplicate);
  return duplicate === undefined
    ? undefined
    : `several columns are headed "${duplicate.header}"; give each its own header to use one`;
}

/** The reason of a match by header: `header "Beds" is a usual name of Bedrooms, and its cells look like numbers`. */
export function headerReason(
  column: TabColumn,
  field: FieldName,
  strength: keyof typeof SCORES,
  evidence: Evidence,
): string {
  return `header "${column.header}" ${nameClause(fieldDefinition(field).label, strength)}${cellsClause(column, evidence)}`;
}

/** The share of filled cells of a candidate, by its best-filled column; a fixed value is always there. */
export function filledShareOf(candidate: Candidate): number {
  if (candidate.columns.length === 0) return 1;
  return Math.max(...candidate.columns.map((column) => column.shape.filledShare));
}

function nameClause(label: string, strength: keyof typeof SCORES): string {
  switch (strength) {
    case 'exact':
      return `is the name of the field ${label}`;
    case 'leading':
    case 'sure':
    case 'usual':
      return `is a usual name of ${label}`;
    case 'fallback':
    case 'ifValuesFit':
    case 'proposal':
      return `can stand for ${label}`;
    default:
      return strength satisfies never;
  }
}

function cellsClause(column: TabColumn, evidence: Evidence): string {
  switch (evidence) {
    case 'supports':
      return `, and its cells look like ${describeShape(column.shape)}`;
    case 'contradicts':
      return `, but its cells look like ${describeShape(column.shape)}`;
    case 'blank':
      return ', but its cells are blank';
    case 'neutral':
      return '';
    default:
      return evidence satisfies never;
  }
}
