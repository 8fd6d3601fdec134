/** Who may edit what: protected ranges and tabs. */

import { ServiceException } from '../machine/service-exception.ts';
import { type Area, doAreasMeet } from './area.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import type { Tab } from './tab.ts';
import type { Protection } from './writes.ts';

/**
 * Whether a person may edit every cell of an area: nobody who may only look at the file. Owners always may, unless the
 * protection binds even them.
 *
 * @see https://developers.google.com/apps-script/reference/spreadsheet/range#canedit (read 2026-11-29)
 */
export function mayEdit(spreadsheet: Spreadsheet, tab: Tab, area: Area, user: string): boolean {
  if (spreadsheet.viewers.includes(user)) return false;
  return tab.protections.every((protection) => !isInForce(spreadsheet, protection, area, user));
}

/**
 * Throws if a person may not edit an area.
 *
 * @see https://github.com/RomainVialard/ErrorHandler `src/ErrorHandler.gs.js` (text; read 2026-11-21)
 */
export function refuseProtected(spreadsheet: Spreadsheet, tab: Tab, area: Area, user: string): void {
  if (mayEdit(spreadsheet, tab, area, user)) return;
  throw new ServiceException(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );
}

function isInForce(spreadsheet: Spreadsheet, protection: Protection, area: Area, user: string): boolean {
  if (protection.isWarningOnly) return false;
  if (protection.area !== undefined && !doAreasMeet(protection.area, area)) return false;
  if (protection.bindsOwner === true) return true;
  return user !== spreadsheet.owner && !protection.editors.includes(user);
}
