/** Lets happen what a test asked for at a service call, while the execution stands still. */
import type { HappeningOperations } from './machine/happening-operations.ts';
import type { Happenings } from './machine/happenings.ts';
import type { Handlers } from './machine/serving.ts';
import type { Spreadsheet } from './spreadsheet/spreadsheet.ts';

/** What happenings need of Google. */
export interface HappeningHost {
  readonly happenings: Happenings;
  readonly spreadsheet: Spreadsheet;
}

/** Answers the one operation that is no service's. */
export const happeningHandlers: Handlers<HappeningOperations, HappeningHost> = {
  meetHappenings: async ({ happenings, spreadsheet }, { side, name, functionName, args, place }, { user }) => {
    const tab = spreadsheet.tabs.find(({ tabId }) => tabId === place?.tabId);
    await happenings.meet(side, {
      name,
      functionName,
      user,
      args,
      ...(tab === undefined ? {} : { tabName: tab.name }),
      ...(place?.area === undefined ? {} : { area: place.area }),
    });
    return happenings.watched();
  },
};
