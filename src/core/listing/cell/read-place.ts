/** Reads places: addresses, cities, locations. What a program leaves where it knows none is no place. */
import type { Cell } from '../../sheet/table.ts';
import { found, nothing, type Reading } from '../reading.ts';
import { opensWithNothing } from './blank-text.ts';
import { readText } from './read-text.ts';

/** `{"city": null}`, `[{'name': 'Austin'}]`: what a program stores and nobody reads. */
const STRUCTURE = /^(?:\{|\[\s*["'{])/;
/** `0`, `-0`, `x`, `XX`. */
const NO_NAME = /^(?:[^\p{L}1-9]*|x{1,3})$/iu;
/** The pieces of `null, null` and `Austin, None`; *Nan* is a town. */
const PIECE = /^(?:[nN]\/[aA]|null|NULL|Null|None|nan|NaN|undefined|unknown|Unknown)$/;
const BETWEEN_PIECES = /[,;|]/;
/** One piece that begins like a name or a house number, and not like a word for nothing: nearly every place. */
const PLAIN = /^[1-9A-MO-TV-Z][^,;|]{3,}$/;
/** `0 Unknown`: the number that stands for none, and no street. */
const NO_STREET = /^0+ +(?:n\/a|null|none|nan|undefined|unknown|undisclosed|unassigned)\b/i;

/** Reads a place as it is written, without the pieces that stand for nothing. */
export function readPlace(cell: Cell, expected: string): Reading<string> {
  const reading = readText(cell, expected);
  return reading.kind === 'value' && reading.note === undefined ? placeIn(reading.value) : reading;
}

/** The place that a text names; empty, with a note, where it names none. */
export function placeIn(text: string): Reading<string> {
  if (PLAIN.test(text)) return found(text);
  if (STRUCTURE.test(text) || NO_NAME.test(text) || NO_STREET.test(text) || opensWithNothing(text))
    return noPlace(text);
  const pieces = text.split(BETWEEN_PIECES).map((piece) => piece.trim());
  const left = pieces.filter((piece) => !PIECE.test(piece));
  if (left.length === pieces.length) return found(text);
  const place = left.filter((piece) => piece !== '').join(', ');
  return NO_NAME.test(place) ? noPlace(text) : found(place, `“${text}” is sent as ${place}`);
}

function noPlace(text: string): Reading<never> {
  return nothing(`“${text}” names no place, so none is sent`);
}
