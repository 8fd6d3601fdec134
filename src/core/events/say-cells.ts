/** Reads a message's listing into what its cells are to hold; what cannot be trusted is left out and said. */
import type { CellContent, EventFieldName, SaidCells } from './event-fields.ts';
import { EVENT_FIELDS, eventField } from './event-fields.ts';
import { htmlToText } from './html-text.ts';
import { isManifold, itemsOf, type JsonNode, nodeOf, numberOf, soleOf, textOf } from './json-node.ts';
import { addressOf, type ListingIdentity } from './listing-identity.ts';
import { readDay, readMoment } from './moment.ts';
import { pictureAddresses } from './picture-addresses.ts';
import { saidCoordinates, zipProblem } from './place-words.ts';
import { isLease, propertyWords } from './property-words.ts';
import { areaText } from './quantity-text.ts';
import type { ListingMessage } from './route-message.ts';

/** What must be known of the world. */
export interface SayContext {
  readonly nowMs: number;
  /** A moment as `YYYY-MM-DDTHH:mm:ss` in the spreadsheet's time zone. */
  readonly wallTime: (ms: number) => string;
}

/** What a message says, and what of it was left out. */
export interface Said {
  readonly cells: SaidCells;
  /** The `cellHash` of the pictures, which is known from telling them apart. */
  readonly imagesHash: string;
  /** Sentences without a full stop: `Year built 2163 is no year, so it was left out`. */
  readonly notes: readonly string[];
  /** Whether the message tells the whole listing rather than a change of it. */
  readonly isFull: boolean;
  /** What the price is for; `undefined` where the message does not say. */
  readonly isRental: boolean | undefined;
  readonly price: number | undefined;
}

/** A cell of Sheets holds 50,000 characters. @see https://support.google.com/drive/answer/37603 (read 2026-11-29). */
const LONGEST_CELL = 49_000;

/** Years ahead of ours that a home may be finished. */
const YEARS_AHEAD = 3;
const FIRST_YEAR_BUILT = 1600;

/** What a message's listing says. The price is not among the cells: its column depends on the row. */
export function sayCells(
  { listing, identity }: Pick<ListingMessage, 'listing' | 'identity'>,
  context: SayContext,
): Said {
  const cells: { [Name in EventFieldName]?: CellContent } = {};
  const notes: string[] = [];
  const say = (name: EventFieldName, content: CellContent) => {
    if (content !== '') cells[name] = typeof content === 'string' ? clipCell(content, name, notes) : content;
  };
  sayIdentity(listing, identity, say, notes);
  sayKind(listing, say);
  sayRooms(listing, say, notes, context);
  saySizes(listing, say, notes);
  sayDates(listing, say, notes);
  sayPlace(listing, say, notes);
  sayPeople(listing, say);
  sayManifold(listing, notes);
  say('description', htmlToText(textOf(listing.description)));
  say('openHouse', openHouse(listing.events, context));
  const { price, isRental } = sayMoney(listing, say, notes);
  const isFull = isFullListing(listing);
  const pictures = pictureAddresses(listing.image);
  notes.push(...pictures.notes);
  if (pictures.lines !== '' || (isFull && pictures.isEmptyList)) cells.images = pictures.lines;
  return { cells, notes, isFull, imagesHash: pictures.hash, isRental, price };
}

/** What a message about the buyer's agent's compensation says: `2.5 %`. */
export function sayCompensation(listing: JsonNode): SaidCells {
  const given = soleOf(listing.buyerCompensation);
  const offer = nodeOf(given) ?? { compensationValue: given };
  const value = textOf(offer.compensationValue);
  if (value === '')
    return textOf(offer.buyerCompensationOfferedYN).toUpperCase() === 'N' ? { buyerCompensation: 'none offered' } : {};
  const isPercentage = textOf(offer.compensationType).toLowerCase() === 'percentage' && !value.includes('%');
  return { buyerCompensation: isPercentage ? `${value} %` : value };
}

type Say = (name: EventFieldName, content: CellContent) => void;

function sayIdentity(
  listing: JsonNode,
  { mlsNumber, mlsNames, url, inexact }: ListingIdentity,
  say: Say,
  notes: string[],
): void {
  say('mlsNumber', mlsNumber);
  say('mlsName', mlsNames[0] ?? '');
  say('url', url);
  if (url === '' && textOf(listing.url) !== '')
    notes.push(`“${textOf(listing.url)}” is no page address, so it was left out`);
  for (const member of inexact) notes.push(`${member} is a number too long to be exact, so it was not used`);
  say('upi', textOf(listing.universalPropertyId));
}

function sayKind(listing: JsonNode, say: Say): void {
  const propertyType = firstOf(listing.propertyType);
  say('status', textOf(listing.listingStatus));
  if (propertyType !== '') say('saleType', isLease(propertyType) ? 'For rent' : 'For sale');
  say('propertyType', propertyWords(propertyType, firstOf(listing.propertySubType)));
}

