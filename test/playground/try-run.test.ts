/** Driving one run of the add-on from the terminal, with an add-on that behaves as the contract says. */
import { describe, expect, test } from 'vitest';
import type { AddOn, Mapping, Progress, Settings, Start } from '../../playground/try/add-on.ts';
import type { TryOptions } from '../../playground/try/read-options.ts';
import { applySettings, runRows } from '../../playground/try/run-rows.ts';

const OPTIONS: TryOptions = {
  filePath: 'a.csv',
  action: 'sync',
  fixed: {},
  isStrict: false,
  isLenient: false,
  appliesRecipe: false,
  agreesToDeletes: false,
};

const SETTINGS: Settings = {
  mapping: { City: { kind: 'column', header: 'Town' } },
  unmapped: ['CurrencySymbol', 'ZIP'],
  keyTypes: ['MLSNumber', 'URL'],
  missing: 'hold',
  ifEmpty: {},
};

const MAPPING: Mapping = {
  tabId: 7,
  headerRowNumber: 1,
  fields: [{ field: 'CurrencySymbol' }, { field: 'City' }],
  leftOut: [],
  settings: SETTINGS,
};

/** An add-on whose run settles `perCall` rows a call and that asks before it deletes. */
function addOnWith(run: { readonly total: number; readonly perCall: number; readonly deletes: number }): AddOn & {
  readonly saved: Settings[];
} {
  const saved: Settings[] = [];
  let settled = 0;
  const progress = (): Progress => ({
    runId: 'run-1',
    state: settled < run.total ? 'running' : 'finished',
    total: run.total,
    done: settled,
    blankRows: 0,
    counts: { Updated: settled },
    requests: settled,
    message: '',
  });
  const listings = Array.from({ length: run.deletes }, (_unused, index) => ({ key: `MLS-${index + 1}` }));
  const confirmation = { listings, deleteToken: 'token-1' };
  const start = (token: string | undefined): Start =>
    run.deletes > 0 && token !== 'token-1'
      ? { kind: 'confirmDeletes', confirmation }
      : { kind: 'started', progress: progress() };
  return {
    saved,
    getRecipe: async () => ({ ok: true, value: null }),
    checkRows: async () => ({ ok: true, value: { rows: 0, operations: {}, groups: [], message: '' } }),
    connect: async () => ({ ok: true, value: null }),
    getMapping: async () => ({ ok: true, value: MAPPING }),
    saveSettings: async (_tabId, settings) => {
      saved.push(settings);
      return { ok: true, value: { ...MAPPING, settings } };
    },
    takeEvents: async () => ({ ok: true, value: { message: '' } }),
    startRun: async ({ deleteToken }) => ({ ok: true, value: start(deleteToken) }),
    continueRun: async () => {
      settled += run.perCall;
      return { ok: true, value: progress() };
    },
    virtualMs: () => 0,
  };
}

describe('a run', () => {
  test('is continued until it is finished', async () => {
    const ended = await runRows(addOnWith({ total: 6, perCall: 2, deletes: 0 }), OPTIONS, { tabId: 1, scope: 'tab' });
    expect(ended).toMatchObject({ ok: true, value: { state: 'finished', done: 6, requests: 6 } });
  });

  test('that would delete does not start without agreement', async () => {
    const ended = await runRows(addOnWith({ total: 6, perCall: 2, deletes: 6 }), OPTIONS, { tabId: 1, scope: 'tab' });
    expect(ended).toEqual({
      ok: false,
      message: 'This run would delete 6 listings (MLS-1, MLS-2, MLS-3, MLS-4, MLS-5, …); add --yes-delete to agree.',
    });
  });

  test('that would delete starts with agreement', async () => {
    const options = { ...OPTIONS, agreesToDeletes: true };
    const ended = await runRows(addOnWith({ total: 6, perCall: 3, deletes: 1 }), options, { tabId: 1, scope: 'tab' });
    expect(ended).toMatchObject({ ok: true, value: { state: 'finished' } });
  });

  test('that does not move is given up', async () => {
    const ended = await runRows(addOnWith({ total: 6, perCall: 0, deletes: 0 }), OPTIONS, { tabId: 1, scope: 'tab' });
    expect(ended).toEqual({ ok: false, message: 'The run is stuck at 0 of 6 rows.' });
  });
});

describe('settings', () => {
  test('fixed values, key and policy are added; everything else goes back as it came', async () => {
    const addOn = addOnWith({ total: 0, perCall: 0, deletes: 0 });
    await applySettings(addOn, MAPPING, {
      ...OPTIONS,
      fixed: { CurrencySymbol: '$' },
      keyType: 'URL',
      missing: 'send',
    });
    expect(addOn.saved).toEqual([
      {
        mapping: { City: { kind: 'column', header: 'Town' }, CurrencySymbol: { kind: 'fixed', value: '$' } },
        unmapped: ['ZIP'],
        keyTypes: ['URL'],
        missing: 'send',
        ifEmpty: {},
      },
    ]);
  });

  test('a fixed value for something that is no field is refused', async () => {
    const addOn = addOnWith({ total: 0, perCall: 0, deletes: 0 });
    expect(await applySettings(addOn, MAPPING, { ...OPTIONS, fixed: { Currency: '$' } })).toEqual({
      ok: false,
      message: '--fixed names Currency, which is no field; the fields are CurrencySymbol, City.',
    });
    expect(addOn.saved).toEqual([]);
  });
});
