/** Adds the fixed values that headers imply: `Size (m²)` names the area unit, `$/SF` the currency. */
import { hintsOfHeader } from '../listing/cell/header-hints.ts';
import { FIELDS, type FieldName, fieldDefinition } from '../listing/fields.ts';
import { areaUnitOf } from './header-unit.ts';
import type { ColumnMatch } from './proposal.ts';

/** A header names its unit as clearly as a column could, but a cell may still carry another one. */
const IMPLIED_CONFIDENCE = 0.85;

/** The matches with area unit and currency filled in where no column feeds them and the headers in use name them. */
export function addImpliedValues(matches: readonly ColumnMatch[]): readonly ColumnMatch[] {
  const implied = [impliedAreaUnit(matches), impliedCurrency(matches)].filter((match) => match !== undefined);
  return FIELDS.flatMap(({ name }) => {
    const match = implied.find(({ field }) => field === name) ?? matches.find(({ field }) => field === name);
    return match === undefined ? [] : [match];
  });
}

/** The building's unit counts first: a lot in acres is normal beside a building in square feet. */
function impliedAreaUnit(matches: readonly ColumnMatch[]): ColumnMatch | undefined {
  if (isFed(matches, 'AreaUnit')) return undefined;
  for (const header of [...appliedHeaders(matches, 'BuildingArea'), ...appliedHeaders(matches, 'LotArea')]) {
    const unit = areaUnitOf(header);
    if (unit === 'Square Feet' || unit === 'Square Meters') return impliedMatch('AreaUnit', unit, header);
  }
  return undefined;
}

/** Only when all headers with a sign agree. */
function impliedCurrency(matches: readonly ColumnMatch[]): ColumnMatch | undefined {
  if (isFed(matches, 'CurrencySymbol')) return undefined;
  const money = FIELDS.filter(({ kind }) => kind === 'money').flatMap(({ name }) => appliedHeaders(matches, name));
  const signed = money.flatMap((header) => {
    const symbol = hintsOfHeader(header).currencySymbol;
    return symbol === undefined ? [] : [{ header, symbol }];
  });
  const [first] = signed;
  if (first === undefined || signed.some(({ symbol }) => symbol !== first.symbol)) return undefined;
  return impliedMatch('CurrencySymbol', first.symbol, first.header);
}

function impliedMatch(field: FieldName, value: string, header: string): ColumnMatch {
  const reason = `header "${header}" implies ${fieldDefinition(field).label} ${value}`;
  return { field, source: { kind: 'fixed', value }, confidence: IMPLIED_CONFIDENCE, isApplied: true, reason };
}

function isFed(matches: readonly ColumnMatch[], field: FieldName): boolean {
  return matches.some((match) => match.field === field && match.isApplied);
}

function appliedHeaders(matches: readonly ColumnMatch[], field: FieldName): readonly string[] {
  return matches.flatMap((match) =>
    match.field === field && match.isApplied && match.source.kind === 'column' ? [match.source.header] : [],
  );
}
