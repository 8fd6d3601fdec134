/** How full the document's store is, and what in it is of no use any more. */

type Stored = Readonly<Record<string, string>>;

/**
 * Bytes that all values and names of a store may have.
 *
 * @see https://developers.google.com/apps-script/guides/services/quotas "Properties total storage" (read 2026-11-21).
 */
const MOST_BYTES = 500 * 1024;

/** What a run needs from its first mark to its end: its record, the record of the one before, and one put aside. */
const ROOM_OF_RUNS = 40 * 1024;

/** What is kept for a tab: its name, a colon, the tab's id, and the number of a part. */
const OF_TAB = /^[a-z]+:(\d+)(?::\d+)?$/;

/** Whether values can be added so that a run still finds room. */
export function hasRoomFor(stored: Stored, added: Stored = {}): boolean {
  return bytesOf({ ...stored, ...added }) <= MOST_BYTES - ROOM_OF_RUNS;
}

/** The names of values that belong to tabs which are not there any more. */
export function namesOfGoneTabs(stored: Stored, tabIds: readonly number[]): readonly string[] {
  const there = new Set(tabIds.map(String));
  return Object.keys(stored).filter((name) => {
    const tabId = OF_TAB.exec(name)?.[1];
    return tabId !== undefined && !there.has(tabId);
  });
}

/** Bytes in UTF-8 at most, cheaply: a character beyond ASCII may take three. */
export function bytesOf(stored: Stored): number {
  let bytes = 0;
  for (const [name, value] of Object.entries(stored)) bytes += name.length + value.length + 2 * beyondAscii(value);
  return bytes;
}

function beyondAscii(text: string): number {
  return text.match(/[^\0-\x7f]/g)?.length ?? 0;
}
