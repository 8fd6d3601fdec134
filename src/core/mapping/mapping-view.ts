/** Shows a tab's mapping: every field with its source, how sure it is, and an example as it would be sent. */
import { FIELDS, type FieldDefinition, type FieldName } from '../listing/fields.ts';
import type { ListingReading } from '../listing/listing-reading.ts';
import { listingReader } from '../listing/read-listing.ts';
import type { ReadContext } from '../listing/reading.ts';
import type { ColumnView, FieldView, MappingView, TabSettings } from '../protocol.ts';
import { emptyPolicyOf } from '../tab-settings.ts';
import { isStatusHeader } from '../table/status-columns.ts';
import { cellAt, type Table } from '../table/table.ts';
import { type MappedTab, mapTab } from './map-tab.ts';

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
  readonly context: ReadContext;
}

/** The mapping view of a tab. */
export function mappingView(tab: ViewedTab): MappingView {
  const table = tab.table ?? NO_TABLE;
  const mapped = mapTab(table, tab.settings);
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
    changedHeaders: changedHeaders(table.headers, tab.settings.seenHeaders),
    otherTabs: tab.otherTabs,
    settings: tab.settings,
    ...(tab.table === undefined ? {} : { headerRowNumber: table.headerRowNumber }),
    ...(knownExport === undefined ? {} : { knownExport: knownExport.name }),
  };
}

function columnViews(table: Table): readonly ColumnView[] {
  return table.headers.flatMap((header, columnIndex) => {
    if (header === '') return [];
    const texts = table.sampleRows.map((row) => cellAt(row, columnIndex).text.trim());
    const examples = texts.filter((text) => text !== '').slice(0, MAX_EXAMPLES);
    return [{ header, examples: examples.map(clip), isOwn: isStatusHeader(header) }];
  });
}

function fieldView(
  definition: FieldDefinition & { readonly name: FieldName },
  tab: ViewedTab,
  mapped: MappedTab,
  readings: readonly ListingReading[],
): FieldView {
  const { name, label, help, group, isRequired, options } = definition;
  const saved = tab.settings.mapping[name];
  const match = mapped.proposal.matches.find((candidate) => candidate.field === name);
  const resolved = mapped.resolved.sources[name];
  const example = resolved === undefined ? undefined : exampleOf(name, readings);
  const problem = mapped.resolved.problems.find((candidate) => candidate.field === name);
  const source = saved ?? (resolved === undefined ? undefined : match?.source);
  return {
    ...{ field: name, label, help, group, isRequired, isSaved: saved !== undefined },
    isDerived: example?.isDerived === true,
    ifEmpty: emptyPolicyOf(name, tab.settings),
    ...(options === undefined ? {} : { options }),
    ...(source === undefined ? {} : { source }),
    ...(match === undefined ? {} : { match }),
    ...(example === undefined ? {} : { example: clip(example.text) }),
    ...(problem === undefined ? {} : { problem: problem.message }),
  };
}

/** What came and went since the settings were saved; nothing where they never were. */
function changedHeaders(headers: readonly string[], seen: readonly string[]): MappingView['changedHeaders'] {
  if (seen.length === 0) return { added: [], removed: [] };
  const isOwn = (header: string) => header === '' || isStatusHeader(header);
  return {
    added: headers.filter((header) => !isOwn(header) && !seen.includes(header)),
    removed: seen.filter((header) => !isOwn(header) && !headers.includes(header)),
  };
}

/** The first rows read as they would be sent. */
function readExamples(table: Table, tab: ViewedTab, mapped: MappedTab): readonly ListingReading[] {
  return table.sampleRows.map(listingReader(mapped.resolved.sources, tab.settings, tab.context));
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
