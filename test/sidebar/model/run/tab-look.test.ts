/** What the sidebar knows of the look of the tab in front. */
import { expect, test } from 'vitest';
import { reduceTabLook, type TabLookChange } from '../../../../src/sidebar/model/run/tab-look.ts';

const ON = { tabId: 7, onlyProblems: true, isOurs: true };
const OFF = { tabId: 7, onlyProblems: false, isOurs: false };
const error = { kind: 'filterElsewhere', message: 'A filter is there.', nextStep: 'Remove it.' } as const;
const after = (...changes: readonly TabLookChange[]) => changes.reduce(reduceTabLook, {});

test('a filtered tab stays known until all its rows are shown again, whatever fails meanwhile', () => {
  const filtered = after(
    { kind: 'lookAsked', asking: 'filter' },
    { kind: 'problemsFiltered', answer: { ok: true, value: ON } },
  );
  expect(filtered).toEqual({ filter: ON });
  const failed = reduceTabLook(filtered, { kind: 'columnsMoved', answer: { ok: false, error } });
  expect(failed).toEqual({ filter: ON, failure: { of: 'place', words: error } });
  expect(reduceTabLook(failed, { kind: 'lookAsked', asking: 'filter' })).toEqual({ filter: ON, asking: 'filter' });
  expect(reduceTabLook(failed, { kind: 'problemsFiltered', answer: { ok: true, value: OFF } })).toEqual({});
});

test('a refused filter says why, where it was asked for', () => {
  expect(after({ kind: 'problemsFiltered', answer: { ok: false, error } })).toEqual({
    failure: { of: 'filter', words: error },
  });
});
