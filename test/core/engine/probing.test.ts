/** Whole runs over listings that leave out required fields: who is asked about, in which order, and what becomes of the others. */
import { describe, expect, test } from 'vitest';
import type { Batch } from '../../../src/core/actions/batch.ts';
import {
  type FieldAnswers,
  type MissingFields,
  NO_ANSWERS,
  withAccepted,
  withRefused,
} from '../../../src/core/actions/field-answers.ts';
import { deadlinesOf } from '../../../src/core/engine/deadlines.ts';
import type { PlannedRow } from '../../../src/core/engine/plan-rows.ts';
import { beginRun } from '../../../src/core/engine/run.ts';
import type { WaveAnswer } from '../../../src/core/engine/send-queue.ts';
import { runRecord } from './records.ts';
import { error, freshRows, OWN, openStage, plannedRows, play, well } from './stage.ts';

/** Letters for what a row leaves out: `PL` is a row without parking spots and lot. */
const FIELDS: Readonly<Record<string, MissingFields[number]>> = {
  P: 'ParkingSpots',
  L: 'LotArea',
  B: 'BuildingArea',
  Y: 'YearBuilt',
  D: 'DaysOnMarket',
  U: 'Url',
  R: 'Bedrooms',
};

const fieldsOf = (letters: string): MissingFields => [...letters].flatMap((letter) => FIELDS[letter] ?? []);

function missingOf({ rows }: Batch): MissingFields {
  const [row] = rows;
  return row?.operation.kind === 'update' ? (row.operation.missing ?? []) : [];
}

/** A platform that requires these fields and names each that is not there. */
const requiring =
  (required: string) =>
  (batch: Batch): WaveAnswer | undefined => {
    const names = missingOf(batch).filter((field) => fieldsOf(required).includes(field));
    return names.length === 0 ? undefined : refusing(names.map((name) => `${name} is required`).join('; '));
  };

const refusing = (message: string): WaveAnswer => ({
  isRepeated: false,
  result: { ok: false, error: { kind: 'refused', message } },
});

interface Told {
  /** The rows of each wave, by what they leave out. */
  readonly waves: readonly string[];
  readonly statuses: Readonly<Record<string, number>>;
  readonly details: readonly string[];
  readonly answers: FieldAnswers;
  readonly log: readonly string[];
}

/** Runs rows that leave out what their letters say. */
function runOf(
  sets: readonly string[],
  answer: (batch: Batch) => WaveAnswer | undefined,
  known: FieldAnswers = NO_ANSWERS,
  chunkSize = 100,
): Told {
  const stage = openStage(freshRows(...sets.map((_set, index) => `K${index + 2}`)), { answer });
  const planned = plannedRows(stage).map((row, index): PlannedRow => {
    const missing = fieldsOf(sets[index] ?? '');
    if (row.kind === 'settled' || row.send.operation.kind !== 'update' || missing.length === 0) return row;
    return { ...row, send: { ...row.send, operation: { ...row.send.operation, missing } } };
  });
  const execution = {
    deadlines: deadlinesOf(stage.nowMs(), 'unwatched'),
    requestsAtOnce: 20,
    deleteSecret: '',
    whyNoDeletes: () => '',
    own: OWN,
    fieldAnswers: () => known,
  };
  const record = runRecord({
    counts: {},
    requests: 0,
    chunkSize,
    waveWidth: 10,
    total: sets.length,
    isExecuting: true,
  });
  const began = play(beginRun({ record, planned }, execution), stage);
  if (!began.ok) throw new Error(began.error.message);
  const saved = stage.commands.flatMap((command) => (command.kind === 'saveFieldAnswers' ? [command.answers] : []));
  return {
    waves: stage.log
      .filter((line) => line.startsWith('send '))
      .map((line) => line.slice(5).replace(/K(\d+)/g, (_key, rowNumber) => sets[Number(rowNumber) - 2] || '-')),
    statuses: { ...began.value.record.counts },
    details: stage.rows.map(({ cells }) => cells.detail),
    answers: saved[saved.length - 1] ?? known,
    log: stage.log,
  };
}

