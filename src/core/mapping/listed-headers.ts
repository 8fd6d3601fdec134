/** Finds columns that a team has listed by their headers, though somebody has spelled a header another way since. */
import { isSameHeader } from './normalize-header.ts';

/**
 * The name in a list that means a column: its header, or else a name that differs only in case, spaces and joints and that no
 * column has any more. So a column that is not to be sent stays unsent when its header is respelled.
 *
 * @param headers All headers of the tab.
 */
export function listedName(listed: readonly string[], header: string, headers: readonly string[]): string | undefined {
  if (header === '') return undefined;
  if (listed.includes(header)) return header;
  return listed.find((name) => !headers.includes(name) && isSameHeader(name, header));
}
