/** The files of a tree and the arrows between them: who imports whom, and where it says so. */
import { posix } from 'node:path';
import { readImports } from './read-imports.ts';

/** A file's text by its path from the root, with `/` between folders. */
export type SourceTree = ReadonlyMap<string, string>;

/** One import: from a file of the tree to another, or to a package. */
export interface Arrow {
  readonly from: string;
  /** A file of the tree, or a package as the import names it: `preact/hooks`, `node:fs`. */
  readonly to: string;
  /** Line of the import in `from`, from 1. */
  readonly lineNumber: number;
  readonly isTypeOnly: boolean;
}

/** All imports of the tree's files; files that are not in the tree are left out. */
export function readArrows(tree: SourceTree): readonly Arrow[] {
  return [...tree].flatMap(([from, text]) =>
    readImports(from, text).flatMap(({ specifier, lineNumber, isTypeOnly }): readonly Arrow[] => {
      const to = resolve(from, specifier, tree);
      return to === undefined ? [] : [{ from, to, lineNumber, isTypeOnly }];
    }),
  );
}

/** The project writes the extension in every import; the tree decides whether the file is there. */
function resolve(from: string, specifier: string, tree: SourceTree): string | undefined {
  if (!specifier.startsWith('.')) return specifier;
  const path = posix.join(posix.dirname(from), specifier);
  return tree.has(path) ? path : undefined;
}
