/** Merges a person's saved mapping with the automatic one and finds the columns that both name. */

import {
  columnIndexesOf,
  type FieldSource,
  type ListingSources,
  type PartRole,
  type ResolvedColumn,
  type ResolvedPart,
  type ResolvedSource,
  type TabMapping,
  valueColumnIndexesOf,
  valueHeadersOf,
} from '../listing/field-source.ts';
import { FIELDS, type FieldName, fieldDefinition } from '../listing/fields.ts';
import { columnLetters } from '../sheet/column-letters.ts';
import { isSameHeader } from './normalize-header.ts';
import type { MappingProposal } from './proposal.ts';
import { mayShare } from './shared-columns.ts';

/** Why a saved source cannot be used; `message` is a sentence for the person who saved it. */
export type MappingProblem =
  | {
      readonly kind: 'headerMissing';
      readonly field: FieldName;
      readonly header: string;
      readonly message: string;
    }
  | {
      readonly kind: 'headerTwice';
      readonly field: FieldName;
      readonly header: string;
      /** Letters of every column with that header, such as `['C', 'AA']`. */
      readonly columnLetters: readonly string[];
      readonly message: string;
    };

/** What feeds each field of a tab. */
export interface ResolvedMapping {
  readonly sources: ListingSources;
  /** Saved sources that cannot be used; their fields are fed by nothing rather than by a guess. */
  readonly problems: readonly MappingProblem[];
  /** Headers of the columns that feed no field, each once, in the tab's order. */
  readonly unmappedHeaders: readonly string[];
}

type Found =
  | { readonly ok: true; readonly source: ResolvedSource }
  | { readonly ok: false; readonly problem: MappingProblem };

/**
 * Decides what feeds each field: the saved source if there is one, else the applied match, else nothing. A column that
 * a saved source uses is not used by an automatic match of another field, unless the two may share it.
 *
 * @param saved Sources chosen by a person.
 * @param unmapped Fields that a person wants fed by nothing although a match exists; a saved source wins over it.
 * @param headers Header texts of the tab now; `headers[i]` is the column with index `i`.
 */
export function resolveMapping(
  saved: TabMapping,
  unmapped: readonly FieldName[],
  proposal: MappingProposal,
  headers: readonly string[],
): ResolvedMapping {
  const found = FIELDS.flatMap(({ name, origin }) => {
    const source = saved[name];
    if (source === undefined || origin === 'settings') return [];
    return [{ field: name, ...findSource(name, withMeasure(name, source, proposal), headers) }];
  });
  const sources: { [Name in FieldName]?: ResolvedSource } = {};
  for (const entry of found) if (entry.ok) sources[entry.field] = entry.source;
  const savedColumns = found.flatMap((entry) =>
    entry.ok ? columnIndexesOf(entry.source).map((columnIndex) => ({ columnIndex, field: entry.field })) : [],
  );
  const isTaken = (index: number, field: FieldName) =>
    savedColumns.some((saved) => saved.columnIndex === index && !areShared(saved.field, field, proposal));
  const settled = new Set<FieldName>([...unmapped, ...found.map((entry) => entry.field)]);
  for (const { field, source, isApplied } of proposal.matches) {
    if (!isApplied || settled.has(field)) continue;
    const automatic = findSource(field, source, headers);
    if (!automatic.ok || valueColumnIndexesOf(automatic.source).some((index) => isTaken(index, field))) continue;
    sources[field] = automatic.source;
  }
  const problems = found.flatMap((entry) => (entry.ok ? [] : [entry.problem]));
  return { sources, problems, unmappedHeaders: unmappedHeaders(headers, sources) };
}

/** Columns without which a chosen column's cells would be misunderstood. */
const MEASURES: ReadonlySet<PartRole> = new Set<PartRole>([
  'measure',
  'period',
  'perhapsPeriod',
  'beside',
  'soldOn',
  'offerOn',
]);

