/** Recognises cells that show an error instead of a value. */
import type { Cell } from './table.ts';

/**
 * An error's text ends with its sign in every language: `#REF!`, `#BEZUG!`, `#¡VALOR!`, `#ИМЯ?`. A CSV file holds it as its
 * program showed it, and in Sheets it is a text from then on.
 *
 * @see https://support.google.com/docs/answer/3093349 "ERROR.TYPE" (read 2026-11-21).
 */
const WITH_SIGN = /^#[¡¿]?\p{Lu}[\p{Lu}\d/_]{1,24}[!?]$/u;

/** The words for *not available* have no sign in most languages, nor has the one for data on its way. */
const WITHOUT_SIGN: ReadonlySet<string> = new Set([
  ...['#N/A', '#NV', '#N/D', '#N/B', '#I/T', '#Н/Д', '#YOK', '#HIÁNYZIK', '#NENÍ_K_DISPOZICI', '#GETTING_DATA'],
  ...['Loading...', 'Wird geladen...', 'Chargement...', 'Cargando...', 'Carregando...', 'Caricamento...'],
]);

/** How such texts begin, and few others: looked for first, for every text of a tab is asked about. */
const MAY_BE_ERROR = /^\s*(?:#|[LWC][a-zé ]{4,14}\.\.\.\s*$)/;

/** Whether a cell shows a sheet error. Such a text is never sent. */
export function isSheetError(cell: Cell): boolean {
  const { value } = cell;
  return typeof value === 'string' && isErrorText(value);
}

/** Whether a text is what a cell with an error shows. */
export function isErrorText(text: string): boolean {
  if (!MAY_BE_ERROR.test(text)) return false;
  const word = text.trim();
  return WITH_SIGN.test(word) || WITHOUT_SIGN.has(word);
}
