/** Cells as clipboard text: tab-separated lines, quoted where a cell holds a tab, a quote or a line break. */

/** Writes a block as tab-separated text. */
export function formatBlock(block: readonly (readonly string[])[]): string {
  return block.map((row) => row.map(quoteIfNeeded).join('\t')).join('\n');
}

/** Reads tab-separated text; a quoted cell may hold tabs and line breaks. The last line break ends the last row. */
export function parseBlock(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g)) {
    if (end === '' && row.length === 0 && quoted === undefined && plain === '') {
      break;
    }
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== '\t') {
      rows.push(row);
      row = [];
    }
    if (end === '') {
      break;
    }
  }
  return rows;
}

function quoteIfNeeded(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
