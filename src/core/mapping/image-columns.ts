/** Finds picture columns that belong together: `Image 1` to `Image 24`, `image[0].url`, a main photo and the others. */
import { fieldDefinition } from '../listing/fields.ts';
import { BLANK_JOINED_SCORE, type Candidate, duplicateObstacle } from './candidate.ts';
import { normalizeHeader } from './normalize-header.ts';
import type { TabColumn } from './tab-columns.ts';
import { evidenceFor } from './value-evidence.ts';

/** A picture column and its place among the others. */
interface ImageColumn {
  readonly column: TabColumn;
  /** The main picture comes first, the numbered ones by number, lists of further ones last. */
  readonly rank: 'main' | 'numbered' | 'more';
  readonly number: number;
}

/** `main photo`, `photo 2 url`, `image 0 url`, `alt photos`, compared with the words of a header. */
const IMAGE_WORDS =
  /^(?:(main|primary|cover|featured|hero|first) |(alt|alternate|additional|extra|other|more) |(?:listing|property) )?(?:image|img|photo|picture|pic)(s?)(?: (?:url|link|src|uri|address))?(?: ?(\d{1,3}))?(?: (?:url|link|src|uri))?$/;

const RANKS: readonly ImageColumn['rank'][] = ['main', 'numbered', 'more'];

/** Numbered picture columns say it as clearly as a header can. */
const NUMBERED_SCORE = 0.975;

/** The picture columns of a tab as one source, where at least one of them is numbered or named as main or further. */
export function imageCandidates(columns: readonly TabColumn[]): readonly Candidate[] {
  const images = columns
    .flatMap(imageColumn)
    .filter(({ column }) => canHoldImages(column))
    .sort(compareImages);
  const isSet = images.some(({ rank }) => rank !== 'main') || images.length > 1;
  return images.length === 0 || !isSet ? [] : [imageCandidate(images.map(({ column }) => column))];
}

function imageCandidate(columns: readonly TabColumn[]): Candidate {
  const obstacle = duplicateObstacle(columns);
  const [first] = columns;
  const isSingle = first !== undefined && columns.length === 1;
  const hasValues = columns.some(({ shape }) => shape.filled > 0);
  return {
    field: 'Images',
    source: isSingle
      ? { kind: 'column', header: first.header }
      : { kind: 'joined', parts: columns.map(({ header }) => ({ role: 'image', header })) },
    columns,
    score: hasValues ? NUMBERED_SCORE : BLANK_JOINED_SCORE,
    reason: isSingle
      ? `header "${first.header}" is a usual name of ${fieldDefinition('Images').label}`
      : `${columns.length} columns from "${first?.header}" to "${columns[columns.length - 1]?.header}" hold the pictures`,
    isContradicted: false,
    ...(obstacle === undefined ? {} : { obstacle }),
  };
}

function imageColumn(column: TabColumn): readonly ImageColumn[] {
  const match = IMAGE_WORDS.exec(normalizeHeader(column.header));
  if (match === null) return [];
  const [, main, more, plural, digits] = match;
  if (digits !== undefined) return [{ column, rank: 'numbered', number: Number(digits) }];
  if (main !== undefined) return [{ column, rank: 'main', number: 0 }];
  if (more !== undefined) return [{ column, rank: 'more', number: 0 }];
  // A plain plural is a list of its own and needs no other column.
  return plural === 's' ? [] : [{ column, rank: 'main', number: 1 }];
}

function canHoldImages({ shape }: TabColumn): boolean {
  return evidenceFor(fieldDefinition('Images'), shape) !== 'contradicts';
}

function compareImages(one: ImageColumn, other: ImageColumn): number {
  const byRank = RANKS.indexOf(one.rank) - RANKS.indexOf(other.rank) || one.number - other.number;
  if (byRank !== 0) return byRank;
  return one.column.header < other.column.header ? -1 : Number(one.column.header > other.column.header);
}
