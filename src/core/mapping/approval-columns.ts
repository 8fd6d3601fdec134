/** Finds the columns in which a team says that a row may go out, such as *Ready* or *Approved*, and reads what they say. */
import { entryOf } from '../listing/cell/entry.ts';
import { yesOrNo } from '../listing/cell/yes-no.ts';
import { cellAt, type TableRow, textAt } from '../sheet/table.ts';
import { normalizeHeader } from './normalize-header.ts';

/** A column that says whether a row may go out. */
export interface ApprovalColumn {
  readonly header: string;
  readonly columnIndex: number;
}

/** What a row's columns say; `unclear` where a cell says neither Yes nor No. */
export type Approval =
  | { readonly kind: 'given' }
  | { readonly kind: 'missing'; readonly header: string }
  | { readonly kind: 'unclear'; readonly header: string; readonly text: string; readonly columnIndex: number };

const SAYS_SO = new Set(
  (
    'ready approved approval released publish published publishable public visible syndicate syndicated ' +
    'veroffentlichen veroffentlicht freigegeben freigabe publicar publicado publicada publier publie publiee pubblicare pubblicato'
  ).split(' '),
);
const AROUND = new Set(
  'is ok to for by go be the yn y n yes no flag sync send upload export import chatbot bot web website online internet listing listings live agent broker'.split(
    ' ',
  ),
);

/** Most of the filled cells must say yes or no, or the column is about something else (*Approved*: a date). */
const MOST = 0.6;

/** The columns of a tab, judged by some of its rows. One that nobody has filled says nothing. */
export function approvalColumns(headers: readonly string[], rows: readonly TableRow[]): readonly ApprovalColumn[] {
  return headers.flatMap((header, columnIndex) => {
    if (!namesApproval(header)) return [];
    const filled = rows.filter((row) => textAt(row, columnIndex).trim() !== '');
    const said = filled.filter((row) => yesOrNo(entryOf(cellAt(row, columnIndex))) !== undefined);
    return said.length > 0 && said.length >= filled.length * MOST ? [{ header, columnIndex }] : [];
  });
}

/** What the columns say of a row: one without a Yes is enough to hold it back, for a blank box is not ticked. */
export function approvalOf(row: TableRow, columns: readonly ApprovalColumn[]): Approval {
  for (const { header, columnIndex } of columns) {
    const entry = entryOf(cellAt(row, columnIndex));
    const said = entry.kind === 'blank' ? false : yesOrNo(entry);
    if (said === undefined) return { kind: 'unclear', header, text: textAt(row, columnIndex), columnIndex };
    if (!said) return { kind: 'missing', header };
  }
  return { kind: 'given' };
}

function namesApproval(header: string): boolean {
  const words = normalizeHeader(header).split(' ');
  return words.some((word) => SAYS_SO.has(word)) && words.every((word) => SAYS_SO.has(word) || AROUND.has(word));
}
