/** Decides, over the whole length of a tab's columns, what they hold and how they are written. */

import { notationEvidence, notationsOf } from '../listing/cell/column-notation.ts';
import { offerNamed } from '../listing/cell/read-sale-type.ts';
import { type ChosenSources, type ListingSources, valueHeadersOf } from '../listing/field-source.ts';
import { type FieldKind, type FieldName, fieldDefinition } from '../listing/fields.ts';
import type { RowValues } from '../listing/listing-reading.ts';
import type { ColumnNotation } from '../listing/notation.ts';
import { type ListingSettings, listingReader } from '../listing/read-listing.ts';
import type { ReadContext, UsualAmounts } from '../listing/reading.ts';
import { isLet } from '../listing/row/settle-plausible.ts';
import type { Table, TableRow } from '../sheet/table.ts';
import type { CellTrait } from './cell-traits.ts';
import { shareOf } from './column-shape.ts';
import { mergeChoices, samplesOf } from './map-tab.ts';
import { matchTabColumns } from './match-columns.ts';
import type { ColumnMatch } from './proposal.ts';
import { spreadRows } from './spread-rows.ts';
import { type TabColumn, tabColumns } from './tab-columns.ts';
import { hasNewCells, headersName, holdsFor, isOutgrown, pricedBy, type TabDecisions } from './tab-decisions.ts';
import { usualPeriodOf } from './usual-period.ts';

/** Rows from which it is learned what is usual. */
const ROWS_FOR_USUAL = 120;

/** Of fewer rows none is usual. */
const LEAST_AMOUNTS = 4;

/** A column is looked at for its notation where at least so large a part of it is quantities. */
const QUANTITIES_SHARE = 0.05;
const QUANTITIES: readonly CellTrait[] = ['number', 'money', 'area', 'date'];

/** What a price can depend on: the other fields of those rows need not be read. */
const KINDS_OF_AMOUNTS: ReadonlySet<FieldKind> = new Set(['money', 'area', 'choice', 'currency']);

/** The tab's choices that change how its rows are read. */
type Choices = ChosenSources & ListingSettings;

/** The decisions of a tab, from all of its rows; `undefined` where no row holds anything. One pass over its cells. */
export function decideTab(table: Table, settings: Choices, context: ReadContext): TabDecisions | undefined {
  const columns = tabColumns(samplesOf(table.headers, table.rows));
  if (columns.every(({ shape }) => shape.filled === 0)) return undefined;
  const proposal = matchTabColumns(columns, context.today);
  const notations = notationsByHeader(columns, context.locale);
  const { sources } = mergeChoices(table.headers, proposal, settings).resolved;
  return {
    headersName: headersName(table.headers),
    rowCount: table.rows.length,
    madeOn: context.today,
    proposal,
    blankHeaders: columns
      .filter(
        ({ header, shape, meanings }) =>
          shape.filled === 0 && (meanings.length > 0 || offerNamed(header) !== undefined),
      )
      .map(({ header }) => header),
    notations,
    pricedBy: pricedBy(sources),
    usual: usualAmounts(table.rows, sources, settings, { ...context, notations }),
  };
}

/**
 * The decisions that a tab has from now on: those that were made where they still hold, with what can be decided of columns that
 * were blank; new ones where the headers are others, or the tab has outgrown them.
 */
export function decisionsNow(
  stored: TabDecisions | undefined,
  table: Table,
  settings: Choices,
  context: ReadContext,
): TabDecisions | undefined {
  if (!holdsFor(stored, table.headers)) return decideTab(table, settings, context);
  if (!isOutgrown(stored, table.rows.length)) return decideFilled(stored, table, settings, context);
  const again = decideTab(table, settings, context);
  return again && { ...again, outgrownRows: stored.rowCount };
}

/**
 * The decisions with what can be decided of columns that were blank when they were made; the very same where all of those are
 * blank still. What was decided stays as it is.
 */
export function decideFilled(
  decisions: TabDecisions,
  table: Table,
  settings: Choices,
  context: ReadContext,
): TabDecisions {
  const blank = new Set(decisions.blankHeaders);
  const isFilled = hasNewCells(
    decisions,
    table.headers,
    table.rows.map(({ values }) => values),
  );
  const fresh = isFilled ? decideTab(table, settings, context) : undefined;
  if (fresh === undefined) return decisions;
  const stillBlank = new Set(fresh.blankHeaders);
  const isNew = (header: string) => blank.has(header) && !stillBlank.has(header);
  return {
    ...decisions,
    proposal: { ...decisions.proposal, matches: withNewMatches(decisions, fresh, isNew) },
    blankHeaders: fresh.blankHeaders.filter((header) => blank.has(header)),
    notations: {
      ...Object.fromEntries(Object.entries(fresh.notations).filter(([header]) => isNew(header))),
      ...decisions.notations,
    },
  };
}

