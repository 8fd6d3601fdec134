/** Finds columns that a team has listed by their headers, though somebody has spelled a header another way since. */
import { isSameHeader } from './normalize-header.ts';

/**
 * The name under which a column is in a list: its header, or one that no column has any more and that differs from it only in
 * case, spaces and joints. A column that is not to be sent stays unsent when its header is respelled.
 *
 * @param headers All headers of the tab.
 */
export function listedName(listed: readonly string[], header: string, headers: readonly string[]): string | undefined {
  if (header === '' || listed.includes(header)) return header === '' ? undefined : header;
  return listed.find((name) => !headers.includes(name) && isSameHeader(name, header));
}
