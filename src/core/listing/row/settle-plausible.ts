/** Asks about amounts that nobody would believe: most likely thousands were lost or doubled on the way, or another unit is meant. */
import type { UsualAmounts } from '../reading.ts';
import { type ListingDraft, quote, reportProblem } from './listing-draft.ts';

const CHECKED_FIELDS = ['SalePrice', 'RentPrice', 'UnitAreaPrice'] as const;

/** Homes of one tab cost a hundred times as much as others at times, a parking spot aside; two hundred times is a slip. */
const FAR_TIMES = 200;

/** A price of three digits among such prices has lost its thousands. */
const THREE_DIGITS = 1000;
const FAR_TIMES_BELOW = 100;

/** A number below these, in any currency, is no price of a home and no month's rent: it counts thousands, or is paid by the square foot. */
const LEAST = [
  ['SalePrice', 1000, 'for the price of a home'],
  ['RentPrice', 100, 'for a month’s rent'],
] as const;

/** Reports numbers that are too small for what they are said to be, whatever the tab's other rows have. */
export function settleTiny(draft: ListingDraft): void {
  for (const [field, least, what] of LEAST) {
    const amount = draft.values[field];
    if (amount === undefined || amount === 0 || amount >= least) continue;
    const source = draft.readings[field];
    if (source === undefined || source.isWritten || draft.problems.some((problem) => problem.field === field)) continue;
    const cure = `Write the whole amount, or if it is right, type it as text: '${amount}.`;
    reportProblem(draft, field, `${quote(source.shown)} is very little ${what}. ${cure}`);
  }
}

/** Reports prices, and what they come to per area, that nobody would believe beside the others of the tab. */
export function settlePlausible(draft: ListingDraft, usual: UsualAmounts): void {
  const { currencySymbol } = usual;
  const { CurrencySymbol: own } = draft.values;
  if (currencySymbol !== undefined && own !== undefined && own !== currencySymbol) return;
  for (const field of CHECKED_FIELDS) {
    const middle = usual.amounts[field === 'UnitAreaPrice' && isLet(draft.values) ? 'UnitAreaRent' : field];
    const amount = middle === undefined ? undefined : draft.values[field];
    if (amount === undefined || middle === undefined || !isFar(amount, middle)) continue;
    report(draft, field, amount, middle);
  }
}

/** Whether what a row names by the square meter is a rent. */
export function isLet({ SaleType, SalePrice, RentPrice }: ListingDraft['values']): boolean {
  return SaleType === 'for_rent' || (SaleType === undefined && SalePrice === undefined && RentPrice !== undefined);
}

function isFar(amount: number, middle: number): boolean {
  if (amount === 0) return false;
  const isFarBelow = amount * FAR_TIMES <= middle || (amount < THREE_DIGITS && amount * FAR_TIMES_BELOW <= middle);
  return isFarBelow || amount >= middle * FAR_TIMES;
}

/** A text is what a person wrote; a number may be what Sheets has made of it. */
function report(draft: ListingDraft, field: (typeof CHECKED_FIELDS)[number], amount: number, middle: number): void {
  const source = draft.readings[field];
  if (source?.isWritten === true || draft.problems.some((problem) => problem.field === field)) return;
  const others = `the other rows have about ${Math.round(middle).toLocaleString('en-US')}`;
  if (source?.reading.kind === 'value') {
    const shown = quote(source.shown);
    reportProblem(
      draft,
      field,
      `${shown} can hardly be right: ${others}. Correct it, or if it is right, type it as text: '${amount}.`,
    );
  } else if (field === 'UnitAreaPrice' && draft.problems.length === 0) {
    const each = amount.toLocaleString('en-US');
    reportProblem(draft, field, `price and area come to ${each}, and ${others}. Correct the price or the area.`);
  }
}