function sayMoney(listing: JsonNode, say: Say, notes: string[]): Pick<Said, 'isRental' | 'price'> {
  const asked = priceOf(listing.listingPrice);
  const currency = textOf(asked.priceCurrency).toUpperCase();
  if (/^[A-Z]{3}$/.test(currency)) say('currency', currency);
  else if (currency !== '') notes.push(`“${currency}” is no currency code, so it was left out`);
  const sold = priceOf(listing.soldPrice);
  const soldPrice = amountOf(sold.price ?? sold.value, 'Sold price', notes);
  if (soldPrice !== undefined) say('soldPrice', soldPrice);
  const price = amountOf(asked.price ?? asked.value, 'The price', notes);
  const propertyType = firstOf(listing.propertyType);
  return { price, isRental: propertyType === '' ? undefined : isLease(propertyType) };
}

/** A price may come without what is said of it: `450000`. */
function priceOf(value: unknown): JsonNode {
  const sole = soleOf(value);
  return nodeOf(sole) ?? { price: sole };
}

/** 0 and 1 stand for "no price". */
function amountOf(value: unknown, what: string, notes: string[]): number | undefined {
  const amount = numberOf(value);
  if (amount.kind === 'none') return undefined;
  if (amount.kind === 'odd' || amount.value < 0) {
    notes.push(`${what} “${amount.kind === 'odd' ? amount.text : amount.value}” is no amount, so it was left out`);
    return undefined;
  }
  return amount.value <= 1 ? undefined : amount.value;
}

function sayRooms(listing: JsonNode, say: Say, notes: string[], { nowMs }: SayContext): void {
  const count = (name: EventFieldName, member: string, isWhole: boolean) => {
    const read = numberOf(listing[member]);
    if (read.kind === 'none') return;
    if (read.kind === 'number' && read.value >= 0 && (!isWhole || Number.isInteger(read.value))) say(name, read.value);
    else notes.push(leftOut(name, read.kind === 'odd' ? read.text : read.value, 'is no count'));
  };
  count('bedrooms', 'numberOfBedrooms', true);
  count('rooms', 'numberOfRooms', true);
  count('stories', 'stories', false);
  const parts = bathParts(listing);
  if (parts === undefined) count('bathrooms', 'numberOfBathrooms', false);
  else say('bathrooms', parts);
  sayYear(listing.yearBuilt, say, notes, nowMs);
}

/** The sum of full and partial baths where the full ones are given; `numberOfBathrooms` of 1.1 may mean "one full, one half". */
function bathParts(listing: JsonNode): number | undefined {
  const part = (...members: readonly string[]) => {
    const read = members.map((member) => numberOf(listing[member])).find(({ kind }) => kind !== 'none');
    return read?.kind === 'number' && read.value >= 0 ? read.value : undefined;
  };
  const full = part('numberOfFullBathrooms');
  if (full === undefined) return undefined;
  const threeQuarter = part('numberOf3/4Bathrooms', 'numberOfThreeQuarterBathrooms') ?? 0;
  const half = part('numberOf1/2Bathrooms', 'numberOfHalfBathrooms') ?? 0;
  const quarter = part('numberOf1/4Bathrooms', 'numberOfQuarterBathrooms') ?? 0;
  return full + 0.75 * threeQuarter + 0.5 * half + 0.25 * quarter;
}

function sayYear(value: unknown, say: Say, notes: string[], nowMs: number): void {
  const read = numberOf(value);
  if (read.kind === 'none' || (read.kind === 'number' && read.value === 0)) return;
  const lastYear = new Date(nowMs).getUTCFullYear() + YEARS_AHEAD + 1;
  const isYear =
    read.kind === 'number' && Number.isInteger(read.value) && read.value >= FIRST_YEAR_BUILT && read.value <= lastYear;
  if (isYear) say('yearBuilt', read.value);
  else notes.push(leftOut('yearBuilt', read.kind === 'odd' ? read.text : read.value, 'is no year'));
}

function saySizes(listing: JsonNode, say: Say, notes: string[]): void {
  for (const [name, member] of [
    ['livingArea', 'livingArea'],
    ['lotSize', 'lotSize'],
  ] as const) {
    const area = areaText(listing[member], eventField(name).header);
    if (area.text !== undefined) say(name, area.text);
    if (area.problem !== undefined) notes.push(area.problem);
  }
}

function sayDates(listing: JsonNode, say: Say, notes: string[]): void {
  for (const [name, member] of [
    ['soldDate', 'closeDate'],
    ['pendingDate', 'purchaseContractDate'],
    ['listDate', 'listingContractDate'],
  ] as const) {
    const given = textOf(listing[member]);
    const day = readDay(listing[member]);
    if (day !== undefined) say(name, day);
    else if (given !== '') notes.push(leftOut(name, given, 'is no date'));
  }
}

