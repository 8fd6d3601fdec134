/** Plans the rows of a tab of listings for the actions that are about them. */

import { isBlankText } from '../listing/cell/blank-text.ts';
import { columnIndexesOf, type ResolvedSource, valueColumnIndexesOf, valueHeadersOf } from '../listing/field-source.ts';
import { FIELDS, type FieldKind, type FieldName, fieldDefinition, type KeyType } from '../listing/fields.ts';
import { listingReader } from '../listing/read-listing.ts';
import { needsShownText } from '../listing/shown-texts.ts';
import { approvalColumns } from '../mapping/approval-columns.ts';
import { PROPOSED_AT_MOST } from '../mapping/choose-matches.ts';
import { meaningsOf } from '../mapping/header-meanings.ts';
import { decidedContext, type MappedTab, mapTab } from '../mapping/map-tab.ts';
import type { ColumnMatch } from '../mapping/proposal.ts';
import type { MappingProblem } from '../mapping/resolve-mapping.ts';
import { optOutColumns } from '../mapping/seller-opt-outs.ts';
import type { TabSettings } from '../settings/tab-settings.ts';
import { isAddress } from '../sheet/address.ts';
import { repeatsHeader } from '../sheet/repeated-header.ts';
import { sectionHeadings } from '../sheet/section-heading.ts';
import { type CellValue, type Table, type TableRow, textAt } from '../sheet/table.ts';
import { canonicalText } from '../terms/canonical-text.ts';
import type { Failure } from '../terms/failure.ts';
import { lazily } from '../terms/lazily.ts';
import { murmurHash } from '../terms/murmur-hash.ts';
import { failure, type Result, success } from '../terms/result.ts';
import { failures } from '../words/failures.ts';
import { EVENT_HEADERS } from '../words/own-headers.ts';
import { type ExtraColumn, extraColumnsOf } from './extra-columns.ts';
import { NO_ANSWERS } from './field-answers.ts';
import { identityOfKey, KEY_FIELDS, type ListingKey, listingKeysOf } from './listing-key.ts';
import type { ListingTab, StepOf, UnusedColumn } from './listing-tab.ts';
import { firstText, type PlannerInputs, type RowPlanner } from './row-planner.ts';
import { settledStep } from './settled-step.ts';

/** What an action makes of listings. */
export interface ListingUse {
  readonly stepOf: StepOf;
  /** Which fields of a row it has to know. */
  readonly reads: 'everything' | 'keys';
}

/** The planner of a tab's listings; fails when no column holds a key, or a chosen column is missing or doubled. */
export function listingPlanner(inputs: PlannerInputs, { stepOf, reads }: ListingUse): Result<RowPlanner, Failure> {
  const { table, settings, tabName } = inputs;
  const mapped = mapTab(table, settings, inputs.decisions);
  const context = decidedContext(inputs.context, mapped);
  const [problem] = mapped.resolved.problems;
  if (problem !== undefined) return failure(mappingFailure(problem));
  const { sources } = mapped.resolved;
  const unclear = unclearNumber(mapped, settings, table);
  if (unclear !== undefined)
    return failure(failures.unclearKeyColumn(fieldDefinition('MLSNumber').label, unclear.reason));
  const keyColumnIndexes = settings.keyTypes.flatMap((keyType) => columnsOf(sources[KEY_FIELDS[keyType]]));
  if (keyColumnIndexes.length === 0) return failure(failures.noKeyColumn(tabName));
  const readColumnIndexes = [...new Set(Object.values(sources).flatMap(columnIndexesOf))];
  const valueColumnIndexes = [...new Set(Object.values(sources).flatMap(valueColumnIndexesOf))];
  const keyFields: readonly FieldName[] = settings.keyTypes.map((keyType) => KEY_FIELDS[keyType]);
  const isKey = (field: FieldName) => keyFields.includes(field);
  const readerOf = (isWanted: (field: FieldName) => boolean) => listingReader(sources, settings, context, isWanted);
  const readKeys = readerOf(isKey);
  const read = reads === 'everything' ? readerOf(() => true) : readKeys;
  const keysOf = (row: TableRow) => listingKeysOf(readKeys(row).values, settings.keyTypes);
  const tab = { ...listingTab(inputs, mapped), rowSharing: sharedKeys(table.allRows ?? (() => table.rows), keysOf) };
  const isHeading = sectionHeadings(table.headers, keyColumnIndexes);
  const plan = (row: TableRow) => {
    if (repeatsHeader(row, table.headers)) return settledStep('Skipped', REPEATED_HEADER);
    return isHeading(row) ? settledStep('Skipped', SECTION_HEADING) : stepOf({ row, reading: read(row) }, tab);
  };
  const labelOf = (row: TableRow) => firstText(row, keyColumnIndexes) || firstText(row, readColumnIndexes);
  const subjectColumnIndexes = SUBJECT_FIELDS.flatMap((field) => columnsOf(sources[field]));
  const subjectOf = (row: TableRow) => firstText(row, subjectColumnIndexes);
  const keyOf = (row: TableRow) => {
    const [key] = keysOf(row);
    return key === undefined ? '' : identityOfKey(key);
  };
  const allKeysOf = (row: TableRow) => {
    const { values, problems } = readKeys(row);
    const keys = listingKeysOf(values, settings.keyTypes).map(identityOfKey);
    return keys.length === 0 || problems.length > 0 ? undefined : keys;
  };
  const needsText = textNeeds(mapped, tab.extraColumns, (field) => reads === 'everything' || isKey(field));
  const linkColumnIndexes = columnsOfWords(mapped, table);
  const hidesLinks = mapped.resolved.sources.Url === undefined || linkColumnIndexes.length > 0;
  const mapping = mappingText(mapped, tab.extraColumns, inputs, (field) => reads === 'everything' || isKey(field));
  return success({
    mapping,
    keyColumnIndexes,
    keyOf,
    allKeysOf,
    readColumnIndexes,
    valueColumnIndexes,
    hidesLinks,
    linkColumnIndexes,
    needsText,
    labelOf,
    subjectOf,
    plan,
    form: { sources, read },
  });
}

