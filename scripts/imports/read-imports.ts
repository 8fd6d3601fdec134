/** Finds what a file imports, types included, and on which line. */
import { parseSync, Visitor } from 'oxc-parser';

/** One import of a file. */
export interface ImportLine {
  /** What stands in the quotes: `../terms/result.ts`. */
  readonly specifier: string;
  /** The line it begins on, from 1. */
  readonly lineNumber: number;
  /** Whether it brings types only, so that nothing of it is left at run time. */
  readonly isTypeOnly: boolean;
}

/**
 * Every import and re-export of a TypeScript file, in the file's order.
 *
 * @throws Error when the text is no TypeScript, since a file that cannot be read must not pass as one without imports.
 */
export function readImports(fileName: string, text: string): readonly ImportLine[] {
  const { program, errors } = parseSync(fileName, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${fileName} cannot be read: ${error.message}`);
  const found: ImportLine[] = [];
  const add = (node: { readonly start: number }, specifier: string, isTypeOnly: boolean) =>
    found.push({ specifier, lineNumber: text.slice(0, node.start).split('\n').length, isTypeOnly });
  new Visitor({
    ImportDeclaration: (node) => {
      const allTypes = node.specifiers.length > 0 && node.specifiers.every(isType);
      add(node, node.source.value, node.importKind === 'type' || allTypes);
    },
    ExportNamedDeclaration: (node) => {
      const allTypes = node.specifiers.length > 0 && node.specifiers.every((one) => one.exportKind === 'type');
      if (node.source !== null) add(node, node.source.value, node.exportKind === 'type' || allTypes);
    },
    ExportAllDeclaration: (node) => add(node, node.source.value, node.exportKind === 'type'),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') add(node, String(node.source.value), false);
    },
    TSImportType: (node) => add(node, node.source.value, true),
  }).visit(program);
  return found;
}

function isType(specifier: { readonly type: string; readonly importKind?: string }): boolean {
  return specifier.type === 'ImportSpecifier' && specifier.importKind === 'type';
}
