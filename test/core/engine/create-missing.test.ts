/** Whole runs that create what the platform does not have: what is sent, and that nothing is ever created twice by itself. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Batch } from '../../../src/core/actions/batch.ts';
import { NO_ANSWERS } from '../../../src/core/actions/field-answers.ts';
import { MOST_OPEN_CREATES, type OpenCreates } from '../../../src/core/actions/open-creates.ts';
import { deadlinesOf } from '../../../src/core/engine/deadlines.ts';
import type { Execution } from '../../../src/core/engine/execution.ts';
import { beginRun } from '../../../src/core/engine/run.ts';
import type { WaveAnswer } from '../../../src/core/engine/send-queue.ts';
import type { ApiAnswer } from '../../../src/core/platform/read-answer.ts';
import type { Action } from '../../../src/core/words/actions.ts';
import { sequencesTried } from '../sequences.ts';
import { runRecord } from './records.ts';
import { SERIAL } from './rows.ts';
import {
  error,
  freshRows,
  OWN,
  openStage,
  plannedRows,
  play,
  type Script,
  type SheetRow,
  type Stage,
} from './stage.ts';

const EXECUTION: Execution = {
  deadlines: deadlinesOf(0, 'unwatched'),
  requestsAtOnce: 20,
  fieldAnswers: () => NO_ANSWERS,
  deleteSecret: '',
  whyNoDeletes: () => '',
  own: OWN,
};

/** What may become of a create: done and said; done, and the answer lost; lost on the way; or refused for now. */
type CreateFate = 'done' | 'answerLost' | 'requestLost' | 'busy';

/** A platform with listings by MLS number, that remembers what it was asked. */
interface Market {
  readonly listings: Map<string, string>;
  /** MLS numbers of the creates that it was sent, in order, and whether their answers were clear. */
  readonly creates: { readonly mlsNumber: string; readonly isClear: boolean }[];
  /** How many looks do not show a listing yet that is created from now on. */
  readonly looksBehind: number;
  /** By MLS number, how many looks do not show it yet. */
  readonly behind: Map<string, number>;
  fates: readonly CreateFate[];
  /** What a look-up answers instead. */
  lookUp?: WaveAnswer | undefined;
}

function openMarket(change: Partial<Market> = {}): Market {
  return { listings: new Map(), creates: [], looksBehind: 0, behind: new Map(), fates: [], ...change };
}

function answered(value: ApiAnswer): WaveAnswer {
  return { result: { ok: true, value }, isRepeated: false };
}

function answerOf(market: Market, { call }: Batch): WaveAnswer | undefined {
  switch (call.endpoint) {
    case 'updateListing': {
      const { Key, KeyType } = JSON.parse(call.bodyText) as { readonly Key: string; readonly KeyType: string };
      const isThere =
        KeyType === 'NewOaks' ? [...market.listings.values()].includes(Key) : look(market, Key) !== undefined;
      return answered({ endpoint: 'updateListing', updatedCount: isThere ? 1 : 0 });
    }
    case 'listListings': {
      if (market.lookUp !== undefined) return market.lookUp;
      const key = look(market, call.body.MLSNumber ?? '');
      const listings = key === undefined ? [] : [{ key, values: { MLSNumber: call.body.MLSNumber } }];
      return answered({ endpoint: 'listListings', page: { listings } });
    }
    case 'createListing':
      return create(market, call.bodyText);
    default:
      return undefined;
  }
}

/** The key of a listing, once what looks at it is not behind any more. */
function look({ listings, behind }: Market, mlsNumber: string): string | undefined {
  const left = behind.get(mlsNumber) ?? 0;
  behind.set(mlsNumber, Math.max(0, left - 1));
  return left === 0 ? listings.get(mlsNumber) : undefined;
}

