import { describe, expect, test } from 'vitest';
import { cutOffAtHalf } from '../../bench/performance.ts';
import { reportOf } from './reports.ts';

const FETCH = 'UrlFetchApp.fetch';

describe('cutOffAtHalf', () => {
  test('is the call after the first request of the second half', () => {
    const trace = ['Range.getValues', FETCH, 'a', FETCH, 'b', FETCH, 'c', 'd'];
    expect(cutOffAtHalf([reportOf(trace)])).toEqual({ executionIndex: 0, serviceCallNumber: 7 });
  });

  test('falls into the execution during which half of the time has passed', () => {
    const sending = [FETCH, 'a', FETCH, 'b'];
    const reports = [reportOf(sending), reportOf(sending, { virtualMs: 4000 })];
    expect(cutOffAtHalf(reports)).toEqual({ executionIndex: 1, serviceCallNumber: 4 });
  });

  test('moves on to the next execution when the rest of the one sends nothing', () => {
    const reports = [reportOf(['a', 'b', 'c', 'd'], { virtualMs: 5000 }), reportOf([FETCH, 'a'])];
    expect(cutOffAtHalf(reports)).toEqual({ executionIndex: 1, serviceCallNumber: 2 });
  });

  test('is the call after the last request when all of them were answered before', () => {
    const reports = [reportOf([FETCH, 'a', FETCH, 'b', 'c', 'd', 'e', 'f', 'g'], { virtualMs: 5000 })];
    expect(cutOffAtHalf(reports)).toEqual({ executionIndex: 0, serviceCallNumber: 4 });
  });

  test('does not exist when nothing is sent', () => {
    expect(cutOffAtHalf([reportOf(['a', 'b'])])).toBeUndefined();
    expect(cutOffAtHalf([])).toBeUndefined();
  });
});
