/** Why rows are sent again although nobody changed them: the ledger is not believed, or there can be none. */

const WORDS = {
  none: '',
  changed:
    'The hidden tab Sync ledger was changed or restored, so what it says of some rows is not believed: they are sent again. Leave that tab as it is, and the next run goes by it.',
  foreign:
    'The hidden tab Sync ledger is that of another file or was brought back, so it is not believed: rows are sent once more. The next run goes by it again.',
  taken:
    'There is a tab “Sync ledger” that Listing Sync did not write, so it cannot remember what was confirmed: all rows are sent in every run. Give that tab another name.',
} as const;

/** What is said of a ledger that was changed, came along from elsewhere, or is somebody else's tab; `''` of one that is believed. */
export function ledgerDoubtWords(doubt: keyof typeof WORDS): string {
  return WORDS[doubt];
}