function create(market: Market, bodyText: string): WaveAnswer {
  const body = JSON.parse(bodyText) as Readonly<Record<string, unknown>>;
  expect(Object.keys(body)).not.toContain('Key');
  const mlsNumber = String(body.MLSNumber);
  const fate = market.fates[market.creates.length] ?? 'done';
  market.creates.push({ mlsNumber, isClear: fate === 'done' || fate === 'busy' });
  if (fate === 'done' || fate === 'answerLost') {
    market.listings.set(mlsNumber, `NO-${market.creates.length}`);
    market.behind.set(mlsNumber, market.looksBehind);
  }
  if (fate === 'busy') return error('rateLimited');
  return fate === 'done' ? answered({ endpoint: 'createListing' }) : error('network');
}

/** A row's key is its MLS number, which the body of the stage has not: the market reads it from there. */
function withNumbers(stage: Stage, action: Action) {
  return plannedRows(stage, action).map((row) => {
    if (row.kind === 'settled' || row.send.operation.kind !== 'update') return row;
    const { operation } = row.send;
    const bodyText = JSON.stringify({ ...(JSON.parse(operation.bodyText) as object), MLSNumber: operation.key });
    return { ...row, send: { ...row.send, operation: { ...operation, bodyText } } };
  });
}

interface RunOptions {
  readonly action?: Action;
  readonly runId?: string;
  readonly openCreates?: OpenCreates;
  readonly script?: Script;
  /** The execution is killed after so many commands. */
  readonly mostCommands?: number;
  readonly chunkSize?: number;
}

function run(market: Market, rows: readonly SheetRow[], options: RunOptions = {}): Stage {
  const { action = 'create', runId = 'run-1', openCreates = {}, script = {}, mostCommands, chunkSize = 10 } = options;
  const stage = openStage(rows, { ...script, openCreates, answer: (batch) => answerOf(market, batch) });
  const record = runRecord({
    runId,
    action,
    startedAtMs: 0,
    lastSignOfLifeMs: 0,
    isExecuting: true,
    counts: {},
    chunkSize,
    waveWidth: 10,
    total: rows.length,
    requests: 0,
    retries: 0,
  });
  try {
    play(beginRun({ record, planned: withNumbers(stage, action) }, EXECUTION), stage, mostCommands);
  } catch (exception) {
    if (mostCommands === undefined) throw exception;
  }
  return stage;
}

function outcomes({ rows }: Stage): readonly string[] {
  return rows.map(({ cells }) => `${cells.status}: ${cells.detail}`);
}

function sends({ log }: Stage): readonly string[] {
  return log.filter((line) => /^(send|note|forget)/.test(line));
}

describe('a listing that the platform does not have', () => {
  test('is looked up by its MLS number, noted, created once, and its note ends when its outcome is written', () => {
    const market = openMarket();
    const stage = run(market, freshRows('A1'));
    expect(sends(stage)).toEqual(['send A1', 'send lookUp A1', 'note A1: begun', 'send create A1', 'forget A1']);
    expect(stage.log.indexOf('forget A1')).toBeGreaterThan(
      stage.log.findIndex((line) => line.startsWith('write 2 Upd')),
    );
    expect(outcomes(stage)).toEqual(['Updated: Created: the platform had no listing with the MLS number A1.']);
    expect(stage.openCreates()).toEqual({});
  });

  test('is Unchanged in the next run, and updated when it changes', () => {
    const market = openMarket();
    const first = run(market, freshRows('A1'));
    const second = run(market, first.rows, { runId: 'run-2', script: { ledger: first.ledger() } });
    expect(sends(second)).toEqual([]);
  });

  test('is updated by the key that the look-up finds', () => {
    const market = openMarket({ lookUp: answered(listed('NO-7')) });
    market.listings.set('other', 'NO-7');
    const stage = run(market, freshRows('A1'));
    expect(sends(stage)).toEqual(['send A1', 'send lookUp A1', 'send NO-7', 'forget A1']);
    expect(outcomes(stage)).toEqual([
      'Updated: Updated by the key that the platform lists for its MLS number: the row’s own key found nothing.',
    ]);
  });

  test('is not looked up in a tab that creates nothing', () => {
    const market = openMarket();
    const stage = run(market, freshRows('A1'), { action: 'sync' });
    expect(sends(stage)).toEqual(['send A1']);
    expect(outcomes(stage)).toEqual([
      'Not found: The platform has no listing with the MLS number A1. Create it there first, or correct the key. Mapping › Tab settings can let this tab create such listings.',
    ]);
  });
});

