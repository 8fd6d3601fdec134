/** Candidates that single columns give by their headers. */
import { type FieldKind, type FieldName, fieldDefinition } from '../listing/fields.ts';
import { APPLIED_FROM, type Candidate, duplicateObstacle, headerReason, scoreOf } from './candidate.ts';
import { shareOf } from './column-shape.ts';
import { keyTypeObstacle, saysKeyType } from './companion-columns.ts';
import type { HeaderMeaning } from './header-meanings.ts';
import { isOfferBox } from './offer-columns.ts';
import { readerVerdict } from './reader-verdict.ts';
import type { SheetMarket } from './synonyms/synonym.ts';
import type { TabColumn } from './tab-columns.ts';
import { type Evidence, evidenceFor } from './value-evidence.ts';

/** Half of the cells with `/mo` or `pcm` make a column one of rents, whatever the rest of the sheet is. */
const RENTS_SHARE = 0.5;

/** Fewer odd cells than this do not speak against a field's own name: the person may simply have mistyped them. */
const CELLS_TO_CONTRADICT = 3;

/** The reader takes most of the cells, or knows what is wrong with them. */
const TAKEN_SHARE = 0.6;

/** Fields whose readers do not take just any text. */
const HEARD_KINDS: ReadonlySet<FieldKind> = new Set([
  'count',
  'bathrooms',
  'year',
  'days',
  'money',
  'area',
  'latitude',
  'longitude',
  'currency',
  'choice',
]);

/** Prices that every listing has, though the platform takes one without. */
const ASKED_PRICES: ReadonlySet<FieldName> = new Set<FieldName>(['SalePrice', 'RentPrice']);

/** A column that is used only because nothing else is there. */
const HEARD_SCORE = APPLIED_FROM + 0.005;
const HEARD_REASON = '; each row says what is wrong with its cell';

/** Fields of numbers and ids, whose cells can only contradict by being something else. */
const NUMBER_KINDS: ReadonlySet<FieldKind> = new Set(['id', 'count', 'bathrooms', 'year', 'days', 'money', 'area']);

/** Every field that a header of the tab may stand for, scored by the header and the cells. */
export function columnCandidates(columns: readonly TabColumn[], market: SheetMarket | undefined): readonly Candidate[] {
  return columns.flatMap((column) =>
    meaningsOn(column, market).flatMap(({ field, strength }) =>
      columnCandidate(column, field, isAnyKey(field, strength, columns) ? 'proposal' : strength, columns),
    ),
  );
}

/** Any office has a column of keys; as the platform's they would delete a stranger's listing, so the sheet must say so. */
function isAnyKey(field: FieldName, strength: string, columns: readonly TabColumn[]): boolean {
  return field === 'Key' && strength === 'exact' && !saysKeyType(columns);
}

function evidenceOf(column: TabColumn, field: FieldName, strength: HeaderMeaning['strength'] | 'leading'): Evidence {
  const definition = fieldDefinition(field);
  const evidence = evidenceFor(definition, column.shape);
  const isTooLittle =
    strength === 'exact' && column.shape.filled < CELLS_TO_CONTRADICT && NUMBER_KINDS.has(definition.kind);
  return evidence === 'contradicts' && isTooLittle && !isOfferBox(column) ? 'neutral' : evidence;
}

/**
 * Whether a column that is named for a field feeds it although its cells do not look right: the own name of a field that
 * every row needs always does, another name where the reader takes most cells, or of a needed number knows what is wrong. Each row
 * then says so; "no column" would be no help where the column is there.
 */
function speaksForItself(
  { whole, shape, header }: TabColumn,
  field: FieldName,
  strength: HeaderMeaning['strength'] | 'leading',
  evidence: Evidence,
): boolean {
  if (shape.filled === 0 || evidence === 'blank') return false;
  const { kind, isRequired } = fieldDefinition(field);
  if (!HEARD_KINDS.has(kind) || !['exact', 'sure', 'usual'].includes(strength)) return false;
  if (strength === 'exact' && isRequired) return true;
  if (strength !== 'exact' && !NUMBER_KINDS.has(kind)) return false;
  const { taken, explained } = readerVerdict(whole, field, header);
  const isOnlyNumbers = shareOf(shape, 'number') >= TAKEN_SHARE;
  // Any number reader takes any number; what kind of numbers they are is seen better from all of them.
  if (taken >= TAKEN_SHARE) return !isOnlyNumbers;
  const isAsked = (isRequired && strength === 'sure') || ASKED_PRICES.has(field);
  return isAsked && taken + explained >= TAKEN_SHARE;
}

function columnCandidate(
  column: TabColumn,
  field: FieldName,
  strength: HeaderMeaning['strength'] | 'leading',
  columns: readonly TabColumn[],
): readonly Candidate[] {
  const evidence = evidenceOf(column, field, strength);
  const known = scoreOf(strength, evidence);
  if (known === 0) return [];
  const isHeard = known < APPLIED_FROM && speaksForItself(column, field, strength, evidence);
  const score = isHeard ? HEARD_SCORE : known;
  const obstacle = duplicateObstacle([column]) ?? keyTypeObstacle(field, columns);
  return [
    {
      field,
      source: { kind: 'column', header: column.header },
      columns: [column],
      score,
      reason: `${headerReason(column, field, strength, evidence)}${isHeard ? HEARD_REASON : ''}`,
      isContradicted: evidence === 'contradicts' && !isHeard,
      ...(obstacle === undefined ? {} : { obstacle }),
    },
  ];
}

/**
 * The column's meanings on a sheet of this market. On a sheet of rentals a plain price is the rent and no longer the
 * sale price; on a sheet of sold homes the closing price beats the list price.
 */
function meaningsOn(
  column: TabColumn,
  market: SheetMarket | undefined,
): readonly { readonly field: FieldName; readonly strength: HeaderMeaning['strength'] | 'leading' }[] {
  const localMarket = shareOf(column.shape, 'rentPeriod') >= RENTS_SHARE ? 'rental' : market;
  const leader = column.meanings.find(({ leadsWhen }) => leadsWhen !== undefined && leadsWhen === localMarket);
  if (leader === undefined) return column.meanings.map((meaning) => withoutSales(meaning, localMarket));
  const leaderStrength = leader.leadsWhen === 'sold' ? 'leading' : 'usual';
  return column.meanings.map(({ field, strength }) => {
    if (strength === 'exact') return { field, strength };
    return { field, strength: field === leader.field ? leaderStrength : 'proposal' };
  });
}

/** Rentals have no sale price, so that a price of another time or kind must not pass for one. */
function withoutSales(
  { field, strength }: HeaderMeaning,
  market: SheetMarket | undefined,
): Omit<HeaderMeaning, 'leadsWhen'> {
  const isForeign = market === 'rental' && field === 'SalePrice' && strength !== 'exact';
  return { field, strength: isForeign ? 'proposal' : strength };
}
