/** What can be read of a cell. */
import type { CellParts } from './writes.ts';

/** A cell as `getValues` gives it; a picture in a cell is an object of its own. */
export type CellValue = string | number | boolean | Date | { readonly kind: 'image'; readonly url: string };

/** What each readable part of a block of cells consists of. */
export interface ReadableParts extends CellParts {
  readonly value: CellValue;
  readonly displayValue: string;
  readonly formula: string;
  /** Address of a link on the whole cell, `''` for none. */
  readonly linkUrl: string;
}
