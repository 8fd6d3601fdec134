import { expect, test } from 'vitest';
import { diagnostics } from '../../../../src/sidebar/model/settings/diagnostics.ts';
import { INITIAL_STATE, type SidebarState } from '../../../../src/sidebar/model/sidebar-state.ts';
import { mappingView, OVERVIEW, problem, progress } from '../fixtures.ts';

const STATE: SidebarState = {
  ...INITIAL_STATE,
  overview: { value: OVERVIEW },
  mapping: { kind: 'ready', view: mappingView(), draft: mappingView().settings, isJustSaved: false },
  run: {
    kind: 'ended',
    run: {
      progress: progress({ state: 'finished', done: 10, counts: { Updated: 8, Invalid: 2 }, requests: 9 }),
      problems: [problem(3)],
      groups: [],
    },
    correction: { kind: 'none' },
    hasJumped: false,
  },
};

test('say how things stand in a few lines', () => {
  expect(diagnostics(STATE, 'Browser 1')).toBe(
    [
      'Listing Sync · Browser 1',
      'Connection: connected, tested, key of me, used by me, header Authorization, 40 at once',
      'Tab: listings, header in row 1, 10 rows, 3 selected, 0 hidden',
      'Mapping: 1 of 1 fields fed, 4 columns, no known export',
      'Run: ended, sync finished, 10 of 10, 8 Updated, 2 Invalid, 9 requests',
    ].join('\n'),
  );
});

test('hold no key, chatbot, name of a tab, cell or person', () => {
  const text = diagnostics(STATE, 'Browser 1');
  for (const secret of ['1a2b', 'bot-1', 'Homes', 'MLS-3', 'ann@example.com', 'Bedrooms']) {
    expect(text).not.toContain(secret);
  }
});

test('can be made before anything is known', () => {
  expect(diagnostics(INITIAL_STATE, 'Browser 1')).toBe(
    ['Listing Sync · Browser 1', 'Connection: not known', 'Mapping: unread', 'Run: idle'].join('\n'),
  );
});
