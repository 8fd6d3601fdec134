/** Holds back columns whose name means something else in the company that they stand in: a *Purchase Price* beside *ARV*. */
import type { FieldName } from '../listing/fields.ts';
import type { Candidate } from './candidate.ts';
import { shareOf } from './column-shape.ts';
import { isSoldPrice } from './complete-source.ts';
import { normalizeHeader } from './normalize-header.ts';
import type { TabColumn } from './tab-columns.ts';

/** A name of a field that is none beside some other column. */
interface Company {
  readonly field: FieldName;
  /** Of the header's words. */
  readonly name: RegExp;
  readonly beside: (other: TabColumn, words: string) => boolean;
  /** Whether the column says by itself that it is the field's. */
  readonly unless?: (candidate: Candidate) => boolean;
  /** Completes the sentence `"Cost" stands beside "ARV", so it may be …`. */
  readonly meaning: string;
}

/** Half of the cells say what the column is about. */
const HALF = 0.5;

/** Names of what is paid or offered for a home, which is also what is asked where nothing says otherwise. */
const PAID = /\b(?:purchase|offer|acquisition) price$|^(?:property )?costs?$/;
/** What an investor keeps beside what a home has cost. */
const OF_INVESTMENT =
  /\barv\b|\bafter repair value\b|\brehab|\brepairs?\b|\brenovation|^costs?$|\bprofit|\broi\b|\bequity\b|\bpurchase date$|\bdate (?:of )?purchased?$|\b(?:acquired|bought)\b|\bacquisition (?:date|cost)|\btarget price$|\bmarket value$/;

/** An area, or the number that a lot has in its plan. */
export const BARE_LOT = /^(?:lot|plot)s?$/;
/** What else tells where a lot lies, or what is built on it. */
const OF_PLAN =
  /^(?:block|blk|section|phase|filing|tract|house type|model|elevation|(?:floor ?)?plan(?: name)?)(?: (?:no|n|number))?$|^lot premium$/;

/** How much of a building can be had. */
const OF_SUITE =
  /\b(?:available|suite|rentable|leasable|divisible|contiguous) (?:sf|sq ?ft|sq (?:ft|feet|m)|square (?:feet|footage|met(?:er|re)s)|sqm|area|space|size)\b|\b(?:space|sf|sq ?ft|area) available\b|^(?:min|max|minimum|maximum) (?:divisible|contiguous|div)\b|^(?:rsf|divisible|gla available)$/;

/** What stands on a farm with horses. */
const OF_HORSES =
  /\b(?:barns?|arenas?|paddocks?|pastures?|horses?|stables?|tack|equestrian|equine|turnouts?|round pen|wash rack)\b/;

/** What is kept of a home that is bought, mended and sold. */
const OF_WORK =
  /\barv\b|\bafter repair value\b|\brehab|\brepairs?\b|\brenovations?\b|^(?:total |actual )?costs?$|\bcontractor\b|\bbudget\b|\bprofit/;
/** The other values on a tax roll. */
const OF_TAX =
  /\b(?:land|improvements?|impr|imp|building|bldg) (?:market )?val(?:ue)?\b|\bassess|\btaxable\b|\bappraised\b/;

/** What is said of a home that is let by the night. */
const OF_GUESTS = /\bguests?\b|\bsleeps\b|\bnightly\b|\bper night\b|\bmax(?:imum)? (?:occupancy|occupants)\b/;

const COMPANIES: readonly Company[] = [
  {
    field: 'SalePrice',
    name: PAID,
    beside: (other, words) => !PAID.test(words) && isAskedPrice(other, words),
    meaning: 'what is paid or offered, and not what is asked',
  },
  {
    field: 'SalePrice',
    name: PAID,
    beside: (_, words) => OF_INVESTMENT.test(words),
    meaning: 'what the owner has paid or offers',
  },
  {
    field: 'LotArea',
    name: BARE_LOT,
    beside: (other, words) => OF_PLAN.test(words) || (isLotArea(other) && !BARE_LOT.test(words)),
    unless: saysArea,
    meaning: 'the number of the lot',
  },
  {
    field: 'BuildingArea',
    name: /^(?:total )?(?:building|bldg)\b/,
    beside: (_, words) => OF_SUITE.test(words),
    meaning: 'the size of the whole house, of which only a part is offered',
  },
  {
    field: 'ParkingSpots',
    name: /^(?:(?:number of|no|n|total) )?(?:box )?stalls?(?: count)?$/,
    beside: (_, words) => OF_HORSES.test(words),
    meaning: 'those of horses',
  },
  {
    field: 'Bedrooms',
    name: /^(?:(?:number of|no|n|total|num) )?beds?(?: count| total)?$/,
    beside: (_, words) => OF_GUESTS.test(words),
    meaning: 'those to sleep in, of which a room may have several',
  },
  {
    field: 'ZestimatePrice',
    name: /^estimates?$|^estimated price$/,
    beside: (_, words) => OF_WORK.test(words),
    meaning: 'what the work will cost',
  },
  {
    field: 'ZestimatePrice',
    name: /^(?:(?:total|full) )?market value$/,
    beside: (_, words) => OF_TAX.test(words),
    meaning: 'what the tax office says',
  },
];

/** Whether a header may name what was paid or offered for a home. */
export function isPaidPrice(header: string): boolean {
  return PAID.test(normalizeHeader(header));
}

/** Why a candidate may mean something else in its company; `undefined` where nothing by it says so. */
export function companyObstacle(candidate: Candidate, columns: readonly TabColumn[]): string | undefined {
  const [column] = candidate.columns;
  if (column === undefined) return undefined;
  const name = normalizeHeader(column.header);
  for (const company of COMPANIES) {
    if (company.field !== candidate.field || !company.name.test(name) || company.unless?.(candidate) === true) continue;
    const other = [...columns]
      .sort(byHeader)
      .find((one) => one !== column && company.beside(one, normalizeHeader(one.header)));
    if (other !== undefined)
      return `"${column.header}" stands beside "${other.header}", so it may be ${company.meaning}`;
  }
  return undefined;
}

/** What a home was sold for says nothing of what is asked; a *Selling Price* may be either. */
function isAskedPrice(other: TabColumn, words: string): boolean {
  const isNamed = other.meanings.some(({ field, strength }) => field === 'SalePrice' && strength !== 'proposal');
  return isNamed && (!isSoldPrice(other) || words === 'selling price');
}

function isLotArea({ meanings }: TabColumn): boolean {
  return meanings.some(({ field, strength }) => field === 'LotArea' && strength !== 'proposal');
}

/** Units in the cells or beside them, or parts of an acre. */
function saysArea({ source, columns: [column] }: Candidate): boolean {
  if (source.kind === 'joined' || column === undefined) return true;
  const { shape } = column;
  return shareOf(shape, 'area') + shareOf(shape, 'dimensions') + shareOf(shape, 'fraction') >= HALF;
}

/** So that the order of the columns does not show. */
function byHeader(one: TabColumn, other: TabColumn): number {
  return one.header < other.header ? -1 : Number(one.header > other.header);
}