function listed(...keys: readonly string[]): ApiAnswer {
  const listings = keys.map((key) => ({ key, values: { MLSNumber: 'A1' } }));
  return { endpoint: 'listListings', page: { listings } };
}

describe('nothing is created on an answer that does not say that the listing is missing', () => {
  test.each([
    ['two listings with the number', answered(listed('NO-1', 'NO-2')), 'but it lists 2 listings with that number'],
    ['a listing without a key', answered(listed('')), 'where it is listed without a key'],
    [
      'others, as if it had not heeded the filter',
      answered({ endpoint: 'listListings', page: { listings: [{ key: 'NO-1', values: { MLSNumber: 'A10' } }] } }),
      'but it answered with other listings',
    ],
    [
      'an empty page of some',
      answered({ endpoint: 'listListings', page: { listings: [], total: 3 } }),
      'but its list is empty although it counts some',
    ],
    ['what cannot be read', answered({ endpoint: 'listListings', page: undefined }), 'but its list could not be read'],
  ])('%s', (_, lookUp, words) => {
    const market = openMarket({ lookUp });
    const stage = run(market, freshRows('A1'));
    expect(market.creates).toEqual([]);
    expect(stage.rows[0]?.cells.status).toBe('Not found');
    expect(stage.rows[0]?.cells.detail).toContain(words);
  });

  test('a key that may not look up stops creating, and not the run; it is not asked again', () => {
    const market = openMarket({ lookUp: error('unauthorized') });
    market.listings.set('C3', 'NO-3');
    const stage = run(market, freshRows('A1', 'B2', 'C3', 'D4'), { chunkSize: 2 });
    expect(stage.rows.map(({ cells }) => cells.status)).toEqual(['Not found', 'Not found', 'Updated', 'Not found']);
    expect(stage.rows[3]?.cells.detail).toContain('the key may not do that');
    expect(sends(stage).filter((line) => line.includes('lookUp'))).toEqual(['send lookUp A1, lookUp B2']);
    expect(stage.log.at(-1)).toBe('conclude: finished');
  });
});

describe('a create without a clear answer', () => {
  test('is looked up, and confirmed by an update where it is found', () => {
    const market = openMarket({ fates: ['answerLost'] });
    const stage = run(market, freshRows('A1'));
    expect(sends(stage).slice(3)).toEqual(['send create A1', 'send lookUp A1', 'send NO-1', 'forget A1']);
    expect(stage.rows[0]?.cells.status).toBe('Updated');
  });

  test('is Unconfirmed where it is not found, run after run, and sent again by nobody', () => {
    const market = openMarket({ fates: ['requestLost'] });
    const first = run(market, freshRows('A1'));
    expect(first.rows[0]?.cells.status).toBe('Unconfirmed');
    expect(first.rows[0]?.cells.detail).toContain('It is not created again by itself');
    expect(first.openCreates()).toEqual({ [SERIAL]: [{ mlsNumber: 'A1', atMs: expect.any(Number) }] });
    const second = run(market, first.rows, { runId: 'run-2', openCreates: first.openCreates() });
    expect(sends(second)).toEqual(['send A1', 'send lookUp A1', 'note A1: open']);
    expect(second.rows[0]?.cells.status).toBe('Unconfirmed');
    // Another row, another tab: it is the listing that counts.
    const copy = run(market, freshRows('A1'), { runId: 'run-3', openCreates: second.openCreates() });
    expect(copy.rows[0]?.cells.status).toBe('Unconfirmed');
    expect(market.creates).toHaveLength(1);
  });

  test('ends when a later update finds the listing', () => {
    const market = openMarket({ fates: ['answerLost'], looksBehind: 1 });
    const first = run(market, freshRows('A1'));
    expect(first.rows[0]?.cells.status).toBe('Unconfirmed');
    const second = run(market, first.rows, { runId: 'run-2', openCreates: first.openCreates() });
    expect(second.rows[0]?.cells.status).toBe('Updated');
    expect(second.openCreates()).toEqual({});
    expect(market.creates).toHaveLength(1);
  });

  test('a create that the platform was too busy for did not arrive and is sent again', () => {
    const market = openMarket({ fates: ['busy', 'done'] });
    const stage = run(market, freshRows('A1'));
    expect(market.creates).toHaveLength(2);
    expect(stage.rows[0]?.cells.status).toBe('Updated');
  });
});

