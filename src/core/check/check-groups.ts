/** Puts the problems of a check together by cause, so that one correction may serve many rows. */

import type { RowProblem } from '../engine/progress.ts';
import type { FieldName } from '../listing/fields.ts';
import { vocabularyMeanings } from '../listing/vocabulary/all-vocabularies.ts';
import type { Cause, RowOutcome } from '../own-cells/outcome.ts';
import type { SyncStatus } from '../words/statuses.ts';

/** Rows that are held back for the same reason, so that one correction may serve all of them. */
export interface CheckGroup {
  /** `Parking spots is empty`, `Listing status: “Neu” is not known`. */
  readonly cause: string;
  readonly kind: 'empty' | 'unreadable' | 'unknownWord' | 'other';
  readonly status: SyncStatus;
  readonly rows: number;
  /** The field to blame; a fixed value or default for it would help where the kind is `empty`. */
  readonly field?: FieldName;
  /** The word that is not known, and what it could be taught to mean. */
  readonly teach?: { readonly vocabulary: string; readonly word: string; readonly meanings: readonly string[] };
  /** The first of the rows. */
  readonly first: RowProblem;
}

/** Groups that one report carries. */
const MAX_GROUPS = 50;

/** A problem row and its outcome. */
export interface ProblemRow {
  readonly problem: RowProblem;
  readonly outcome: RowOutcome;
}

/** The groups, most rows first. A row with several causes is in several groups. */
export function checkGroups(rows: readonly ProblemRow[]): readonly CheckGroup[] {
  const groups = new Map<string, { readonly group: CheckGroup; rows: number }>();
  for (const { problem, outcome } of rows) {
    for (const cause of causesOf(outcome)) {
      const key = `${outcome.status}\u0000${cause.words}`;
      const known = groups.get(key);
      if (known === undefined) groups.set(key, { group: toGroup(cause, problem), rows: 1 });
      else known.rows += 1;
    }
  }
  return [...groups.values()]
    .map(({ group, rows: rowCount }) => ({ ...group, rows: rowCount }))
    .sort((one, other) => other.rows - one.rows)
    .slice(0, MAX_GROUPS);
}

function causesOf(outcome: RowOutcome): readonly Cause[] {
  return outcome.causes ?? [{ kind: 'other', words: outcome.detail }];
}

function toGroup(cause: Cause, first: RowProblem): CheckGroup {
  const { kind, words, field, unknownWord } = cause;
  return {
    ...{ cause: words, kind, status: first.status, rows: 1, first },
    ...(field === undefined ? {} : { field }),
    ...(unknownWord === undefined
      ? {}
      : { teach: { ...unknownWord, meanings: vocabularyMeanings(unknownWord.vocabulary) } }),
  };
}
