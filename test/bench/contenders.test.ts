import { beforeAll, describe, expect, test } from 'vitest';
import { addOnContender } from '../../bench/add-on-contender.ts';
import type { Contender } from '../../bench/contender.ts';
import { type ContenderResult, runScenario } from '../../bench/run-scenario.ts';
import type { BenchAction, Scenario } from '../../bench/scenario.ts';
import { scriptContenders } from '../../bench/script-contenders.ts';
import { chatbotSheet, listingSheet } from '../../bench/sheet-rows.ts';

let contenders: readonly Contender[];
beforeAll(async () => {
  contenders = [...(await scriptContenders()), await addOnContender(true)];
});

const scenario = (action: BenchAction, rowCount: number): Scenario => ({
  name: action,
  action,
  sheet: action === 'push' ? chatbotSheet(rowCount) : listingSheet(rowCount),
});

const resultsOf = async (
  wanted: Scenario,
  ...names: readonly string[]
): Promise<Readonly<Record<string, ContenderResult>>> => {
  const taking = contenders.filter(({ name }) => names.length === 0 || names.includes(name));
  const [result] = await runScenario(wanted, taking);
  return Object.fromEntries((result?.results ?? []).map((each) => [each.contender, each]));
};

describe('every contender brings every row to the platform and says so', () => {
  test.each([
    ['sync', [40, 40, 40, 40]],
    ['push', [40, 40, 1, 1]],
    ['delete', [40, 40, 1, 40]],
  ] as const)('%s', async (action, requests) => {
    const results = Object.values(await resultsOf(scenario(action, 40)));
    expect(results.map((result) => result.ending)).toEqual(['finished', 'finished', 'finished', 'finished']);
    expect(results.map((result) => result.atEnd)).toEqual(
      results.map(() => ({ wrongRows: 0, unsureRows: 0, doneRows: 40 })),
    );
    expect(results.map((result) => result.costs.requests)).toEqual(requests);
  });
});

test('a script that records at the end never gets beyond what six minutes allow', async () => {
  const results = await resultsOf(scenario('sync', 600), 'row by row', 'statuses at the end');
  expect(results['statuses at the end']).toMatchObject({ ending: 'stuck', atEnd: { doneRows: 0 } });
  expect(results['row by row']).toMatchObject({ ending: 'finished', costs: { killedExecutions: 1 } });
});

test('after a kill the add-on is unsure of some rows, but never wrong', async () => {
  const { 'Listing Sync': addOn, 'fixed hundreds': hundreds } = await resultsOf(
    scenario('sync', 200),
    'Listing Sync',
    'fixed hundreds',
  );
  expect(hundreds?.afterKill?.wrongRows).toBeGreaterThan(0);
  expect(addOn?.afterKill?.wrongRows).toBe(0);
});

test('only the rows that were edited are sent again', async () => {
  const edited = { ...scenario('sync', 60), followUp: { name: 'edited', changedRows: 6 } };
  const [, followUp] = await runScenario(edited, [await addOnContender(true)]);
  expect(followUp?.results[0]).toMatchObject({ ending: 'finished', costs: { requests: 6 } });
});
