/** Names of columns that are for colleagues; apart from the other traps, since the sidebar asks for these alone. */
import { lazily } from '../../terms/lazily.ts';
import { headerKeys } from '../normalize-header.ts';

/** The names. @see RESO Data Dictionary 2.1, https://dd.reso.org/DD2.1/Property on `PrivateRemarks` (read 2026-11-21). */
export const INTERNAL_NAMES: readonly string[] = [
  'Private Remarks',
  'PrivateRemarks',
  'Agent Remarks',
  'AgentRemarks',
  'Confidential Remarks',
  'ConfidentialRemarks',
  'Broker Remarks',
  'Office Remarks',
  'Showing Instructions',
  'Showing Remarks',
  'Internal Notes',
  'Internal Remarks',
  'Private Notes',
  'Agent Notes',
  'Notes',
  'Note',
  'Comments',
  'Lockbox',
  'Lockbox Code',
  'Gate Code',
  'Alarm Code',
];

const keys = lazily(() => new Set(INTERNAL_NAMES.map((name) => headerKeys(name).signed)));

/** Whether a header is one of these names, however it is spaced. */
export function isInternalName(header: string): boolean {
  return keys().has(headerKeys(header).signed);
}
