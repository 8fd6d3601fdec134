/** Reads whether a listing is for sale or for rent: from words, and from tick boxes such as *For Sale* and *For Rent*. */
import type { Cell } from '../../sheet/table.ts';
import { found, nothing, type ReadContext, type Reading } from '../reading.ts';
import { wordKey } from '../vocabulary/normalize-word.ts';
import { SALE_TYPE, type SaleType } from '../vocabulary/sale-type.ts';
import { askedWords } from './asked-words.ts';
import { entryOf } from './entry.ts';
import { expectationOf } from './expectation.ts';
import { readWord } from './read-word.ts';
import { yesOrNo } from './yes-no.ts';

/** A row's tick box, and what its header says of a row in which it is ticked. */
export interface OfferBox {
  readonly header: string;
  readonly offer: SaleType;
  readonly cell: Cell;
}

/** What a box says: a kind of offer, that it is not ticked, nothing, or something that cannot be read. */
type Answer =
  | Exclude<Reading<SaleType>, { readonly kind: 'empty' }>
  | { readonly kind: 'no' }
  | { readonly kind: 'blank' };

/**
 * Names that say more than the kind of offer: how it is sold, what is sold. A home that is no foreclosure may be for sale, and
 * one that is *Let* is let already.
 */
const SAYS_MORE =
  /\b(?:residential|commercial|land|farm|manufactured|business|resi|rinc|mobi|coms|buso|rlse|coml|resale|fsbo|auction|foreclosure|short|new|house|apartment|owner|agent)\b|^let$/i;

/** The kind of offer that a header names and nothing else: `For Rent`, `isRental`, `Zu vermieten (Y/N)`. */
export function offerNamed(header: string): SaleType | undefined {
  const words = askedWords(header);
  return SAYS_MORE.test(words) ? undefined : SALE_TYPE.wordTable().meaningByKey.get(wordKey(words));
}

/** What reads a column's cells: words, and Yes or No where the header names a kind of offer. */
export function saleTypeReader(context: ReadContext, header: string): (cell: Cell) => Reading<SaleType> {
  const offer = offerNamed(header);
  if (offer === undefined) return (cell) => readOffer(cell, context);
  return (cell) => readBoxes([{ header, offer, cell }], context).reading;
}

/**
 * What the boxes of a row say together. Exactly one kind of offer decides; a rental's box that says No says that the listing
 * is for sale, if there is no box for sales. Anything else decides nothing, and the note tells what to do.
 */
export function readBoxes(
  boxes: readonly OfferBox[],
  context: ReadContext,
): { readonly reading: Reading<SaleType>; readonly isContradiction: boolean; readonly odd?: OfferBox } {
  const offers = new Set<SaleType>();
  let isAllNo = true;
  for (const box of boxes) {
    const answer = answerOf(box, context);
    if (answer.kind === 'unreadable') return { reading: answer, isContradiction: false, odd: box };
    if (answer.kind === 'value') offers.add(answer.value);
    isAllNo = isAllNo && answer.kind === 'no';
  }
  const [offer, other] = offers;
  if (other !== undefined) return { reading: nothing(bothTicked(boxes)), isContradiction: true };
  const isSale = isAllNo && boxes.every((box) => box.offer === 'for_rent');
  const decided = offer ?? (isSale ? 'for_sale' : undefined);
  return { reading: decided === undefined ? nothing(noneTicked(boxes)) : found(decided), isContradiction: false };
}

function answerOf({ offer, cell }: OfferBox, context: ReadContext): Answer {
  const said = yesOrNo(entryOf(cell));
  if (said !== undefined) return said ? { kind: 'value', value: offer } : { kind: 'no' };
  const reading = readOffer(cell, context);
  return reading.kind === 'empty' ? { kind: 'blank' } : reading;
}

function readOffer(cell: Cell, context: ReadContext): Reading<SaleType> {
  return readWord(SALE_TYPE, cell, context, expectationOf('SaleType'));
}

function bothTicked(boxes: readonly OfferBox[]): string {
  return `${namesOf(boxes, 'and')} are ticked at once, and a listing is one or the other; tick one`;
}

function noneTicked(boxes: readonly OfferBox[]): string {
  const kinds = new Set(boxes.map(({ offer }) => offer));
  if (kinds.size > 1) return `none of ${namesOf(boxes, 'and')} is ticked; tick one`;
  return kinds.has('for_rent')
    ? `${namesOf(boxes, 'or')} is blank; write Yes for a rental and No for a sale`
    : `${namesOf(boxes, 'or')} is not ticked, which does not say that it is for rent; tick it, or add a column “For Rent”`;
}

function namesOf(boxes: readonly OfferBox[], word: 'and' | 'or'): string {
  return boxes.map(({ header }) => `“${header}”`).join(` ${word} `);
}
