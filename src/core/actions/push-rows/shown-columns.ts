/** Which columns of a chatbot row may be shown, where it is about a home whose seller has a say in that. */
import { namesStreet, streetOf } from '../../listing/street-name.ts';
import { normalizeHeader } from '../../mapping/normalize-header.ts';
import { sellersWord } from '../../mapping/seller-opt-outs.ts';
import { type RowOutcome, settledOutcome } from '../../own-cells/outcome.ts';
import { type TableRow, textAt } from '../../sheet/table.ts';
import { clipText } from '../../terms/clip-text.ts';
import { failure, type Result, success } from '../../terms/result.ts';
import { offInternetWords, unclearWishWords } from '../../words/sellers-wish.ts';
import { tellsWhere } from '../hidden-address.ts';
import type { ChatbotColumns } from './chatbot-columns.ts';

/** The columns of a row that are sent, and what a person should know of the others. */
export interface ShownColumns {
  readonly columns: ChatbotColumns;
  readonly notes: readonly string[];
}

const ADDRESS = /^(?:(?:full|street|property|unparsed|listing|home) )?(?:address|street|addr)(?: (?:line )?1)?$/;

/** The columns that may be shown; the outcome of a row of which nothing may, or of which that is not clear. */
export function shownColumns(row: TableRow, columns: ChatbotColumns): Result<ShownColumns, RowOutcome> {
  const { listing, address } = columns.optOuts;
  if (listing.length === 0 && address.length === 0) return success({ columns, notes: [] });
  const words = [sellersWord(row, listing), sellersWord(row, address)] as const;
  const [ofListing, ofAddress] = words;
  if (ofListing.kind === 'hidden') return failure(settledOutcome('Skipped', offInternetWords(ofListing.header)));
  for (const word of words) {
    if (word.kind !== 'unclear') continue;
    return failure(settledOutcome('Invalid', unclearWishWords(word.header, clipText(word.text, 60)), word.columnIndex));
  }
  return success(ofAddress.kind === 'hidden' ? withoutStreet(row, columns, ofAddress.header) : { columns, notes: [] });
}

function withoutStreet(row: TableRow, columns: ChatbotColumns, header: string): ShownColumns {
  const address = columns.dataColumns.find((column) => ADDRESS.test(normalizeHeader(column.header)));
  const street = address === undefined ? undefined : streetOf(textAt(row, address.columnIndex));
  const names = (columnIndex: number) => street !== undefined && namesStreet(textAt(row, columnIndex), street);
  const isOptOut = (columnIndex: number) =>
    [...columns.optOuts.address, ...columns.optOuts.listing].some((column) => column.columnIndex === columnIndex);
  const dataColumns = columns.dataColumns.filter(
    (column) => isOptOut(column.columnIndex) || !(tellsWhere(column.header) || names(column.columnIndex)),
  );
  const left = columns.dataColumns.filter((column) => !dataColumns.includes(column)).map((column) => column.header);
  const note = `“${header}” keeps the address off the internet, so these columns are not sent: ${left.join(', ')}.`;
  return { columns: { ...columns, dataColumns }, notes: left.length === 0 ? [] : [note] };
}
