/** The whole page: a spreadsheet as Google Sheets shows one, and the requests panel below it. */
import { Grid } from '../grid/grid.tsx';
import type { PageModel } from '../model/page-model.ts';
import { Dialogs } from './dialogs.tsx';
import { FileDrop } from './file-drop.tsx';
import { FormulaBar } from './formula-bar.tsx';
import { MenuBar } from './menu-bar.tsx';
import { RequestsPanel } from './requests-panel.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import { Sidebar } from './sidebar.tsx';
import { TitleBar } from './title-bar.tsx';
import { Toasts } from './toasts.tsx';
import { ModelContext, useAppState } from './use-model.ts';

/** Draws the page for a model. */
export function App({ model }: { readonly model: PageModel }) {
  return (
    <ModelContext.Provider value={model}>
      <Page />
    </ModelContext.Provider>
  );
}

function Page() {
  const isReady = useAppState(({ page }) => page !== undefined);
  if (!isReady) {
    return (
      <p class="loading" role="status">
        Opening the spreadsheet…
      </p>
    );
  }
  return (
    <div class="page">
      <header class="page-head">
        <TitleBar />
        <MenuBar />
      </header>
      <main class="workspace">
        <div class="spreadsheet">
          <FormulaBar />
          <Grid />
          <SheetTabs />
          <RequestsPanel />
        </div>
        <Sidebar />
      </main>
      <Dialogs />
      <Toasts />
      <FileDrop />
    </div>
  );
}
