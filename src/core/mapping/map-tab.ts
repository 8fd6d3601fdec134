/** Maps a tab: samples its columns, finds their fields, and merges in what a person has saved. */

import type { ChosenSources } from '../listing/field-source.ts';
import { cellAt, type Table } from '../sheet/table.ts';
import { isStatusHeader } from '../words/own-headers.ts';
import { matchColumns } from './match-columns.ts';
import type { ColumnSample, MappingProposal } from './proposal.ts';
import { type ResolvedMapping, resolveMapping } from './resolve-mapping.ts';

/** A tab's mapping, and how it came about. */
export interface MappedTab {
  readonly proposal: MappingProposal;
  readonly resolved: ResolvedMapping;
  /** The column with the header `Action`, which says per row what to do; `undefined` without one. */
  readonly actionColumnIndex?: number;
}

/** Maps a tab. The add-on's own columns and the Action column feed no field. */
export function mapTab(table: Table, settings: ChosenSources): MappedTab {
  const actionColumnIndex = table.headers.findIndex((header) => header.toLowerCase() === 'action');
  const headers = table.headers.map((header, columnIndex) =>
    columnIndex === actionColumnIndex || isStatusHeader(header) ? '' : header,
  );
  const samples = headers.map(
    (header, columnIndex): ColumnSample => ({ header, cells: table.sampleRows.map((row) => cellAt(row, columnIndex)) }),
  );
  const proposal = matchColumns(samples);
  const resolved = resolveMapping(settings.mapping, settings.unmapped, proposal, headers);
  return actionColumnIndex === -1 ? { proposal, resolved } : { proposal, resolved, actionColumnIndex };
}
