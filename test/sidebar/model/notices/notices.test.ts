import { expect, test } from 'vitest';
import { stripNotices } from '../../../../src/sidebar/model/notices/notices.ts';
import { INITIAL_STATE, type SidebarState } from '../../../../src/sidebar/model/sidebar-state.ts';
import { CONNECTION, OVERVIEW, running } from '../fixtures.ts';

const WAITING: SidebarState = {
  ...INITIAL_STATE,
  overview: {
    value: {
      ...OVERVIEW,
      connection: {
        ...CONNECTION,
        isConnected: false,
        waiting: {
          failure: {
            kind: 'consentMissing',
            message: 'Somebody changed the chatbot of this file.',
            nextStep: 'Look at it.',
          },
          canAgree: true,
        },
      },
    },
  },
};

const UNFINISHED: SidebarState = { ...INITIAL_STATE, overview: { value: { ...OVERVIEW, run: running() } } };

test('nothing stands above the views when nothing needs a person', () => {
  expect(stripNotices(INITIAL_STATE, 'run')).toEqual([]);
  expect(stripNotices({ ...INITIAL_STATE, overview: { value: OVERVIEW } }, 'activity')).toEqual([]);
});

test('a key that waits for its owner is told above every view but the one where it is looked at', () => {
  expect(stripNotices(WAITING, 'run').map(({ words }) => words)).toEqual([
    'Somebody changed the chatbot of this file. Nothing is sent with your key until you have looked at it.',
  ]);
  expect(stripNotices(WAITING, 'settings')).toEqual([]);
});

test('a run that was left can be continued or cancelled from every view', () => {
  const [notice] = stripNotices(UNFINISHED, 'mapping');
  expect(notice?.words).toBe(
    'Your run “Sync listings” in “Homes” is not finished: 4 of 10 rows have an outcome. Nothing is lost if you continue.',
  );
  expect(notice?.remedies.map(({ words }) => words)).toEqual(['Continue', 'Cancel run']);
});

test("another person's run is nothing that this person has to do something about", () => {
  const theirs = { ...OVERVIEW, run: running({ isMine: false }) };
  expect(stripNotices({ ...INITIAL_STATE, overview: { value: theirs } }, 'run')).toEqual([]);
});

test('a file that a newer version has used says above every view that the add-on has to be updated', () => {
  const newerVersion = { kind: 'newerStore', message: 'It is newer.', nextStep: 'Update the add-on.' } as const;
  const overview = { value: { ...OVERVIEW, newerVersion } };
  const [notice] = stripNotices({ ...INITIAL_STATE, overview }, 'run');
  expect(notice?.words).toBe('It is newer. Update the add-on.');
});
