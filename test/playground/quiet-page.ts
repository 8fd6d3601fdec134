/** A page on which nothing is open and nothing was sent. */
import type { PageState } from '../../playground/serve/wire.ts';

/** What the page knows besides the spreadsheet. */
export const QUIET_PAGE: Omit<PageState, 'sheet'> = {
  menu: null,
  sidebar: null,
  modal: null,
  dialogs: [],
  requests: [],
  faults: [],
  clock: { time: '', user: 'owner@example.com', hasOwnerLeft: false },
  demoConnection: { secretKey: '', chatbotId: '' },
};
