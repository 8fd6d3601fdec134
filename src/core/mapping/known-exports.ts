/** Recognises exports by their header rows and turns what is known of them into candidates. */
import { FIELDS, type FieldName, fieldDefinition, type KeyType } from '../listing/fields.ts';
import { lazily } from '../terms/lazily.ts';
import { type Candidate, duplicateObstacle, EXPORT_SCORE, IMPLIED_SCORE, SPARE_EXPORT_SCORE } from './candidate.ts';
import { shareOf } from './column-shape.ts';
import { keyTypeObstacle } from './companion-columns.ts';
import type { ExportColumn, KnownExport } from './known-exports/known-export.ts';
import { realtorStyleExport, redfinDownload, zillowStyleExport } from './known-exports/portal-exports.ts';
import { googleAdsFeed, metaHomeListings, platformFields, resoExport } from './known-exports/standard-exports.ts';
import { headerKeys } from './normalize-header.ts';
import type { ColumnMatch } from './proposal.ts';
import type { SheetMarket } from './synonyms/synonym.ts';
import type { TabColumn } from './tab-columns.ts';
import { evidenceFor } from './value-evidence.ts';

/** The more distinctive header row first. */
const knownExports = lazily((): readonly KnownExport[] => [
  redfinDownload(),
  platformFields(),
  resoExport(),
  realtorStyleExport(),
  zillowStyleExport(),
  metaHomeListings(),
  googleAdsFeed(),
]);

/** Most cells must look as the export promises before a column with several uses is taken for one of them. */
const PROMISED_SHARE = 0.6;

/** The field that a key type needs. */
const KEY_FIELDS: { readonly [Type in KeyType]: FieldName } = { NewOaks: 'Key', MLSNumber: 'MLSNumber', URL: 'Url' };

/** The export whose header row a tab has, or `undefined`. Added, removed and moved columns do not matter. */
export function recogniseExport(columns: readonly TabColumn[]): KnownExport | undefined {
  const headers = new Set(columns.map((column) => column.header));
  const keys = new Set(columns.map((column) => column.key));
  return knownExports().find(({ signature, signatureMinimum = signature.length, isVerbatim }) => {
    const isThere = (name: string) => (isVerbatim ? headers.has(name) : keys.has(headerKeys(name).signed));
    return signature.filter((names) => names.some(isThere)).length >= signatureMinimum;
  });
}

/** What files of a recognised export seldom have, by the export's name. */
export function seldomHas(exportName: string): KnownExport['seldomHas'] {
  return knownExports().find(({ name }) => name === exportName)?.seldomHas ?? {};
}

/** What an export knows of a tab's columns, and the fixed values it implies. */
export function exportCandidates(
  known: KnownExport,
  columns: readonly TabColumn[],
  market: SheetMarket | undefined,
): readonly Candidate[] {
  const fromColumns = FIELDS.flatMap(({ name }) => exportCandidate(name, known, columns, market));
  const fixed = FIELDS.flatMap(({ name }) => fixedCandidate(name, known));
  return [...fromColumns, ...fixed];
}

/** The key types of an export in their order, without those whose field no column feeds. */
export function keyTypesOf(known: KnownExport, matches: readonly ColumnMatch[]): readonly KeyType[] {
  return known.keyTypes.filter((keyType) =>
    matches.some((match) => match.isApplied && match.field === KEY_FIELDS[keyType]),
  );
}

/**
 * The export's best column for a field; a blank one only if no filled one is there. Several columns come back when
 * their headers differ in case or spaces only, to be told apart by their content.
 */
function exportCandidate(
  field: FieldName,
  known: KnownExport,
  columns: readonly TabColumn[],
  market: SheetMarket | undefined,
): readonly Candidate[] {
  const fitting = known.columns
    .filter((spec) => spec.field === field && (spec.onlySold === undefined || market === 'sold'))
    .map((spec) => ({ spec, target: targetOf(spec, market) }))
    .map(({ spec, target }) => ({ spec, target, columns: columnsOf(spec, target, columns) }));
  const filled = fitting.find((entry) => entry.columns.some(isFilled));
  const best = filled ?? fitting.find((entry) => entry.columns.length > 0);
  if (best === undefined) return [];
  const usable = filled === undefined ? best.columns : best.columns.filter(isFilled);
  return usable.map((column) => candidateOf(best.target, known, best.spec, column));
}

/** On a sheet of rentals the price is the rent; a column with the field's own name stays what it says. */
function targetOf({ field, header }: ExportColumn, market: SheetMarket | undefined): FieldName {
  return field === 'SalePrice' && header !== field && market === 'rental' ? 'RentPrice' : field;
}

function isFilled({ shape }: TabColumn): boolean {
  return shape.filled > 0;
}

function candidateOf(field: FieldName, known: KnownExport, spec: ExportColumn, column: TabColumn): Candidate {
  const obstacle = duplicateObstacle([column]);
  return {
    field,
    source: { kind: 'column', header: column.header },
    columns: [column],
    score: spec.isSpare ? SPARE_EXPORT_SCORE : EXPORT_SCORE,
    reason: `column "${column.header}" of a ${known.name} holds ${fieldDefinition(field).label}`,
    isContradicted: false,
    ...(obstacle === undefined ? {} : { obstacle }),
  };
}

function fixedCandidate(field: FieldName, known: KnownExport): readonly Candidate[] {
  const value = known.fixedValues[field];
  if (value === undefined) return [];
  const reason = `every row of a ${known.name} has ${fieldDefinition(field).label} ${value}`;
  return [
    { field, source: { kind: 'fixed', value }, columns: [], score: IMPLIED_SCORE, reason, isContradicted: false },
  ];
}

function columnsOf(spec: ExportColumn, target: FieldName, columns: readonly TabColumn[]): readonly TabColumn[] {
  const { signed } = headerKeys(spec.header);
  return columns
    .filter(({ key }) => (spec.isPrefix ? key.startsWith(signed) : key === signed))
    .filter((column) => fits(spec, target, column) && keyTypeObstacle(target, columns) === undefined);
}

function fits({ when }: ExportColumn, target: FieldName, { shape }: TabColumn): boolean {
  if (when === undefined) return evidenceFor(fieldDefinition(target), shape) !== 'contradicts';
  const promised = when.map((trait) => shareOf(shape, trait)).reduce((sum, share) => sum + share, 0);
  return promised >= PROMISED_SHARE;
}
