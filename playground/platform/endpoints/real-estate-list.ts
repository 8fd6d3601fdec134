/** Lists the listings of a chatbot, a page at a time. */
import * as v from 'valibot';
import type { AnswerShapes, ListingRecord } from '../platform.ts';
import { closedObject, filledText, number, oneOf } from './body-schemas.ts';
import { type Effect, type Endpoint, endpoint, type Operation } from './endpoint.ts';

type ListBody = v.InferOutput<typeof listBody>;

const positiveInteger = v.pipe(number, v.safeInteger('an integer'), v.minValue(1, 'at least 1'));

const DEFAULT_PAGE_SIZE = 20;

/**
 * `RealEstateList`: only the chatbot is required. Its document names `chatrobot-sessionkey` as the header of the key, and no
 * other one.
 *
 * @see https://chat.gaiagpt.me/guides/developer/api/realestate/get-list "Get Real Estate List" (read 2026-11-21)
 */
const listBody = closedObject({
  SerialNumber: filledText,
  CityName: v.exactOptional(filledText),
  SaleType: v.exactOptional(oneOf(['for_sale', 'for_rent'])),
  MLSNumber: v.exactOptional(filledText),
  PageNumber: v.exactOptional(positiveInteger),
  PageSize: v.exactOptional(positiveInteger),
});

/** `RealEstateList`, as far as its document can be read. */
export const realEstateList: Endpoint = {
  ...endpoint<ListBody>('RealEstateList', listBody, listOperation),
  keyHeaders: ['chatrobot-sessionkey'],
};

function listOperation(body: ListBody): Operation {
  return {
    serialNumber: body.SerialNumber,
    serialMember: 'SerialNumber',
    carryOut(records, _share, shapes) {
      const found = records.listed().filter((listing) => isAskedFor(listing, body, shapes));
      const { PageNumber = 1, PageSize = DEFAULT_PAGE_SIZE } = body;
      const size = Math.min(PageSize, shapes.mostOnPage);
      const onPage = found.slice((PageNumber - 1) * size, PageNumber * size);
      return pageOf(onPage, found.length, shapes);
    },
  };
}

function isAskedFor(
  listing: ListingRecord,
  { CityName, SaleType, MLSNumber }: ListBody,
  shapes: AnswerShapes,
): boolean {
  if (CityName !== undefined && listing.City !== CityName) return false;
  if (SaleType !== undefined && listing.SaleType !== SaleType) return false;
  if (MLSNumber === undefined || shapes.filter === 'ignored') return true;
  const number = String(listing.MLSNumber ?? '');
  return shapes.filter === 'contains' ? number.includes(MLSNumber) : number === MLSNumber;
}

function pageOf(listings: readonly ListingRecord[], total: number, shapes: AnswerShapes): Effect {
  if (listings.length === 0 && shapes.empty === 'null') return { data: null, isApplied: false };
  if (listings.length === 0 && shapes.empty === 'refused') {
    return { refusal: { code: 404, message: 'No real estate was found' } };
  }
  const items = listings.map((listing) => itemOf(listing, shapes));
  if (shapes.page === 'plain') return { data: items, isApplied: false };
  const counted = shapes.total === 'none' ? {} : { [shapes.total]: total };
  return { data: respelt({ [shapes.page]: items, ...counted }, shapes), isApplied: false };
}

function itemOf({ Key, ...members }: ListingRecord, shapes: AnswerShapes): object {
  return respelt(shapes.keyMember === 'none' ? members : { [shapes.keyMember]: Key, ...members }, shapes);
}

function respelt(object: Readonly<Record<string, unknown>>, { spelling }: AnswerShapes): object {
  const respell = (name: string): string => {
    if (spelling === 'documented') return name;
    if (spelling === 'lowerCase') return name.toLowerCase();
    // A run of capitals counts as one word: `mlsNumber`, `id`.
    return name.replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/, (start) => start.toLowerCase());
  };
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [respell(name), value]));
}
