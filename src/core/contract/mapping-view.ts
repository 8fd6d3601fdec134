/** Shows a tab's mapping: every field with its source, how sure it is, and an example as it would be sent. */

import { FIELD_HELP } from '../listing/field-help.ts';
import type { FieldSource } from '../listing/field-source.ts';
import { FIELDS, type FieldDefinition, type FieldName } from '../listing/fields.ts';
import type { ListingReading } from '../listing/listing-reading.ts';
import type { EmptyPolicy } from '../listing/policies.ts';
import { emptyPolicyOf } from '../listing/policies.ts';
import { listingReader } from '../listing/read-listing.ts';
import type { ReadContext } from '../listing/reading.ts';
import { fixedProblem } from '../listing/row/fixed-value.ts';
import { isInternalHeader } from '../mapping/internal-headers.ts';
import { decidedContext, type MappedTab, mapTab } from '../mapping/map-tab.ts';
import { headersOf } from '../mapping/match-columns.ts';
import type { TabDecisions } from '../mapping/tab-decisions.ts';
import type { TabSettings } from '../settings/tab-settings.ts';
import { cellAt, type Table } from '../sheet/table.ts';
import { headersMark } from '../terms/headers-mark.ts';
import { notationWords } from '../words/decisions.ts';
import { isStatusHeader } from '../words/own-headers.ts';

/** A column of the tab, for the mapping view. */
export interface ColumnView {
  readonly header: string;
  /** First non-blank cells as shown, at most 3. */
  readonly examples: readonly string[];
  /** Whether it is one of the add-on's own status columns. */
  readonly isOwn: boolean;
  /** Whether it is for colleagues by its name, and pushed only once a person has ticked it. */
  readonly isInternal?: true;
}

/** One field of the mapping view. */
export interface FieldView {
  readonly field: FieldName;
  readonly label: string;
  readonly help: string;
  readonly group: string;
  readonly isRequired: boolean;
  /** Allowed values of a choice field. */
  readonly options?: readonly string[];
  /** The source in force: the saved one, else the applied match. */
  readonly source?: FieldSource;
  /** Whether `source` was chosen by a person (saved) or found. */
  readonly isSaved: boolean;
  /** A match that was found, applied or only proposed. */
  readonly match?: {
    readonly source: FieldSource;
    readonly confidence: number;
    readonly isApplied: boolean;
    readonly reason: string;
  };
  /** A value of the field as it would be sent, from the first row that has one. */
  readonly example?: string;
  /** Whether that value was computed (converted, counted from a date, divided) instead of read as it stands. */
  readonly isDerived: boolean;
  /** What happens to a row that leaves the field empty. */
  readonly ifEmpty: EmptyPolicy;
  /** Why the saved source cannot be used, such as a header that is gone. */
  readonly problem?: string;
}

/** The mapping view of a tab. */
export interface MappingView {
  readonly tabId: number;
  readonly tabName: string;
  /** Absent when no header row was found; then there are no columns, and only the settings can be edited. */
  readonly headerRowNumber?: number;
  readonly columns: readonly ColumnView[];
  readonly fields: readonly FieldView[];
  /** Columns that feed no field. */
  readonly unmappedHeaders: readonly string[];
  /** The recognised export, such as `Redfin download`. */
  readonly knownExport?: string;
  /** Columns that look as if they fed a field and are kept from it, each with a sentence that says why. */
  readonly leftOut: readonly { readonly header: string; readonly reason: string }[];
  /** By how many rows the columns were decided, on which day, and after how few; absent while only the first rows were looked at. */
  readonly decided?: Pick<TabDecisions, 'rowCount' | 'madeOn' | 'outgrownRows'>;
  /** How columns are written where that is not as everywhere, in sentences. */
  readonly notations: readonly { readonly header: string; readonly words: string }[];
  /** Whether the header row changed since the settings were saved, and which columns they use are gone. */
  readonly changedHeaders: { readonly isChanged: boolean; readonly gone: readonly string[] };
  /** The other tabs of the spreadsheet, to which the settings can be copied. */
  readonly otherTabs: readonly { readonly tabId: number; readonly tabName: string }[];
  readonly settings: TabSettings;
}

/** Example cells per column. */
const MAX_EXAMPLES = 3;

/** Longest example that is shown. */
const LONGEST_EXAMPLE = 80;

const NO_TABLE: Table = { headers: [], headerRowNumber: 1, rows: [], sampleRows: [] };

/** The tab a view is made of. */
export interface ViewedTab {
  readonly tabId: number;
  readonly tabName: string;
  /** `undefined` when no header row was found. */
  readonly table: Table | undefined;
  readonly otherTabs: MappingView['otherTabs'];
  readonly settings: TabSettings;
  /** What was decided of its columns, for whatever headers. */
  readonly decisions?: TabDecisions | undefined;
  readonly context: ReadContext;
}

function decidedBy({ rowCount, madeOn, outgrownRows }: TabDecisions): NonNullable<MappingView['decided']> {
  return { rowCount, madeOn, ...(outgrownRows !== undefined && { outgrownRows }) };
}

