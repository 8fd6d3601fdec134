/** Maps a tab: finds its columns' fields, or takes what was decided of them, and merges in what a person has saved. */

import type { ChosenSources } from '../listing/field-source.ts';
import type { ReadContext } from '../listing/reading.ts';
import { cellAt, type Table, type TableRow } from '../sheet/table.ts';
import { ownColumnIndexes } from '../words/own-headers.ts';
import { cellsOfColumn } from './column-cells.ts';
import { matchColumns } from './match-columns.ts';
import type { ColumnSample, MappingProposal } from './proposal.ts';
import { type ResolvedMapping, resolveMapping } from './resolve-mapping.ts';
import { spreadRows } from './spread-rows.ts';
import { holdsFor, pricedBy, type TabDecisions } from './tab-decisions.ts';
import { tallyRows } from './tally-cells.ts';

/** A tab's mapping, and how it came about. */
export interface MappedTab {
  readonly proposal: MappingProposal;
  readonly resolved: ResolvedMapping;
  /** The column with the header `Action`, which says per row what to do; `undefined` without one. */
  readonly actionColumnIndex?: number;
  /** The decisions that it follows; absent where only some rows were looked at. */
  readonly decisions?: TabDecisions;
}

/** Rows by which columns are compared with each other, cell by cell. */
const COMPARED_ROWS = 200;

/** Maps a tab by the decisions that were made of its headers, else by its first rows. */
export function mapTab(table: Table, settings: ChosenSources, decisions?: TabDecisions): MappedTab {
  const isDecided = holdsFor(decisions, table.headers);
  const proposal = isDecided ? decisions.proposal : matchColumns(samplesOf(table.headers, table.sampleRows));
  const mapped = mergeChoices(table.headers, proposal, settings);
  return isDecided ? { ...mapped, decisions } : mapped;
}

/** What feeds the fields of a tab once a person's choices are merged into what was found. */
export function mergeChoices(
  headers: readonly string[],
  proposal: MappingProposal,
  settings: ChosenSources,
): Pick<MappedTab, 'proposal' | 'resolved' | 'actionColumnIndex'> {
  const resolved = resolveMapping(settings.mapping, settings.unmapped, proposal, fieldHeaders(headers));
  const actionColumnIndex = actionColumnOf(headers);
  return actionColumnIndex === -1 ? { proposal, resolved } : { proposal, resolved, actionColumnIndex };
}

/** The columns of rows, for matching. The add-on's own columns and the Action column feed no field. */
export function samplesOf(headers: readonly string[], rows: readonly TableRow[]): readonly ColumnSample[] {
  const compared = spreadRows(rows, COMPARED_ROWS);
  const tallies = tallyRows(rows, headers.length);
  return fieldHeaders(headers).map((header, columnIndex) => ({
    header,
    cells: compared.map((row) => cellAt(row, columnIndex)),
    whole: cellsOfColumn(rows, columnIndex, tallies[columnIndex]),
  }));
}

/** The circumstances under which the rows of a mapped tab are read: with what was decided of its columns. */
export function decidedContext(context: ReadContext, { decisions, resolved }: MappedTab): ReadContext {
  if (decisions === undefined) return context;
  const { notations, usual } = decisions;
  // What is usual was learned from certain columns; a person may have chosen others since.
  const isSame = decisions.pricedBy === pricedBy(resolved.sources);
  return { ...context, notations, ...(isSame && { usual }) };
}

function fieldHeaders(headers: readonly string[]): readonly string[] {
  const actionColumnIndex = actionColumnOf(headers);
  const own = ownColumnIndexes(headers);
  return headers.map((header, columnIndex) =>
    columnIndex === actionColumnIndex || own.has(columnIndex) ? '' : header,
  );
}

function actionColumnOf(headers: readonly string[]): number {
  return headers.findIndex((header) => header.toLowerCase() === 'action');
}
