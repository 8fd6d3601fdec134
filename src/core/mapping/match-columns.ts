/** Finds, for every field, the column of a tab that feeds it. */

import type { FieldSource } from '../listing/field-source.ts';
import { chooseMatches } from './choose-matches.ts';
import { columnCandidates } from './column-candidates.ts';
import { shareOf } from './column-shape.ts';
import { completeSource, isSoldPrice } from './complete-source.ts';
import { guessByValues } from './guess-by-values.ts';
import { imageCandidates } from './image-columns.ts';
import { addImpliedValues } from './implied-values.ts';
import { joinedCandidates } from './joined-columns.ts';
import { exportCandidates, keyTypesOf, recogniseExport } from './known-exports.ts';
import { offerCandidates } from './offer-columns.ts';
import { withoutOtherMeanings, withSoldPrices } from './other-meanings.ts';
import type { ColumnMatch, ColumnSample, LeftOutColumn, MappingProposal } from './proposal.ts';
import { sharePrice } from './shared-columns.ts';
import { marketOf } from './sheet-market.ts';
import type { SheetMarket } from './synonyms/synonym.ts';
import { trapReason } from './synonyms/traps.ts';
import { type TabColumn, tabColumns } from './tab-columns.ts';
import { isInUnknownTongue, unknownTongue, unknownWords } from './unknown-tongue.ts';
import { withoutDoubt } from './without-doubt.ts';

/**
 * Matches columns to fields by their headers and by what their cells look like. The order of the columns never matters.
 *
 * A recognised export sets everything it knows; the other columns are matched one by one. A match that is not safe
 * enough is proposed and left to a person: a doubtful header whose cells do not confirm it, two columns that fit
 * equally well, a header that stands twice.
 *
 * @param columns Every column of the tab. Columns without a header feed nothing.
 */
export function matchColumns(columns: readonly ColumnSample[]): MappingProposal {
  return matchTabColumns(tabColumns(columns));
}

/** The same of columns that have been prepared. */
export function matchTabColumns(columns: readonly TabColumn[], today?: string): MappingProposal {
  const tab = withSoldPrices(columns);
  const market = askedPriceMarket(tab);
  const knownExport = recogniseExport(tab);
  const candidates = [
    ...(knownExport === undefined ? [] : exportCandidates(knownExport, tab, market)),
    ...columnCandidates(tab, market),
    ...joinedCandidates(tab),
    ...imageCandidates(tab),
    ...offerCandidates(tab),
  ].map((candidate) => completeSource(candidate, tab));
  const fair = withoutOtherMeanings(withoutDoubt(candidates), tab, today);
  const matches = guessByValues(addImpliedValues(sharePrice(chooseMatches(fair))), tab);
  const leftOut = leftOutColumns(tab, matches);
  if (knownExport === undefined) return { matches, leftOut };
  return { matches, leftOut, knownExport: { name: knownExport.name, keyTypes: keyTypesOf(knownExport, matches) } };
}

/** The sheet's market; where asked and sold prices stand side by side each row's own status decides between them. */
function askedPriceMarket(tab: readonly TabColumn[]): SheetMarket | undefined {
  const market = marketOf(tab);
  const hasAskedPrice = tab.some((column) => !isSoldPrice(column) && isFilledPrice(column));
  return market === 'sold' && hasAskedPrice ? undefined : market;
}

function isFilledPrice({ meanings, shape }: TabColumn): boolean {
  const isNamed = meanings.some(({ field, strength }) => field === 'SalePrice' && strength !== 'proposal');
  return isNamed && shareOf(shape, 'number') + shareOf(shape, 'money') > 0;
}

/** In the order of their headers, since the order of columns must not show. */
function leftOutColumns(tab: readonly TabColumn[], matches: readonly ColumnMatch[]): readonly LeftOutColumn[] {
  const used = new Set(matches.filter((match) => match.isApplied).flatMap((match) => headersOf(match.source)));
  const left = tab.filter(({ header }) => !used.has(header));
  const isUnknown = isInUnknownTongue(tab);
  const columnByHeader = new Map(left.map((column) => [column.header, column]));
  return [...columnByHeader]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([header, column]) => {
      const reason = trapReason(header);
      if (reason !== undefined) return [{ header, reason: `"${header}" is left out: it ${reason}.` }];
      const tongue = unknownTongue(header) ?? (isUnknown ? unknownWords(column) : undefined);
      return tongue === undefined ? [] : [{ header, reason: `"${header}" is not used: it ${tongue}.` }];
    });
}

export function headersOf(source: FieldSource): readonly string[] {
  switch (source.kind) {
    case 'column':
      return [source.header];
    case 'joined':
      return source.parts.map((part) => part.header);
    case 'fixed':
      return [];
    default:
      return source satisfies never;
  }
}
