/** Decides which candidates are applied, which are only proposed, and says why. */
import { hintsOfHeader } from '../listing/cell/header-hints.ts';
import { FIELDS, type FieldName, fieldDefinition } from '../listing/fields.ts';
import { APPLIED_FROM, type Candidate, filledShareOf } from './candidate.ts';
import type { ColumnMatch } from './proposal.ts';
import { mayShare } from './shared-columns.ts';
import type { TabColumn } from './tab-columns.ts';

/** An exactly named column loses to one that is this many times as full: half a column would leave half the rows bare. */
const MUCH_FULLER = 2;

/** Of two equal names the fuller column wins, if it is fuller by more than this share of the sampled rows. */
const CLEARLY_FULLER = 0.1;

/** Confidence of a good candidate that is not applied: a tie, a header that stands twice, a column in use. */
export const PROPOSED_AT_MOST = 0.7;

/** What has been decided so far. */
interface Decisions {
  readonly matches: Map<FieldName, ColumnMatch>;
  readonly usedBy: Map<TabColumn, FieldName>;
}

/**
 * At most one match per field, in the order of the fields; no column feeds two applied fields, but for a status or a type
 * that says *for sale* or *for rent* as well. The highest score is settled first; within one score the fields come in their order, so the order of the columns never shows.
 */
export function chooseMatches(candidates: readonly Candidate[]): readonly ColumnMatch[] {
  const fair = candidates.map((candidate) => demoteEmptier(candidate, candidates));
  const decisions: Decisions = { matches: new Map(), usedBy: new Map() };
  for (const score of scoresOf(fair)) {
    for (const { name } of FIELDS) applyBest(name, score, fair, decisions);
  }
  for (const { name } of FIELDS) proposeBest(name, fair, decisions);
  return FIELDS.flatMap(({ name }) => decisions.matches.get(name) ?? []);
}

/** An exact name stands above every other unless its column is mostly empty while another one has the values. */
function demoteEmptier(candidate: Candidate, candidates: readonly Candidate[]): Candidate {
  if (candidate.score < 1 || candidate.columns.length === 0) return candidate;
  const isBare = candidates.some((other) => other.field === candidate.field && isMuchFuller(other, candidate));
  return isBare ? { ...candidate, score: APPLIED_FROM } : candidate;
}

function isMuchFuller(other: Candidate, candidate: Candidate): boolean {
  const share = other.columns.length === 0 ? 0 : filledShareOf(other);
  return isApplicable(other) && share > 0 && share >= MUCH_FULLER * filledShareOf(candidate);
}

function isApplicable(candidate: Candidate): boolean {
  return candidate.score >= APPLIED_FROM && candidate.obstacle === undefined;
}

function scoresOf(candidates: readonly Candidate[]): readonly number[] {
  const scores = candidates.filter(isApplicable).map((candidate) => candidate.score);
  return [...new Set(scores)].sort((one, other) => other - one);
}

function applyBest(field: FieldName, score: number, candidates: readonly Candidate[], decisions: Decisions): void {
  if (decisions.matches.has(field)) return;
  const rivals = candidates.filter(
    (candidate) =>
      candidate.field === field &&
      candidate.score === score &&
      candidate.obstacle === undefined &&
      candidate.columns.every((column) => isFree(column, field, decisions)),
  );
  const best = [...rivals].sort(compareByContent)[0];
  if (best === undefined) return;
  const equals = rivals.filter((rival) => rival !== best && isEqual(rival, best));
  if (equals.length > 0) {
    settleTie(field, [best, ...equals], decisions);
    return;
  }
  decisions.matches.set(field, matchOf(best, true, best.reason));
  for (const column of best.columns) if (!decisions.usedBy.has(column)) decisions.usedBy.set(column, field);
}

function isFree(column: TabColumn, field: FieldName, { usedBy }: Decisions): boolean {
  const user = usedBy.get(column);
  return user === undefined || mayShare(user, field);
}

/** Tied columns are kept from other fields too: a person will choose one of them for this field. */
function settleTie(field: FieldName, tied: readonly Candidate[], decisions: Decisions): void {
  const [first] = [...tied].sort((one, other) => compareTexts(headerOf(one), headerOf(other)));
  if (first === undefined) return;
  const headers = tied.map(headerOf).sort(compareTexts).join(' and ');
  const reason = `${headers} fit ${fieldDefinition(field).label} equally well; choose one`;
  decisions.matches.set(field, matchOf(first, false, reason));
  for (const column of tied.flatMap((candidate) => candidate.columns)) decisions.usedBy.set(column, field);
}

function proposeBest(field: FieldName, candidates: readonly Candidate[], decisions: Decisions): void {
  if (decisions.matches.has(field)) return;
  const [best] = candidates
    .filter((candidate) => candidate.field === field && isWorthProposing(candidate, decisions))
    .sort((one, other) => other.score - one.score || compareByContent(one, other));
  if (best === undefined) return;
  decisions.matches.set(field, matchOf(best, false, proposalReason(best, decisions)));
}

/** What its cells contradict is worth a word only while the column has found no better use. */
function isWorthProposing(candidate: Candidate, { usedBy }: Decisions): boolean {
  return !candidate.isContradicted || candidate.columns.every((column) => !usedBy.has(column));
}

function proposalReason(candidate: Candidate, { usedBy }: Decisions): string {
  if (candidate.obstacle !== undefined) return candidate.obstacle;
  const users = [...new Set(candidate.columns.flatMap((column) => usedBy.get(column) ?? []))];
  if (users.length === 0) return candidate.reason;
  return `${candidate.reason}; it is in use for ${users.map((field) => fieldDefinition(field).label).join(' and ')}`;
}

function matchOf(candidate: Candidate, isApplied: boolean, reason: string): ColumnMatch {
  const confidence = Math.min(candidate.score, isApplied ? 1 : PROPOSED_AT_MOST);
  return { field: candidate.field, source: candidate.source, confidence, isApplied, reason };
}

function isEqual(rival: Candidate, best: Candidate): boolean {
  return filledShareOf(rival) >= filledShareOf(best) - CLEARLY_FULLER && !hasSameCells(rival, best);
}

/** Columns that say the same in every row: either of them is right. The same numbers by the week and by the month are not the same. */
function hasSameCells(one: Candidate, other: Candidate): boolean {
  const texts = contentOf(one);
  return texts !== '' && texts === contentOf(other) && periodsOf(one) === periodsOf(other);
}

function periodsOf({ columns }: Candidate): string {
  return columns.map(({ header }) => hintsOfHeader(header).period ?? '').join(' ');
}

/** Fuller first, then by content and header, which do not depend on the order of the columns. */
function compareByContent(one: Candidate, other: Candidate): number {
  return (
    filledShareOf(other) - filledShareOf(one) ||
    compareTexts(headerOf(one), headerOf(other)) ||
    compareTexts(contentOf(one), contentOf(other))
  );
}

function contentOf(candidate: Candidate): string {
  const texts = candidate.columns.flatMap(({ whole }) =>
    Array.from({ length: whole.length }, (_, index) => whole.cellAt(index).text.trim()),
  );
  return texts.every((text) => text === '') ? '' : texts.join('\n');
}

function headerOf({ columns }: Candidate): string {
  return columns.map((column) => `"${column.header}"`).join(' with ');
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
