import { describe, expect, test } from 'vitest';
import {
  answerFor,
  formatFieldAnswers,
  type MissingFields,
  NO_ANSWERS,
  parseFieldAnswers,
  refusedFieldsOf,
  withAccepted,
  withRefused,
} from '../../../src/core/actions/field-answers.ts';

const DAY_MS = 24 * 3_600_000;
const refusal = (...fields: MissingFields) => ({ fields, words: 'No.', atMs: 0 });
const ANSWERS = withRefused(withAccepted(NO_ANSWERS, ['LotArea', 'ParkingSpots']), refusal('YearBuilt'));

describe('an answer counts for', () => {
  test.each<[string, MissingFields, string]>([
    ['as much', ['LotArea', 'ParkingSpots'], 'accepted'],
    ['less', ['ParkingSpots'], 'accepted'],
    ['nothing left out at all', [], 'accepted'],
    ['what is refused', ['YearBuilt'], 'refused'],
    ['more than that', ['YearBuilt', 'LotArea', 'BuildingArea'], 'refused'],
    ['nothing else', ['LotArea', 'BuildingArea'], 'unknown'],
    ['nothing else, though it be small', ['BuildingArea'], 'unknown'],
  ])('%s', (_title, missing, kind) => {
    expect(answerFor(missing, ANSWERS).kind).toBe(kind);
  });

  test('nothing any more once the platform says otherwise', () => {
    const refusedNow = withRefused(ANSWERS, refusal('ParkingSpots'));
    expect(answerFor(['LotArea', 'ParkingSpots'], refusedNow).kind).toBe('refused');
    expect(answerFor(['LotArea'], refusedNow).kind).toBe('unknown');
    const takenNow = withAccepted(ANSWERS, ['YearBuilt', 'BuildingArea']);
    expect(answerFor(['YearBuilt'], takenNow).kind).toBe('accepted');
  });
});

test('the platform is quoted, not the sentence that tells of it', () => {
  const words = 'The platform refused it (code 400) with the message "LotArea is required"';
  const { refused } = withRefused(NO_ANSWERS, { fields: ['LotArea'], words, atMs: 0 });
  expect(refused[0]?.words).toBe('LotArea is required');
});

describe('a refusal of a listing without lot and parking is about', () => {
  test.each<[string, MissingFields | undefined]>([
    ['ParkingSpots is required', ['ParkingSpots']],
    ['LotArea is required; ParkingSpots is required', ['LotArea', 'ParkingSpots']],
    ['The field parking spots must not be null', ['ParkingSpots']],
    ['Missing required parameter(s)', ['LotArea', 'ParkingSpots']],
    ['Bedrooms must be a number, not "3"', undefined],
    ['Status must be one of Active, PreOnMarket, Sold', undefined],
    ['This record was refused by the platform.', undefined],
    ['Bedrooms is required; LotArea is required', ['LotArea']],
  ])('%s', (message, fields) => {
    expect(refusedFieldsOf(['LotArea', 'ParkingSpots'], message)).toEqual(fields);
  });
});

describe('the answers are kept', () => {
  test('for each chatbot', () => {
    const text = formatFieldAnswers(formatFieldAnswers(null, 'one', ANSWERS), 'two', NO_ANSWERS);
    expect(parseFieldAnswers(text, 'one', 0)).toEqual(ANSWERS);
    expect(parseFieldAnswers(text, 'two', 0)).toEqual(NO_ANSWERS);
    expect(parseFieldAnswers(text, 'three', 0)).toEqual(NO_ANSWERS);
    expect(parseFieldAnswers('[{"chatbotId":"one"}]', 'one', 0)).toEqual(NO_ANSWERS);
  });

  test('and a refusal is asked about again after a month', () => {
    const text = formatFieldAnswers(null, 'one', ANSWERS);
    expect(answerFor(['YearBuilt'], parseFieldAnswers(text, 'one', 29 * DAY_MS)).kind).toBe('refused');
    expect(answerFor(['YearBuilt'], parseFieldAnswers(text, 'one', 30 * DAY_MS)).kind).toBe('unknown');
  });

  test('within what a property holds', () => {
    const fields: MissingFields = ['YearBuilt', 'DaysOnMarket', 'LotArea', 'BuildingArea', 'AreaUnit', 'ParkingSpots'];
    let answers = NO_ANSWERS;
    for (let count = 0; count < 64; count += 1) {
      const set = fields.filter((_field, bit) => ((count >> bit) & 1) === 1);
      if (set.length === 3) answers = withAccepted(answers, set);
      if (set.length === 4) answers = withRefused(answers, { fields: set, words: 'x'.repeat(5_000), atMs: 0 });
    }
    expect(formatFieldAnswers(null, 'c'.repeat(32), answers).length).toBeLessThan(9_000);
  });
});
