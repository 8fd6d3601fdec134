/** Proposes columns for fields that no header named, where the cells alone are telling. */
import { FIELDS, type FieldName, fieldDefinition } from '../listing/fields.ts';
import type { CellTrait } from './cell-traits.ts';
import { type ColumnShape, describeShape, shareOf } from './column-shape.ts';
import type { ColumnMatch } from './proposal.ts';
import { trapReason } from './synonyms/traps.ts';
import type { TabColumn } from './tab-columns.ts';

/** Cells that hardly anything else than the field holds; numbers and names say too little. */
const TELLING_TRAITS: readonly (readonly [FieldName, ...CellTrait[]])[] = [
  ['SaleType', 'rentWord', 'saleWord'],
  ['Status', 'statusWord', 'soldWord'],
  ['PropertyType', 'typeWord'],
  ['AreaUnit', 'areaUnitWord'],
  ['Images', 'imageUrl'],
];

/** Nearly all cells must show one of the traits: without a fitting header only a clear case is worth a word. */
const TELLING_SHARE = 0.8;

/** Never applied: cells without a fitting header are a hint, not a reason. */
const GUESS_CONFIDENCE = 0.4;

/** Adds a proposal for each field without a match whose kind of cells exactly one unused column shows. */
export function guessByValues(matches: readonly ColumnMatch[], columns: readonly TabColumn[]): readonly ColumnMatch[] {
  const unnamed = columns.filter(
    ({ header, meanings, isDuplicate }) => meanings.length === 0 && !isDuplicate && trapReason(header) === undefined,
  );
  const guesses = TELLING_TRAITS.filter(([field]) => !matches.some((match) => match.field === field)).flatMap(
    ([field, ...traits]) => {
      const [column, ...others] = unnamed.filter(({ shape }) => isTelling(shape, traits));
      return column === undefined || others.length > 0 ? [] : [guess(field, column)];
    },
  );
  return FIELDS.flatMap(({ name }) => [...matches, ...guesses].filter((match) => match.field === name));
}

function isTelling(shape: ColumnShape, traits: readonly CellTrait[]): boolean {
  return traits.reduce((sum, trait) => sum + shareOf(shape, trait), 0) >= TELLING_SHARE;
}

function guess(field: FieldName, { header, shape }: TabColumn): ColumnMatch {
  const reason = `the cells of "${header}" look like ${describeShape(shape)}, so it may hold ${fieldDefinition(field).label}`;
  return { field, source: { kind: 'column', header }, confidence: GUESS_CONFIDENCE, isApplied: false, reason };
}