/** A column that a person chose, with those that say in which unit its cells are, if they were found beside it. */
function withMeasure(field: FieldName, source: FieldSource, { matches }: MappingProposal): FieldSource {
  const found = matches.find((match) => match.field === field)?.source;
  if (source.kind !== 'column' || found?.kind !== 'joined') return source;
  const [first, ...others] = found.parts;
  const measures = others.filter(({ role }) => MEASURES.has(role));
  const isSame = first?.role === 'amount' && isSameHeader(first.header, source.header);
  return isSame && measures.length > 0
    ? { kind: 'joined', parts: [{ ...first, header: source.header }, ...measures] }
    : source;
}

/** Whether the automatic mapping feeds both fields from one column, so that a saved choice of one need not end the other. */
function areShared(one: FieldName, other: FieldName, { matches }: MappingProposal): boolean {
  const headerOf = (field: FieldName) => {
    const match = matches.find((candidate) => candidate.field === field && candidate.isApplied);
    return match === undefined ? undefined : valueHeadersOf(match.source)[0];
  };
  return mayShare(one, other) && headerOf(one) !== undefined && headerOf(one) === headerOf(other);
}

function findSource(field: FieldName, source: FieldSource, headers: readonly string[]): Found {
  switch (source.kind) {
    case 'fixed':
      return { ok: true, source };
    case 'column': {
      const column = findColumn(field, source.header, headers);
      return 'columnIndex' in column
        ? { ok: true, source: { kind: 'column', ...column } }
        : { ok: false, problem: column };
    }
    case 'joined':
      return findParts(field, source, headers);
    default:
      return source satisfies never;
  }
}

function findParts(
  field: FieldName,
  source: Extract<FieldSource, { kind: 'joined' }>,
  headers: readonly string[],
): Found {
  const parts: ResolvedPart[] = [];
  for (const { role, header } of source.parts) {
    const column = findColumn(field, header, headers);
    if (!('columnIndex' in column)) return { ok: false, problem: column };
    parts.push({ role, ...column });
  }
  return { ok: true, source: { kind: 'joined', parts } };
}

/** The very text first; only if no column has it, a header that differs in case, spaces and joints. */
function findColumn(field: FieldName, header: string, headers: readonly string[]): ResolvedColumn | MappingProblem {
  const wanted = header.trim();
  const exact = indexesWhere(headers, (candidate) => candidate.trim() === wanted && wanted !== '');
  const indexes = exact.length > 0 ? exact : indexesWhere(headers, (candidate) => isLike(candidate, wanted));
  const [columnIndex, ...others] = indexes;
  if (columnIndex === undefined) return missing(field, wanted);
  if (others.length > 0) return twice(field, wanted, indexes);
  return { columnIndex, header: headers[columnIndex] ?? wanted };
}

function isLike(candidate: string, wanted: string): boolean {
  return candidate.trim() !== '' && wanted !== '' && isSameHeader(candidate, wanted);
}

function missing(field: FieldName, header: string): MappingProblem {
  const message = `${labelOf(field)} is set to the column "${header}", which is not in this tab any more. Choose another column.`;
  return { kind: 'headerMissing', field, header, message };
}

function twice(field: FieldName, header: string, indexes: readonly number[]): MappingProblem {
  const letters = indexes.map(columnLetters);
  const list = `${letters.slice(0, -1).join(', ')} and ${letters[letters.length - 1]}`;
  const message = `${labelOf(field)} is set to the column "${header}", but columns ${list} have that header. Give each its own header.`;
  return { kind: 'headerTwice', field, header, columnLetters: letters, message };
}

function labelOf(field: FieldName): string {
  return fieldDefinition(field).label;
}

function unmappedHeaders(headers: readonly string[], sources: ListingSources): readonly string[] {
  const used = new Set(Object.values(sources).flatMap(columnIndexesOf));
  const unused = headers.filter((header, columnIndex) => header.trim() !== '' && !used.has(columnIndex));
  return [...new Set(unused)];
}

function indexesWhere(headers: readonly string[], isWanted: (header: string) => boolean): readonly number[] {
  return headers.flatMap((header, columnIndex) => (isWanted(header) ? [columnIndex] : []));
}
