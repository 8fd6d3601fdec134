/** Where the sidebar begins: connects model, server and page. */
import { render } from 'preact';
import { App } from './app.tsx';
import { connectServer, focusSpreadsheet } from './bridge/bridge.ts';
import { followSpreadsheet } from './follow-spreadsheet.ts';
import { keepFocus } from './keep-focus.ts';
import { createSidebar } from './model/sidebar.ts';

const sidebar = createSidebar({
  // Nothing said about a Google that did not answer stays on screen once it has answered.
  bridge: connectServer(undefined, () => void sidebar.verbs.refresh()),
  focusSpreadsheet,
  sleep: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
});
const root = document.getElementById('root');
if (root !== null) {
  // The menu's Help opens the same page, marked.
  if (root.dataset.opens === 'help') sidebar.store.dispatch({ kind: 'helpAsked' });
  render(<App sidebar={sidebar} />, root);
  keepFocus(root);
  followSpreadsheet(sidebar);
  void sidebar.verbs.restoreResult();
}