const REPEATED_HEADER = 'The row repeats the names of the columns, so it is no listing.';
const SECTION_HEADING =
  'The row holds nothing but a heading, so it is no listing. What the heading says of the rows below it is not sent.';

/** Columns by their headers: a column that was moved feeds what it fed before. */
function mappingText(
  { resolved, actionColumnIndex, decisions }: MappedTab,
  extraColumns: readonly ExtraColumn[],
  { table, settings, context }: PlannerInputs,
  isRead: (field: FieldName) => boolean,
): string {
  const fed = FIELDS.filter(({ name }) => isRead(name)).map(({ name }) => [name, resolved.sources[name]]);
  const action = table.headers[actionColumnIndex ?? -1] ?? '';
  const decided = [decisions?.notations, decisions?.usual];
  return murmurHash(canonicalText([settings, context.locale, fed, extraColumns, action, decided], 'columnIndex'));
}

/** What people know a home by, the better first. */
const SUBJECT_FIELDS: readonly FieldName[] = ['Address', 'Location', 'City'];

const LINKED_FIELDS: readonly FieldName[] = ['Url', 'Images', 'Tours'];

/**
 * Columns of addresses, by what they feed or are headed, in which words stand in some row: there an address may be hidden. A
 * column may be blank, or full of addresses, in its first rows.
 */
function columnsOfWords({ resolved }: MappedTab, { headers, rows, sampleRows }: Table): readonly number[] {
  const fed = LINKED_FIELDS.flatMap((field) => columnsOf(resolved.sources[field]));
  const named = headers.flatMap((header, columnIndex) =>
    resolved.sources.Url === undefined && meaningsOf(header).some(({ field }) => field === 'Url') ? [columnIndex] : [],
  );
  const hidesIn = (columnIndex: number) => (row: TableRow) => isWords(row.values[columnIndex] ?? '');
  return [...new Set([...fed, ...named])].filter(
    (columnIndex) => sampleRows.some(hidesIn(columnIndex)) || rows.some(hidesIn(columnIndex)),
  );
}

function isWords(value: CellValue): boolean {
  return typeof value === 'string' && value !== '' && !isAddress(value) && !isBlankText(value);
}

/** By column, what it is read for: fields, extra columns, and the Action column, whose words are shown. */
function textNeeds(
  { resolved, actionColumnIndex }: MappedTab,
  extraColumns: readonly ExtraColumn[],
  isRead: (field: FieldName) => boolean,
): RowPlanner['needsText'] {
  const kinds = new Map<number, FieldKind[]>();
  const add = (columnIndex: number, kind: FieldKind) =>
    kinds.set(columnIndex, [...(kinds.get(columnIndex) ?? []), kind]);
  for (const definition of FIELDS.filter(({ name }) => isRead(name))) {
    const source = resolved.sources[definition.name];
    for (const columnIndex of columnsOf(source)) add(columnIndex, definition.kind);
  }
  for (const { columnIndex } of extraColumns) add(columnIndex, 'extension');
  if (actionColumnIndex !== undefined) add(actionColumnIndex, 'extension');
  return (columnIndex, value) => kinds.get(columnIndex)?.some((kind) => needsShownText(kind, value)) === true;
}

/**
 * A column that would hold the MLS number if two did not fit equally well, or had one header, or its cells looked like
 * numbers: rows must not be known by a URL because somebody has pasted a second one, or writes numbers without digits.
 */
