/** Puts problem rows together by cause, so that one correction may serve many rows. */

import type { FieldName } from '../listing/fields.ts';
import { suggestedWord, vocabularyMeanings } from '../listing/vocabulary/all-vocabularies.ts';
import type { Cause } from '../own-cells/outcome.ts';
import type { SyncStatus } from '../words/statuses.ts';
import type { RowProblem, RunProblem } from './row-problem.ts';

/** Rows that are held back for the same reason, so that one correction may serve all of them. */
export interface CauseGroup {
  /** `Parking spots is empty`, `Listing status: “Neu” is not known`. */
  readonly cause: string;
  readonly kind: Cause['kind'];
  readonly status: SyncStatus;
  readonly rows: number;
  /** The numbers of the first of them, at most 20. */
  readonly rowNumbers: readonly number[];
  /** The field to blame; a fixed value or default for it would help where the kind is `empty`. */
  readonly field?: FieldName;
  /** Whether no column feeds the field, so that every row lacks it. */
  readonly isUnfed?: true;
  /** The column that may feed the field if a person says so. */
  readonly mayFeed?: Cause['mayFeed'];
  /** Whether the platform refuses a listing without the field. */
  readonly isRefused?: true;
  /** The word that is not known, what it could be taught to mean, and the word that was probably meant. */
  readonly teach?: {
    readonly vocabulary: string;
    readonly word: string;
    readonly meanings: readonly string[];
    readonly suggestion?: string;
  };
  /** The first of the rows. */
  readonly first: RowProblem;
}

/** Groups that one answer carries. */
const MAX_GROUPS = 50;

/** Rows of a group that are named. */
const MAX_NAMED_ROWS = 20;

/** The groups, most rows first. A row with several causes is in several groups. */
export function causeGroups(problems: readonly RunProblem[]): readonly CauseGroup[] {
  const groups = new Map<string, { readonly group: CauseGroup; readonly rowNumbers: number[] }>();
  for (const { status, ...rest } of problems) {
    // A row that changed while it waited has no outcome, and so no cause that could be corrected.
    if (status === undefined) continue;
    const problem = { ...rest, status };
    for (const cause of causesOf(problem)) {
      const key = `${problem.status}\u0000${cause.words}`;
      const known = groups.get(key);
      if (known === undefined) groups.set(key, { group: toGroup(cause, problem), rowNumbers: [problem.rowNumber] });
      else known.rowNumbers.push(problem.rowNumber);
    }
  }
  return [...groups.values()]
    .map(({ group, rowNumbers }) => ({
      ...group,
      rows: rowNumbers.length,
      rowNumbers: rowNumbers.slice(0, MAX_NAMED_ROWS),
    }))
    .sort((one, other) => other.rows - one.rows)
    .slice(0, MAX_GROUPS);
}

/** The platform's words name the row; with the name taken out, rows with the same trouble have the same words. */
function causesOf({ causes, detail, label }: RowProblem): readonly Cause[] {
  if (causes !== undefined && causes.length > 0) return causes;
  return [{ kind: 'other', words: label === '' ? detail : detail.split(label).join('…') }];
}

function toGroup(cause: Cause, first: RowProblem): CauseGroup {
  const { kind, words, field, isUnfed, mayFeed, isRefused, unknownWord } = cause;
  return {
    cause: words,
    kind,
    status: first.status,
    rows: 1,
    rowNumbers: [],
    first,
    ...(field === undefined ? {} : { field }),
    ...(isUnfed === true ? { isUnfed } : {}),
    ...(mayFeed === undefined ? {} : { mayFeed }),
    ...(isRefused === true ? { isRefused } : {}),
    ...(unknownWord === undefined ? {} : { teach: teachable(unknownWord) }),
  };
}

function teachable({ vocabulary, word }: NonNullable<Cause['unknownWord']>): NonNullable<CauseGroup['teach']> {
  const suggestion = suggestedWord(vocabulary, word);
  const meanings = vocabularyMeanings(vocabulary);
  return { vocabulary, word, meanings, ...(suggestion === undefined ? {} : { suggestion }) };
}
