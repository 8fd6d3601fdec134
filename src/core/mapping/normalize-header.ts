/** Brings headers that people would call the same to the same form. */

/**
 * The two forms under which a header is looked up. Signs carry meaning in `MLS#`, `$/SQUARE FEET` or `# Beds`, so the
 * form that keeps them is tried first.
 */
export interface HeaderKeys {
  /** Lower case, without spaces and joints, with the signs `# $ € £ / %`: `$/squarefeet`. */
  readonly signed: string;
  /** Letters, digits and money signs only: `$squarefeet`. */
  readonly plain: string;
}

/** Nearly all headers; there is nothing to fold in them. */
const PLAIN_TEXT = /^[ -~]*$/;
const COMBINING_MARKS = /[\u0300-\u036f]/g;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;
const CAMEL_JOINTS = /([a-z0-9])([A-Z])|([A-Z]{2,})([A-Z][a-z])/g;
const NUMBER_JOINTS = /([a-z])(?=\d)|(\d)(?=[a-z])/g;

/**
 * The words of a header: lower case, split at camelCase joints and at `_ . : # ( ) [ ] /`, one space between them.
 *
 * `BedroomsTotal` → `bedrooms total`, `image[0].url` → `image 0 url`, `Sq. Ft.` → `sq ft`, `m²` → `m 2`
 */
export function normalizeHeader(header: string): string {
  return fold(header)
    .replace(CAMEL_JOINTS, '$1$3 $2$4')
    .toLowerCase()
    .replace(/[_.:#()[\]/,;*?!'"’-]+/g, ' ')
    .replace(NUMBER_JOINTS, '$1$2 ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The forms under which a header is looked up; spaces and case never matter. */
export function headerKeys(header: string): HeaderKeys {
  // Without the tables of all alphabets, which a thousand names of the dictionary would have to pass.
  if (PLAIN_TEXT.test(header)) {
    const lower = header.toLowerCase();
    return { signed: lower.replace(/[^a-z0-9#$/%]+/g, ''), plain: lower.replace(/[^a-z0-9$%]+/g, '') };
  }
  const folded = fold(header).toLowerCase();
  return {
    signed: folded.replace(/[^\p{L}\p{N}#$€£¥₹/%]+/gu, ''),
    plain: folded.replace(/[^\p{L}\p{N}$€£¥₹%]+/gu, ''),
  };
}

/** Whether two headers are the same to a person: the words are equal, whatever the case, spaces and joints. */
export function isSameHeader(one: string, other: string): boolean {
  return headerKeys(one).signed === headerKeys(other).signed;
}

/** Letters that have no accent to take away, and that people type without: `Lazienki`, `Yatak Odasi`. */
function plainLetter(letter: string): string {
  return letter === 'ı' ? 'i' : 'l';
}

/** Ligatures, superscripts and full-width letters become plain ones; accents and invisible signs go. */
function fold(header: string): string {
  if (PLAIN_TEXT.test(header)) return header.trim();
  return header
    .normalize('NFKD')
    .replace(COMBINING_MARKS, '')
    .replace(INVISIBLE, '')
    .replace(/[ıłŁ]/g, plainLetter)
    .trim();
}
