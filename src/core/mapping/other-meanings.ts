/** Holds back columns whose short name has two meanings: the *Year* of a listing, the *Area* of an MLS, a *Sale Price* beside a list price. */
import { isSalePriceName } from '../listing/row/settle-ended.ts';
import type { Candidate } from './candidate.ts';
import { shareOf } from './column-shape.ts';
import { isSoldPrice } from './complete-source.ts';
import { BARE_LOT, companyObstacle, isPaidPrice } from './in-company.ts';
import { normalizeHeader } from './normalize-header.ts';
import type { TabColumn } from './tab-columns.ts';

/** A year that names nothing else may be that of a home, of its listing or of its sale. */
const BARE_YEAR = /^(?:years?|yr|a[nñ]o|anno|ann[eé]e|jahr|jaar|rok|yil)$/;
const BARE_AREA = /^(?:(?:mls|idx|rets|listings?|map|market) )?area(?: (?:mls|code|no|number|n))?$/;
const BARE_ESTIMATE = /^estimates?$|^est(?:imated)? (?:price|value)$/;
const FAR_BELOW = 2;
const BARE_TOUR = /^tours?(?: (?:date|day|time)s?)?$/;
const MONTH = /^(?:months?|mes|m[eê]s|mois|monat|maand|mese)$/;
/** Homes of one tab are seldom all so new, in years. */
const RECENT_YEARS = 3;
/** Most cells must be days before their years are compared. */
const MOST = 0.6;
/** Codes of districts repeat: so large a part of the cells has been there before. */
const REPEATED = 1 / 3;
const CELLS_TO_REPEAT = 3;
const LEAST_NUMBERED = 2;
/** Among many more sizes some follow each other by chance. */
const MOST_NUMBERED = 500;

/**
 * The candidates with an obstacle at those that mean something else, or may.
 *
 * @param today The day in the spreadsheet's time zone, `YYYY-MM-DD`; without it recent years are believed.
 */
export function withoutOtherMeanings(
  candidates: readonly Candidate[],
  columns: readonly TabColumn[],
  today: string | undefined,
): readonly Candidate[] {
  return candidates.map((candidate) => {
    const obstacle = candidate.obstacle ?? companyObstacle(candidate, columns) ?? obstacleOf(candidate, columns, today);
    return obstacle === undefined || obstacle === candidate.obstacle ? candidate : { ...candidate, obstacle };
  });
}

function obstacleOf(
  { field, source, columns: [column] }: Candidate,
  columns: readonly TabColumn[],
  today: string | undefined,
): string | undefined {
  if (column === undefined || source.kind !== 'column' || column.shape.filled === 0) return undefined;
  const name = normalizeHeader(column.header);
  if (field === 'ZestimatePrice' && BARE_ESTIMATE.test(name)) return estimateObstacle(column, columns);
  if (field === 'Tours' && BARE_TOUR.test(name)) return tourObstacle(column);
  if (field === 'ZIP' && name === 'pin') return pinObstacle(column);
  if (field === 'LotArea' && BARE_LOT.test(name)) return lotObstacle(column);
  if (field === 'YearBuilt' && BARE_YEAR.test(name)) return yearObstacle(column, columns, today);
  return field === 'BuildingArea' && BARE_AREA.test(name) ? areaObstacle(column, columns) : undefined;
}

/** Lots of a plan are numbered one after the other; of sizes hardly two are. */
function lotObstacle({ header, whole }: TabColumn): string | undefined {
  const numbers = new Set<number>();
  for (let index = 0; index < whole.length && numbers.size <= MOST_NUMBERED; index += 1) {
    const text = whole.cellAt(index).text.trim();
    if (/^\d+$/.test(text)) numbers.add(Number(text));
  }
  const next = [...numbers].filter((number) => numbers.has(number - 1));
  const areNumbered = next.length >= LEAST_NUMBERED && next.length >= numbers.size / 2 && numbers.size <= MOST_NUMBERED;
  return areNumbered ? `the numbers under "${header}" follow each other, so they may be those of the lots` : undefined;
}

/** Nobody offers homes for more than twice what they are worth: such estimates are of something else. */
function estimateObstacle(column: TabColumn, columns: readonly TabColumn[]): string | undefined {
  const isPrice = (other: TabColumn) =>
    other !== column && !isPaidPrice(other.header) && isNamed(other, 'SalePrice') && hasNumbers(other);
  const far = columns.filter(isPrice).find((price) => {
    const pairs = column.cells.flatMap((cell, rowIndex) => {
      const [estimate, asked] = [sumIn(cell), sumIn(price.cells[rowIndex])];
      return estimate > 0 && asked > 0 ? [estimate * FAR_BELOW < asked] : [];
    });
    return pairs.length > 0 && pairs.filter((isFar) => isFar).length >= pairs.length * MOST;
  });
  return far && `"${column.header}" is far below "${far.header}", so it may be an estimate of something else`;
}

