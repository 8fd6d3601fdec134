/** The journal of every request the stand-in answered, kept without credentials. */
import type { JournalEntry, Platform } from '../platform.ts';

/** The journal as the contract shows it, and the way to write it. */
export interface Journal {
  readonly view: Platform['journal'];
  add(entry: Omit<JournalEntry, 'number'>): void;
}

/** Creates an empty journal. Entries are numbered from 1 and keep counting when the journal is cleared. */
export function createJournal(): Journal {
  let entries: JournalEntry[] = [];
  let lastNumber = 0;
  const listeners = new Set<(entry: JournalEntry) => void>();
  return {
    view: {
      entries: () => [...entries],
      clear() {
        entries = [];
      },
      onEntry(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    add(entry) {
      lastNumber += 1;
      const numbered = { number: lastNumber, ...entry };
      entries.push(numbered);
      for (const listener of listeners) listener(numbered);
    },
  };
}
