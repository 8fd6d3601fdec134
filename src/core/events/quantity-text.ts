/** Writes areas as people do, so that any reader of the cell knows the unit: `8347 sq ft`, `0.75 ac`. */
import { lazily } from '../terms/lazily.ts';
import { type JsonNode, nodeOf, numberOf, soleOf, textOf } from './json-node.ts';

/**
 * What the unit codes mean: those of RESO, of UN/CEFACT Recommendation 20, and what senders write instead.
 *
 * @see https://unece.org/trade/uncefact/cl-recommendations "Recommendation 20" (read 2026-11-29).
 */
const unitWords = lazily(
  (): ReadonlyMap<string, string> =>
    new Map(
      Object.entries({
        'sq ft': ['sqft', 'ftk', 'squarefeet', 'squarefoot', 'sf', 'ft2', 'ft²'],
        ac: ['ac', 'acr', 'acre', 'acres'],
        'm²': ['mtk', 'squaremeters', 'squaremetres', 'squaremeter', 'squaremetre', 'sqm', 'm2', 'm²'],
        ha: ['har', 'hectare', 'hectares', 'ha'],
        'sq yd': ['ydk', 'squareyards', 'squareyard', 'sqyd'],
      }).flatMap(([word, codes]) => codes.map((code) => [code, word])),
    ),
);

/** No reader of sheets knows square miles; a square mile is 640 acres. */
const SQUARE_MILES: ReadonlySet<string> = new Set(['mik', 'squaremiles', 'squaremile', 'sqmi']);
const ACRES_PER_SQUARE_MILE = 640;

/** What an area says, or why it says nothing; neither for an empty one. */
export interface AreaText {
  readonly text?: string;
  readonly problem?: string;
}

/** The text of a `QuantitativeValue`; `what` names the column for the sentence of a problem. */
export function areaText(value: unknown, what: string): AreaText {
  const node = quantityOf(value);
  if (node === undefined) return {};
  const number = numberOf(node.value);
  if (number.kind === 'none' || (number.kind === 'number' && number.value === 0)) return {};
  if (number.kind === 'odd' || number.value < 0) {
    return {
      problem: `${what} “${number.kind === 'odd' ? number.text : number.value}” is no area, so it was left out`,
    };
  }
  const given = textOf(node.unitCode) || textOf(node.unitText);
  const codes = [node.unitCode, node.unitText].map(squeezed);
  if (codes.some((code) => SQUARE_MILES.has(code)))
    return { text: `${quantityDigits(number.value * ACRES_PER_SQUARE_MILE)} ac` };
  const unit = codes.map((code) => unitWords().get(code)).find((word) => word !== undefined);
  if (unit !== undefined) return { text: `${quantityDigits(number.value)} ${unit}` };
  const why = given === '' ? 'comes without a unit' : `has the unit “${given}”, which is not known`;
  return { problem: `${what} ${number.value} ${why}, so it was left out` };
}

/** A quantity may come as a bare number, or as a text that holds its unit: `0.5 acres`. */
function quantityOf(value: unknown): JsonNode | undefined {
  const sole = soleOf(value);
  const node = nodeOf(sole);
  if (node !== undefined) return node;
  const [, number, unitText = ''] = /^([\d.,]+)\s*(.*)$/.exec(textOf(sole)) ?? [];
  return number === undefined ? undefined : { value: number, unitText };
}

/**
 * A number's digits with four decimals at most, and never exactly three: half of the world's sheets read `1.574` as a thousand.
 */
export function quantityDigits(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const [whole = '', decimals = ''] = value.toFixed(4).split('.');
  const short = decimals.replace(/0+$/, '');
  if (short === '') return whole;
  return `${whole}.${short.length === 3 ? `${short}0` : short}`;
}

function squeezed(code: unknown): string {
  return textOf(code)
    .toLowerCase()
    .replace(/[\s._-]/g, '');
}