/** The mapping view of a tab. */
export function mappingView(tab: ViewedTab): MappingView {
  const table = tab.table ?? NO_TABLE;
  const mapped = mapTab(table, tab.settings, tab.decisions);
  const { decisions } = mapped;
  const { knownExport } = mapped.proposal;
  const readings = readExamples(table, tab, mapped);
  return {
    tabId: tab.tabId,
    tabName: tab.tabName,
    columns: columnViews(table),
    fields: FIELDS.filter((definition) => definition.origin === 'tab').map((definition) =>
      fieldView(definition, tab, mapped, readings),
    ),
    unmappedHeaders: mapped.resolved.unmappedHeaders,
    leftOut: mapped.proposal.leftOut,
    ...(decisions !== undefined && { decided: decidedBy(decisions) }),
    notations: notationViews(decisions),
    changedHeaders: changedHeaders(table.headers, tab.settings),
    otherTabs: tab.otherTabs,
    settings: tab.settings,
    ...(tab.table === undefined ? {} : { headerRowNumber: table.headerRowNumber }),
    ...(knownExport === undefined ? {} : { knownExport: knownExport.name }),
  };
}

function notationViews(decisions: TabDecisions | undefined): MappingView['notations'] {
  return Object.entries(decisions?.notations ?? {}).flatMap(([header, notation]) => {
    const words = notationWords(notation);
    return words === '' ? [] : [{ header, words }];
  });
}

function columnViews(table: Table): readonly ColumnView[] {
  const others = table.headers.filter((header) => header !== '' && !isStatusHeader(header));
  return table.headers.flatMap((header, columnIndex) => {
    if (header === '') return [];
    const texts = table.sampleRows.map((row) => cellAt(row, columnIndex).text.trim());
    const examples = texts.filter((text) => text !== '').slice(0, MAX_EXAMPLES);
    const column = { header, examples: examples.map(clip), isOwn: isStatusHeader(header) };
    return [!column.isOwn && isInternalHeader(header, others) ? { ...column, isInternal: true } : column];
  });
}

function fieldView(
  definition: FieldDefinition & { readonly name: FieldName },
  tab: ViewedTab,
  mapped: MappedTab,
  readings: readonly ListingReading[],
): FieldView {
  const { name, label, group, isRequired, options } = definition;
  const saved = tab.settings.mapping[name];
  const match = mapped.proposal.matches.find((candidate) => candidate.field === name);
  const resolved = mapped.resolved.sources[name];
  const example = resolved === undefined ? undefined : exampleOf(name, readings);
  const problem =
    mapped.resolved.problems.find((candidate) => candidate.field === name)?.message ??
    (saved?.kind === 'fixed' ? fixedProblem({ ...definition, name }, saved.value, tab.context) : undefined);
  const source = saved ?? (resolved === undefined ? undefined : match?.source);
  return {
    field: name,
    label,
    help: FIELD_HELP[name],
    group,
    isRequired,
    isSaved: saved !== undefined,
    isDerived: example?.isDerived === true,
    ifEmpty: emptyPolicyOf(name, tab.settings),
    ...(options === undefined ? {} : { options }),
    ...(source === undefined ? {} : { source }),
    ...(match === undefined ? {} : { match }),
    ...(example === undefined ? {} : { example: clip(example.text) }),
    ...(problem === undefined ? {} : { problem }),
  };
}

/** Whether other columns are there than when the settings were saved, and which of those they use are gone. */
function changedHeaders(headers: readonly string[], settings: TabSettings): MappingView['changedHeaders'] {
  const own = headers.filter((header) => !isStatusHeader(header));
  const isChanged = settings.seenHeaders !== '' && settings.seenHeaders !== headersMark(own);
  return { isChanged, gone: isChanged ? usedHeaders(settings).filter((header) => !headers.includes(header)) : [] };
}

function usedHeaders({ mapping, extraHeaders, includedHeaders }: TabSettings): readonly string[] {
  const mapped = Object.values(mapping).flatMap((source) => (source === undefined ? [] : headersOf(source)));
  return [...new Set([...mapped, ...extraHeaders, ...includedHeaders])];
}

/** The first rows read as they would be sent. */
function readExamples(table: Table, tab: ViewedTab, mapped: MappedTab): readonly ListingReading[] {
  return table.sampleRows.map(
    listingReader(mapped.resolved.sources, tab.settings, decidedContext(tab.context, mapped)),
  );
}

/** The first value of a field, in words; where no row has one, what is wrong with the first that tried. */
function exampleOf(
  field: FieldName,
  readings: readonly ListingReading[],
): { readonly text: string; readonly isDerived: boolean } | undefined {
  for (const { values, derived } of readings) {
    const members: { readonly [Name in FieldName]?: unknown } = values;
    const value = members[field];
    if (value === undefined) continue;
    return { text: Array.isArray(value) ? value.join(', ') : String(value), isDerived: derived.includes(field) };
  }
  const problem = readings.flatMap(({ problems }) => problems).find((candidate) => candidate.field === field);
  return problem === undefined ? undefined : { text: problem.message, isDerived: false };
}

function clip(text: string): string {
  return text.length <= LONGEST_EXAMPLE ? text : `${text.slice(0, LONGEST_EXAMPLE - 1)}…`;
}