function sayPlace(listing: JsonNode, say: Say, notes: string[]): void {
  say('address', oneLine(listing.streetAddress));
  say('city', oneLine(listing.addressLocality));
  const [region, zip] = [textOf(listing.addressRegion), textOf(listing.postalCode)];
  const country = countryOf(textOf(listing.addressCountry));
  say('state', region);
  say('zip', zip);
  say('country', country);
  const oddZip = zipProblem(zip, country, region);
  if (oddZip !== undefined) notes.push(oddZip);
  const flag = listing.internetAddressDisplayYN;
  say('showAddress', typeof flag === 'boolean' ? (flag ? 'Y' : 'N') : textOf(flag).toUpperCase());
  const place = saidCoordinates(listing);
  if (place.latitude !== undefined && place.longitude !== undefined) {
    say('latitude', place.latitude);
    say('longitude', place.longitude);
  }
  if (place.problem !== undefined) notes.push(place.problem);
}

/** The United States come in three spellings; other countries stay as they are. */
function countryOf(text: string): string {
  return /^(?:usa|u\.s\.a?\.?|united states(?: of america)?)$/i.test(text) ? 'US' : text;
}

/** Names only: people's e-mail addresses and telephone numbers are not ours to keep; the buyer's side is nobody's business. */
function sayPeople(listing: JsonNode, say: Say): void {
  say('brokerAttribution', oneLine(listing.brokerAttribution) || oneLine(listing.brokerAtrribution));
  say('listingAgent', namesOf(listing.listingAgent, listing.coListingAgent, listing.colistingAgent));
  say('listingOffice', namesOf(listing.listingOffice, listing.coListingOffice, listing.colistingOffice));
}

function namesOf(...people: readonly unknown[]): string {
  let names = '';
  const met = new Set<string>();
  for (const given of people) {
    for (const person of itemsOf(given)) {
      const node = nodeOf(person);
      const name = oneLine(node === undefined ? person : node.name);
      if (name === '' || met.has(name) || /@|\d{3}.?\d{4}/.test(name)) continue;
      met.add(name);
      names = names === '' ? name : `${names}, ${name}`;
    }
  }
  return names;
}

/** Members that may be a list or an object. */
const MANIFOLD_MEMBERS: ReadonlySet<string> = new Set([
  'url',
  'propertyType',
  'propertySubType',
  'livingArea',
  'lotSize',
  'image',
  'events',
  'buyerCompensation',
]);
/** Members of which each is one text or number. */
const SCALAR_FIELDS = EVENT_FIELDS.filter(({ member }) => !member.includes('.') && !MANIFOLD_MEMBERS.has(member));

/** Several streets, or a status in an object, are not guessed from. */
function sayManifold(listing: JsonNode, notes: string[]): void {
  for (const { member, header } of SCALAR_FIELDS)
    if (isManifold(listing[member])) notes.push(`${header} comes as a list or an object, so it was left out`);
}

/** A text of one line, as addresses and names are, whatever it was written for. */
function oneLine(value: unknown): string {
  const text = htmlToText(textOf(value));
  return /\s\s|\p{Cc}/u.test(text) ? text.replace(/[\s\p{Cc}]+/gu, ' ').trim() : text;
}

/** The next open house: `2025-07-12 12:00 – 14:00`. One that is over is nothing. */
function openHouse(events: unknown, { nowMs, wallTime }: SayContext): string {
  const next = itemsOf(events)
    .flatMap((item) => {
      const event = nodeOf(item) ?? {};
      const startMs = readMoment(event.startDate);
      const endMs = readMoment(event.endDate);
      return startMs === undefined || (endMs ?? startMs) < nowMs ? [] : [{ startMs, endMs }];
    })
    .sort((a, b) => a.startMs - b.startMs)[0];
  if (next === undefined) return '';
  const start = wallTime(next.startMs);
  const end = next.endMs === undefined ? '' : wallTime(next.endMs);
  const day = start.slice(0, 10);
  const until = end === '' ? '' : ` – ${end.startsWith(day) ? '' : `${end.slice(0, 10)} `}${end.slice(11, 16)}`;
  return `${day} ${start.slice(11, 16)}${until}`;
}

/** A change of price says little more than the price; a whole listing says where it is and what it is. */
function isFullListing(listing: JsonNode): boolean {
  const says = (member: string) => textOf(listing[member]) !== '';
  return says('listingStatus') && says('propertyType') && (says('streetAddress') || addressOf(listing.url) !== '');
}

function firstOf(value: unknown): string {
  return textOf(itemsOf(value)[0]);
}

function leftOut(name: EventFieldName, given: string | number, why: string): string {
  return `${eventField(name).header} ${given} ${why}, so it was left out`;
}

function clipCell(text: string, name: EventFieldName, notes: string[]): string {
  if (text.length <= LONGEST_CELL) return text;
  notes.push(
    `${eventField(name).header} was cut to ${LONGEST_CELL.toLocaleString('en-US')} characters, the most a cell can hold`,
  );
  return text.slice(0, LONGEST_CELL).replace(/[\ud800-\udbff]$/, '');
}