test('more creates than can be noted at once go in turns, each once', () => {
  const keys = Array.from({ length: MOST_OPEN_CREATES + 30 }, (_, index) => `A${index}`);
  const market = openMarket();
  const stage = run(market, freshRows(...keys), { chunkSize: keys.length });
  expect(stage.rows.every(({ cells }) => cells.status === 'Updated')).toBe(true);
  expect(new Set(market.creates.map(({ mlsNumber }) => mlsNumber)).size).toBe(keys.length);
  expect(market.creates).toHaveLength(keys.length);
});

test('where so many are open that none can be noted, the row says what to do', () => {
  const open = Array.from({ length: MOST_OPEN_CREATES }, (_, index) => ({ mlsNumber: `X${index}`, atMs: 0 }));
  const market = openMarket();
  const stage = run(market, freshRows('A1'), { openCreates: { [SERIAL]: open } });
  expect(market.creates).toEqual([]);
  expect(outcomes(stage)[0]).toMatch(/^Failed: Not created: too many/);
});

test('whatever is lost, killed or late, no create follows one that had no clear answer', () => {
  const fates = fc.array(fc.constantFrom<CreateFate>('done', 'answerLost', 'requestLost', 'busy'), { maxLength: 8 });
  const runs = fc.array(
    fc.record({
      kill: fc.integer({ min: 1, max: 60 }),
      isKilled: fc.boolean(),
      listsBehind: fc.integer({ min: 0, max: 4 }),
    }),
    { minLength: 2, maxLength: 5 },
  );
  fc.assert(
    fc.property(fates, runs, fc.nat({ max: 6 }), fc.boolean(), (dealt, plan, looksBehind, losesRows) => {
      const market = openMarket({ fates: dealt, looksBehind });
      let rows = freshRows('A1', 'B2', 'C3');
      let openCreates: OpenCreates = {};
      /** Creates of which no execution that lived on has seen a clear answer. */
      let seen = 0;
      const unclear = new Set<string>();
      plan.forEach(({ kill, isKilled }, index) => {
        const stage = run(market, rows, {
          runId: `run-${index + 1}`,
          openCreates,
          chunkSize: 2,
          ...(isKilled && { mostCommands: kill }),
        });
        for (const { mlsNumber, isClear } of market.creates.slice(seen)) {
          expect(unclear.has(mlsNumber)).toBe(false);
          if (!isClear) unclear.add(mlsNumber);
        }
        seen = market.creates.length;
        ({ rows } = stage);
        openCreates = stage.openCreates();
        // A kill between a create and its outcome makes it as good as unanswered.
        for (const { mlsNumber } of openCreates[SERIAL] ?? []) unclear.add(mlsNumber);
        if (losesRows) rows = freshRows('A1', 'B2', 'C3');
      });
    }),
    { numRuns: sequencesTried(80) },
  );
});
