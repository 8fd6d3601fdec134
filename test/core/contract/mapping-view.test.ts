import { expect, test } from 'vitest';
import { mappingView } from '../../../src/core/contract/mapping-view.ts';
import { DEFAULT_TAB_SETTINGS } from '../../../src/core/settings/tab-settings.ts';

test('columns that are for colleagues by their names are told, so that the sidebar need not know the names', () => {
  const headers = ['ID', 'Answer', 'Owner Phone', 'Private remarks', 'Sync status', ''];
  const table = { headers, headerRowNumber: 1, rows: [], sampleRows: [] };
  const context = { locale: 'en_US', today: '2026-11-21' };
  const view = mappingView({
    tabId: 1,
    tabName: 'Rows',
    table,
    otherTabs: [],
    settings: DEFAULT_TAB_SETTINGS,
    context,
  });
  expect(view.columns.filter(({ isInternal }) => isInternal === true).map(({ header }) => header)).toEqual([
    'Owner Phone',
    'Private remarks',
  ]);
});