describe('the first run that leaves out a required field', () => {
  test('asks with one row, and the others follow where it is taken', () => {
    const { waves, statuses, answers } = runOf(['P', 'P', '', 'P'], requiring(''));
    expect(waves).toEqual(['P', 'P, -, P']);
    expect(statuses).toEqual({ Updated: 4 });
    expect(answers.accepted).toEqual([['ParkingSpots']]);
  });

  test('holds the others with the platform’s words where it is refused', () => {
    const { waves, statuses, details } = runOf(['P', 'P', '', 'PL'], requiring('P'));
    expect(waves).toEqual(['P', '-']);
    expect(statuses).toEqual({ Rejected: 1, Invalid: 2, Updated: 1 });
    expect(details[1]).toBe(
      'The platform takes no listing without Parking spots; it said: “ParkingSpots is required”. Fill the cells, or set a fixed value or 0 under Mapping.',
    );
    expect(details[3]).toBe(details[1]);
  });

  test('asks for least first, and after an acceptance for what lets most rows follow', () => {
    const sets = ['PLB', ...Array(6).fill('PL'), 'PLBR', 'P', 'PB', 'PB'];
    const { waves, statuses } = runOf(sets, requiring('R'));
    expect(waves.slice(0, 4)).toEqual(['P', 'PLBR', 'PL', 'PLB']);
    expect(statuses).toEqual({ Updated: 10, Rejected: 1 });
  });

  test('asks five times at most, and says of the others that they wait for the next run', () => {
    const sets = ['P', 'L', 'B', 'Y', 'D', 'U', ''];
    const first = runOf(sets, requiring(''));
    expect(first.statuses).toEqual({ Updated: 6, Skipped: 1 });
    expect(first.details[5]).toContain('without Listing URL, and a run asks 5 times at most. Run again');
    const second = runOf(sets, requiring(''), first.answers);
    expect(second.statuses).toEqual({ Updated: 7 });
    expect(second.waves[0]).toBe('U');
  });

  test('counts its questions over chunks', () => {
    const sets = ['P', 'L', 'B', 'Y', 'D', 'U'].flatMap((set) => Array(6).fill(set));
    const { statuses } = runOf(sets, requiring(''), NO_ANSWERS, 10);
    expect(statuses).toEqual({ Updated: 30, Skipped: 6 });
  });

  test('asks for a set that comes later in the tab before its rows are due', () => {
    const sets = [...Array(40).fill(''), 'P', 'P'];
    const { waves } = runOf(sets, requiring(''), NO_ANSWERS, 10);
    expect(waves[0]).toBe('P');
  });
});

describe('no answer is', () => {
  test.each<[string, () => WaveAnswer]>([
    ['that there is no such listing', () => notFound()],
    ['a refusal that names another field', () => refusing('Bathrooms must be a number')],
    ['a refusal without a reason', () => refusing('This record was refused by the platform.')],
  ])('%s: the next row of the set asks', (_title, unhelpful) => {
    let first = true;
    const { waves, statuses, answers } = runOf(['P', 'P', 'P'], () => {
      if (!first) return undefined;
      first = false;
      return unhelpful();
    });
    expect(waves).toEqual(['P', 'P', 'P']);
    expect(statuses.Updated).toBe(2);
    expect(answers.refused).toEqual([]);
  });

  test('an outage: the row is tried again, and others do not wait for it', () => {
    const { waves, statuses, answers } = runOf(['P', 'P', ''], (batch) =>
      batch.rows[0]?.rowNumber === 2 ? error('server') : undefined,
    );
    expect(waves[0]).toBe('P');
    expect(waves.filter((wave) => wave === '-' || wave.includes('-'))).toHaveLength(1);
    expect(statuses).toEqual({ Failed: 1, Updated: 2 });
    expect(answers.accepted).toEqual([['ParkingSpots']]);
  });
});

describe('what is known already', () => {
  test('is not asked again', () => {
    const { waves, statuses } = runOf(['P', 'PL', 'L'], requiring(''), withAccepted(NO_ANSWERS, fieldsOf('PL')));
    expect(waves).toEqual(['P, PL, L']);
    expect(statuses).toEqual({ Updated: 3 });
  });

  test('and refused is never sent', () => {
    const refusal = { fields: fieldsOf('P'), words: 'ParkingSpots is required', atMs: 0 };
    const { waves, statuses } = runOf(['P', 'PL', ''], requiring('P'), withRefused(NO_ANSWERS, refusal));
    expect(waves).toEqual(['-']);
    expect(statuses).toEqual({ Invalid: 2, Updated: 1 });
  });

  test('gives way to what the platform says now', () => {
    const sets = Array(40).fill('P');
    const { statuses, answers } = runOf(sets, requiring('P'), withAccepted(NO_ANSWERS, fieldsOf('P')));
    expect(answers).toMatchObject({ accepted: [], refused: [{ fields: ['ParkingSpots'] }] });
    expect(statuses).toEqual({ Rejected: 10, Invalid: 30 });
  });
});

test('a run in which nothing is left out asks nobody and keeps nothing', () => {
  const { waves, log } = runOf(['', '', ''], well);
  expect(waves).toEqual(['-, -, -']);
  expect(log.some((line) => line.startsWith('keep'))).toBe(false);
});

function notFound(): WaveAnswer {
  return { isRepeated: false, result: { ok: true, value: { endpoint: 'updateListing', updatedCount: 0 } } };
}