function withNewMatches(
  { proposal }: TabDecisions,
  fresh: TabDecisions,
  isNew: (header: string) => boolean,
): TabDecisions['proposal']['matches'] {
  const isOpen = (field: string) => !proposal.matches.some((match) => match.field === field && match.isApplied);
  const isFound = (match: ColumnMatch) => isOpen(match.field) && valueHeadersOf(match.source).some(isNew);
  const saysOffer = fresh.proposal.matches.some(
    (match) => match.field === 'SaleType' && match.isApplied && isFound(match),
  );
  // Once the rows say what they are, their one price serves both kinds.
  const sharesPrice = ({ field }: ColumnMatch) =>
    saysOffer && (field === 'SalePrice' || field === 'RentPrice') && isOpen(field);
  const found = fresh.proposal.matches.filter((match) => isFound(match) || sharesPrice(match));
  const kept = proposal.matches.filter(({ field }) => !found.some((match) => match.field === field));
  return [...kept, ...found];
}

function notationsByHeader(columns: readonly TabColumn[], locale: string): Readonly<Record<string, ColumnNotation>> {
  const looked = columns.filter(({ shape, isDuplicate }) => !isDuplicate && hasQuantities(shape));
  const found = notationsOf(
    looked.map(({ whole }) => notationEvidence(whole)),
    locale,
  );
  return Object.fromEntries(
    looked.flatMap((column, index) => {
      const { header } = column;
      const usualPeriod = usualPeriodOf(column);
      const codeDigits = codeDigitsOf(column);
      const notation = {
        ...found[index],
        ...(usualPeriod !== undefined && { usualPeriod }),
        ...(codeDigits !== undefined && { codeDigits }),
      };
      return Object.keys(notation).length === 0 ? [] : [[header, notation]];
    }),
  );
}

/**
 * Five where a fair part of a column of postal codes has as many, six where most have: Singapore, India, China and Romania
 * write six. A shorter number is at least asked about then.
 */
function codeDigitsOf({ meanings, cells }: TabColumn): ColumnNotation['codeDigits'] {
  if (!meanings.some(({ field }) => field === 'ZIP')) return undefined;
  const codes = cells.map(({ text }) => text.trim()).filter((text) => text !== '');
  const shareWith = (digits: RegExp) => codes.filter((code) => digits.test(code)).length / codes.length;
  if (shareWith(SIX_DIGITS) > MOST) return 6;
  return shareWith(FIVE_DIGITS) >= FAIR_SHARE ? 5 : undefined;
}

const MOST = 0.5;
const FAIR_SHARE = 0.2;
const FIVE_DIGITS = /^\d{5}(?:-\d{4})?$/;
const SIX_DIGITS = /^\d{6}$/;

function hasQuantities(shape: TabColumn['shape']): boolean {
  return QUANTITIES.some((trait) => shareOf(shape, trait) >= QUANTITIES_SHARE);
}

/** What is usual; nothing where the rows are in several currencies, for amounts of different ones cannot be compared. */
function usualAmounts(
  rows: readonly TableRow[],
  sources: ListingSources,
  settings: ListingSettings,
  context: ReadContext,
): UsualAmounts {
  const isWanted = (field: FieldName) => KINDS_OF_AMOUNTS.has(fieldDefinition(field).kind);
  const read = listingReader(sources, settings, context, isWanted);
  const values = spreadRows(rows, ROWS_FOR_USUAL).map((row) => read(row).values);
  const symbols = [...new Set(values.flatMap(({ CurrencySymbol: symbol }) => symbol ?? []))];
  const [currencySymbol] = symbols;
  if (symbols.length > 1) return { amounts: {} };
  const sale = middleOf('SalePrice', values);
  const rent = middleOf('RentPrice', values);
  const ofRents = middleOf('UnitAreaPrice', values.filter(isLet));
  const perArea = middleOf(
    'UnitAreaPrice',
    values.filter((row) => !isLet(row)),
  );
  const amounts = {
    ...(sale !== undefined && { SalePrice: sale }),
    ...(rent !== undefined && { RentPrice: rent }),
    ...(perArea !== undefined && { UnitAreaPrice: perArea }),
    ...(ofRents !== undefined && { UnitAreaRent: ofRents }),
  };
  return currencySymbol === undefined ? { amounts } : { currencySymbol, amounts };
}

function middleOf(
  field: 'SalePrice' | 'RentPrice' | 'UnitAreaPrice',
  values: readonly RowValues[],
): number | undefined {
  const amounts = values.flatMap((row) => row[field] ?? []).sort((one, other) => one - other);
  return amounts.length < LEAST_AMOUNTS ? undefined : amounts[Math.floor(amounts.length / 2)];
}
