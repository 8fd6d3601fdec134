/** What the tab of the ledger is called, and how it is told from somebody else's tab of that name. */

import { keyIn } from './ledger-line.ts';

/** The hidden tab that holds the ledger. */
export const LEDGER_TAB_NAME = 'Sync ledger';

/** What stands above the lines, and above what was sent. */
export const LEDGER_TAB_HEADERS: readonly string[] = [
  'Listing Sync notes here what the platform has confirmed. Leave it as it is: what is changed by hand is not believed.',
  'What was sent',
];

/** Whether a tab's first column is a ledger's: it holds the header or a line somewhere. */
export function isLedgerColumn(texts: readonly string[]): boolean {
  return texts.some((text) => text === LEDGER_TAB_HEADERS[0] || keyIn(text) !== '');
}
