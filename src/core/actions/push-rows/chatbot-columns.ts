/** Which columns of a tab make up a chatbot row: the ID, and every other headed column that is not ours, internal or unticked. */

import { isInternalHeader } from '../../mapping/internal-headers.ts';
import { listedName } from '../../mapping/listed-headers.ts';
import { type OptOutColumns, optOutColumns } from '../../mapping/seller-opt-outs.ts';
import type { TabSettings } from '../../settings/tab-settings.ts';
import { columnLetters } from '../../sheet/column-letters.ts';
import { isErrorText } from '../../sheet/sheet-error.ts';
import { clipText } from '../../terms/clip-text.ts';
import type { Failure } from '../../terms/failure.ts';
import { failure, type Result, success } from '../../terms/result.ts';
import { failures } from '../../words/failures.ts';
import { isStatusHeader, ownColumnIndexes } from '../../words/own-headers.ts';

/** The columns of chatbot rows. */
export interface ChatbotColumns {
  readonly idColumnIndex: number;
  /** The columns of `Data`, in tab order. */
  readonly dataColumns: readonly { readonly columnIndex: number; readonly header: string }[];
  /** Columns that are not sent although nobody has unticked them, each with what a person should know where it is filled. */
  readonly heldBack: readonly { readonly columnIndex: number; readonly note: string }[];
  /** Where sellers say what may be shown. */
  readonly optOuts: OptOutColumns;
}

/** Finds the columns; fails without an ID column and where two columns that would be sent share a header. */
export function chatbotColumns(
  headers: readonly string[],
  settings: Pick<TabSettings, 'excludedHeaders' | 'includedHeaders'>,
  tabName: string,
): Result<ChatbotColumns, Failure> {
  const own = ownColumnIndexes(headers);
  const filled = headers.map((header, columnIndex) => ({ columnIndex, header })).filter(({ header }) => header !== '');
  const named = filled.filter(({ header }) => !isErrorText(header));
  const headed = named.filter(({ columnIndex }) => !own.has(columnIndex));
  const ids = headed.filter(({ header }) => header.toLowerCase() === 'id');
  const [id, secondId] = ids;
  if (id === undefined) return failure(failures.noIdColumn(tabName));
  const isExcluded = (header: string) => listedName(settings.excludedHeaders, header, headers) !== undefined;
  const isTicked = (header: string) => listedName(settings.includedHeaders, header, headers) !== undefined;
  const isHeldBack = (header: string) => isInternalHeader(header, headers) && !isTicked(header);
  const wanted = headed.filter((column) => column !== id && !isExcluded(column.header));
  const dataColumns = wanted.filter(({ header }) => !isHeldBack(header));
  const twin = secondId ?? findTwin(dataColumns);
  if (twin !== undefined) return failure(failures.duplicateHeaders(twin.header, lettersOf(twin.header, headed)));
  const heldBack = [
    ...wanted.filter(({ header }) => isHeldBack(header)).map(internalColumn),
    ...named.filter(({ columnIndex, header }) => own.has(columnIndex) && !isStatusHeader(header)).map(ownWordsColumn),
    ...headers.flatMap((header, columnIndex) => (header === '' ? [namelessColumn(columnIndex)] : [])),
    ...filled.filter(({ header }) => isErrorText(header)).map(brokenColumn),
  ];
  return success({ idColumnIndex: id.columnIndex, dataColumns, heldBack, optOuts: optOutColumns(headers) });
}

function internalColumn({ columnIndex, header }: HeadedColumn): ChatbotColumns['heldBack'][number] {
  return {
    columnIndex,
    note: `“${header}” is not sent, since it is internal by its name; to send it all the same, tick it under Mapping.`,
  };
}

function ownWordsColumn({ columnIndex, header }: HeadedColumn): ChatbotColumns['heldBack'][number] {
  return {
    columnIndex,
    note: `“${clipText(header, 60)}” is not sent, since Listing Sync writes such words; give the column another header.`,
  };
}

function namelessColumn(columnIndex: number): ChatbotColumns['heldBack'][number] {
  return {
    columnIndex,
    note: `Column ${columnLetters(columnIndex)} is not sent, since it has no header; give it one.`,
  };
}

function brokenColumn({ columnIndex, header }: HeadedColumn): ChatbotColumns['heldBack'][number] {
  return {
    columnIndex,
    note: `Column ${columnLetters(columnIndex)} is not sent, since its header shows the error ${header}; correct its formula.`,
  };
}

type HeadedColumn = ChatbotColumns['dataColumns'][number];

function findTwin(columns: readonly HeadedColumn[]): HeadedColumn | undefined {
  const seen = new Set<string>();
  return columns.find(({ header }) => seen.size === seen.add(header).size);
}

function lettersOf(header: string, columns: readonly HeadedColumn[]): string {
  const letters = columns
    .filter((column) => column.header.toLowerCase() === header.toLowerCase())
    .map((column) => columnLetters(column.columnIndex));
  return letters.join(' and ');
}
