/** Why rows are sent again although nobody changed them: the ledger is not believed. */

/** What is said of a ledger that was changed, or came along from elsewhere. */
export const LEDGER_DOUBT_WORDS = {
  changed:
    'The hidden tab Sync ledger was changed or restored, so what it says of some rows is not believed: they are sent again.',
  foreign:
    'The hidden tab Sync ledger is that of another file or was brought back, so it is not believed: rows are sent once more.',
} as const;
