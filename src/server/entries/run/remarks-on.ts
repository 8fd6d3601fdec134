/** What is said beside a check, a question or a result: what was noticed when the tab and the ledger were opened. */
import { ledgerDoubtWords } from '../../../core/words/ledger-doubt.ts';
import type { OpenLedger } from '../../services/own-tabs/ledger-tab.ts';
import type { OpenTab } from '../../services/sheet/open-tab.ts';

/** Sentences, mostly none: why columns were decided again, and why rows are sent again that nobody changed. */
export function remarksOn({ redecided }: Pick<OpenTab, 'redecided'>, ledger: OpenLedger): readonly string[] {
  const doubt = ledger.isNameTaken ? 'taken' : ledger.current().doubt;
  return [redecided, ledgerDoubtWords(doubt)].filter((words) => words !== '');
}