function unclearNumber(
  { proposal, resolved }: MappedTab,
  { keyTypes, unmapped }: TabSettings,
  table: Table,
): ColumnMatch | undefined {
  const mapped = keyTypes.find((keyType) => resolved.sources[KEY_FIELDS[keyType]] !== undefined);
  const better = mapped === undefined ? keyTypes : keyTypes.slice(0, keyTypes.indexOf(mapped));
  if (!better.includes('MLSNumber') || unmapped.includes('MLSNumber')) return undefined;
  return proposal.matches.find(
    (match) =>
      match.field === 'MLSNumber' &&
      !match.isApplied &&
      (match.confidence >= PROPOSED_AT_MOST || isNamedNumber(match, table)),
  );
}

/** Whether a filled column bears the very name of the MLS number, whatever its cells look like. */
function isNamedNumber({ source }: ColumnMatch, { headers, sampleRows }: Table): boolean {
  const [header = ''] = valueHeadersOf(source);
  const columnIndex = headers.indexOf(header);
  const isNamed = meaningsOf(header).some(
    ({ field, strength }) => field === 'MLSNumber' && (strength === 'exact' || strength === 'sure'),
  );
  return isNamed && sampleRows.some((row) => textAt(row, columnIndex).trim() !== '');
}

/** Tells of a key which row has it beside one that counts more; all rows are read when the first is asked about that may be. */
function sharedKeys(
  rows: () => readonly TableRow[],
  keysOf: (row: TableRow) => readonly ListingKey[],
): ListingTab['rowSharing'] {
  const rowNumbers = lazily(() => {
    const shared = new Map<string, number>();
    for (const row of rows()) {
      for (const key of keysOf(row).slice(1)) {
        const name = identityOfKey(key);
        if (!shared.has(name)) shared.set(name, row.rowNumber);
      }
    }
    return shared;
  });
  return (key) => rowNumbers().get(identityOfKey(key));
}

function listingTab(
  { table, settings, serialNumber, context, fieldAnswers = () => NO_ANSWERS }: PlannerInputs,
  mapped: MappedTab,
): Omit<ListingTab, 'rowSharing'> {
  const isMapped = (field: FieldName) => columnsOf(mapped.resolved.sources[field]).length > 0;
  const betterThan = (keyType: KeyType) =>
    settings.keyTypes
      .slice(0, Math.max(0, settings.keyTypes.indexOf(keyType)))
      .map((better) => KEY_FIELDS[better])
      .filter(isMapped);
  return {
    settings,
    betterKeys: { NewOaks: betterThan('NewOaks'), MLSNumber: betterThan('MLSNumber'), URL: betterThan('URL') },
    serialNumber,
    today: context.today,
    actionColumnIndex: mapped.actionColumnIndex,
    extraColumns: extraColumnsOf(table.headers, settings.extraHeaders),
    optOuts: optOutColumns(table.headers),
    approvals: approvalColumns(table.headers, table.sampleRows),
    fieldAnswers,
    stampColumnIndex: indexOfHeader(table.headers, EVENT_HEADERS.stamp),
    columnOf: (field) => columnsOf(mapped.resolved.sources[field])[0],
    unusedColumnOf: (field) => unusedColumnOf(field, mapped),
  };
}

function indexOfHeader(headers: readonly string[], header: string): number | undefined {
  const columnIndex = headers.indexOf(header);
  return columnIndex === -1 ? undefined : columnIndex;
}

/** A unit that is read with its amount is used, though it feeds no field itself. */
function saysMore(header: string, { matches }: MappedTab['proposal']): boolean {
  return matches.some(
    ({ isApplied, source }) =>
      isApplied &&
      source.kind === 'joined' &&
      !valueHeadersOf(source).includes(header) &&
      source.parts.some((part) => part.header === header),
  );
}

function unusedColumnOf(field: FieldName, { proposal, resolved }: MappedTab): UnusedColumn | undefined {
  const match = proposal.matches.find((candidate) => candidate.field === field && !candidate.isApplied);
  const [header] = match === undefined ? [] : valueHeadersOf(match.source);
  if (match === undefined || header === undefined || saysMore(header, proposal)) return undefined;
  return { header, reason: match.reason, isFree: resolved.unmappedHeaders.includes(header) };
}

function columnsOf(source: ResolvedSource | undefined): readonly number[] {
  return source === undefined ? [] : columnIndexesOf(source);
}

function mappingFailure(problem: MappingProblem): Failure {
  switch (problem.kind) {
    case 'headerTwice':
      return failures.duplicateHeaders(problem.header, problem.columnLetters.join(' and '));
    case 'headerMissing':
      return failures.headersChanged(fieldDefinition(problem.field).label, problem.header);
    default:
      return problem satisfies never;
  }
}