function sumIn(cell: TabColumn['cells'][number] | undefined): number {
  if (cell === undefined) return 0;
  return typeof cell.value === 'number' ? cell.value : Number(cell.text.replace(/[^\d.]/g, ''));
}

/** A day under *Tour* may be that of a viewing, to which nobody else is invited. */
function tourObstacle({ header, shape }: TabColumn): string | undefined {
  const hasDays = shareOf(shape, 'date') > 0;
  return hasDays ? `the days under "${header}" may be those of viewings and of no open house; choose` : undefined;
}

/** A PIN is a postal code in India, of six digits, and the number of a parcel elsewhere. */
function pinObstacle({ header, cells }: TabColumn): string | undefined {
  const texts = cells.map(({ text }) => text.replace(/\s/g, '')).filter((text) => text !== '');
  const isIndian = texts.filter((text) => /^[1-9]\d{5}$/.test(text)).length >= texts.length * MOST;
  return isIndian ? undefined : `"${header}" may hold numbers of parcels; choose`;
}

function yearObstacle(column: TabColumn, columns: readonly TabColumn[], today: string | undefined): string | undefined {
  const quoted = `"${column.header}"`;
  const month = columns.find(({ header }) => MONTH.test(normalizeHeader(header)));
  if (month !== undefined) return `${quoted} stands beside "${month.header}", so it may be the year of something else`;
  const dated = columns.find((other) => hasSameYears(column, other));
  if (dated !== undefined) return `${quoted} holds the years of "${dated.header}"`;
  const years = column.cells.flatMap(({ text }) => yearIn(text) ?? []);
  const since = today === undefined ? Number.POSITIVE_INFINITY : Number(today.slice(0, 4)) - RECENT_YEARS;
  const areRecent = years.length > 0 && years.every((year) => Number(year) >= since);
  return areRecent ? `all years under ${quoted} are recent, so they may be those of the listings; choose` : undefined;
}

/** Whether a column of days names the year of every row that has both. */
function hasSameYears(column: TabColumn, other: TabColumn): boolean {
  if (other === column || shareOf(other.shape, 'date') < MOST) return false;
  const pairs = column.cells.flatMap(({ text }, rowIndex) => {
    const [year, day] = [yearIn(text), other.cells[rowIndex]];
    const dayYear =
      day === undefined ? undefined : yearIn(typeof day.value === 'object' ? day.value.wallTime : day.text);
    return year === undefined || dayYear === undefined ? [] : [year === dayYear];
  });
  return pairs.length > 1 && pairs.every((isSame) => isSame);
}

function yearIn(text: string): string | undefined {
  return /\b(?:19|20)\d\d\b/.exec(text)?.[0];
}

/** Numbers without any unit under *Area*, which is a district in most lists of an MLS. */
function areaObstacle(column: TabColumn, columns: readonly TabColumn[]): string | undefined {
  const quoted = `"${column.header}"`;
  if (shareOf(column.shape, 'area') > 0 || columns.some(isAreaUnit)) return undefined;
  const size = columns.find((other) => other !== column && isNamed(other, 'BuildingArea') && hasNumbers(other));
  if (size !== undefined) return `${quoted} may be a district, since "${size.header}" is the size`;
  const why = 'its numbers have no unit and may be codes of districts; choose';
  if (columns.some((other) => isNamed(other, 'MLSNumber') && other.shape.filled > 0)) return `${quoted}: ${why}`;
  const texts = column.cells.map(({ text }) => text.trim()).filter((text) => text !== '');
  const repeated = texts.length - new Set(texts).size;
  return texts.length >= CELLS_TO_REPEAT && repeated >= texts.length * REPEATED ? `${quoted}: ${why}` : undefined;
}

function isAreaUnit(column: TabColumn): boolean {
  return isNamed(column, 'AreaUnit') && shareOf(column.shape, 'areaUnitWord') > 0;
}

function isNamed({ meanings }: TabColumn, field: string): boolean {
  return meanings.some((meaning) => meaning.field === field && meaning.strength !== 'proposal');
}

function hasNumbers({ shape }: TabColumn): boolean {
  return shareOf(shape, 'number') + shareOf(shape, 'money') + shareOf(shape, 'area') > 0;
}

/** The columns, in which a sale price beside one that is asked says only what homes were sold for. */
export function withSoldPrices(columns: readonly TabColumn[]): readonly TabColumn[] {
  const isSale = ({ header }: TabColumn) => isSalePriceName(header);
  const isAsked = (column: TabColumn) =>
    !isSale(column) &&
    !isSoldPrice(column) &&
    !isPaidPrice(column.header) &&
    isNamed(column, 'SalePrice') &&
    hasNumbers(column);
  if (!columns.some(isSale) || !columns.some(isAsked)) return columns;
  return columns.map((column) =>
    isSale(column)
      ? { ...column, meanings: [{ field: 'SalePrice', strength: 'fallback', leadsWhen: 'sold' }] }
      : column,
  );
}
