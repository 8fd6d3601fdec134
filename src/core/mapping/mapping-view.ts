/** Shows a tab's mapping: every field with its source, how sure it is, and an example as it would be sent. */
import { FIELDS, type FieldDefinition, type FieldName } from '../listing/fields.ts';
import type { ListingReading } from '../listing/listing-reading.ts';
import { readListing } from '../listing/read-listing.ts';
import type { ReadContext } from '../listing/reading.ts';
import type { ColumnView, FieldView, MappingView, TabSettings } from '../protocol.ts';
import { isStatusHeader } from '../table/status-columns.ts';
import { cellAt, type Table } from '../table/table.ts';
import { listingCellsOf } from './listing-sources.ts';
import { type MappedTab, mapTab } from './map-tab.ts';

/** Example cells per column. */
const MAX_EXAMPLES = 3;

/** Rows that are searched for an example. */
const EXAMPLE_ROWS = 50;

/** Longest example that is shown. */
const LONGEST_EXAMPLE = 80;

/** The tab a view is made of. */
export interface ViewedTab {
  readonly tabId: number;
  readonly tabName: string;
  readonly table: Table;
  readonly settings: TabSettings;
  readonly context: ReadContext;
}

/** The mapping view of a tab. */
export function mappingView(tab: ViewedTab): MappingView {
  const mapped = mapTab(tab.table, tab.settings);
  const { knownExport } = mapped.proposal;
  const readings = readExamples(tab, mapped);
  return {
    tabId: tab.tabId,
    tabName: tab.tabName,
    headerRowNumber: tab.table.headerRowNumber,
    columns: columnViews(tab.table),
    fields: FIELDS.filter((definition) => definition.origin === 'tab').map((definition) =>
      fieldView(definition, tab, mapped, readings),
    ),
    unmappedHeaders: mapped.resolved.unmappedHeaders,
    settings: tab.settings,
    ...(knownExport === undefined ? {} : { knownExport: knownExport.name }),
  };
}

function columnViews(table: Table): readonly ColumnView[] {
  return table.headers.flatMap((header, columnIndex) => {
    if (header === '') return [];
    const texts = table.rows.slice(0, EXAMPLE_ROWS).map((row) => cellAt(row, columnIndex).text.trim());
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
  const source = saved ?? (resolved === undefined ? undefined : match?.source);
  return {
    ...{ field: name, label, help, group, isRequired, isSaved: saved !== undefined },
    ...(options === undefined ? {} : { options }),
    ...(source === undefined ? {} : { source }),
    ...(match === undefined ? {} : { match }),
    ...(example === undefined ? {} : { example: clip(example) }),
  };
}

/** The first rows read as they would be sent. */
function readExamples(tab: ViewedTab, mapped: MappedTab): readonly ListingReading[] {
  const cellsOf = listingCellsOf(mapped.resolved.sources);
  return tab.table.rows.slice(0, EXAMPLE_ROWS).map((row) => readListing(cellsOf(row), tab.settings, tab.context));
}

/** The first value of a field, in words; where no row has one, what is wrong with the first that tried. */
function exampleOf(field: FieldName, readings: readonly ListingReading[]): string | undefined {
  for (const { values } of readings) {
    const value: unknown = { ...values }[field as keyof typeof values];
    if (value !== undefined) return Array.isArray(value) ? value.join(', ') : String(value);
  }
  return readings.flatMap(({ problems }) => problems).find((problem) => problem.field === field)?.message;
}

function clip(text: string): string {
  return text.length <= LONGEST_EXAMPLE ? text : `${text.slice(0, LONGEST_EXAMPLE - 1)}…`;
}
