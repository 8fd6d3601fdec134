import { describe, expect, test } from 'vitest';
import { type BrakeVerdict, brake, type DeleteLoad } from '../../../src/core/engine/brake.ts';

const load: DeleteLoad = { recentDeletes: 0, deletes: 1, confirmed: 100, rows: 100, agreedRows: 100 };

describe('deletes that nobody is asked about', () => {
  test.each<[string, Partial<DeleteLoad>, BrakeVerdict]>([
    ['none is no reason to brake, however small the tab', { deletes: 0, rows: 1 }, { kind: 'free' }],
    ['a tenth of the confirmed listings may go', { deletes: 10 }, { kind: 'free' }],
    ['more may not', { deletes: 11 }, { kind: 'tooMany', allowed: 10 }],
    ['nor together with those of the last day', { deletes: 6, recentDeletes: 5 }, { kind: 'tooMany', allowed: 10 }],
    ['three may go of a small tab', { deletes: 3, confirmed: 4 }, { kind: 'free' }],
    ['four may not', { deletes: 4, confirmed: 4 }, { kind: 'tooMany', allowed: 3 }],
    ['never more than twenty', { deletes: 21, confirmed: 10_000 }, { kind: 'tooMany', allowed: 20 }],
    ['none from a tab that lost half of its rows', { rows: 50 }, { kind: 'shrunk', share: 0.5 }],
    ['seven tenths of the rows are enough', { rows: 70 }, { kind: 'free' }],
    ['where nobody has agreed to a size, the size says nothing', { rows: 1, agreedRows: 0 }, { kind: 'free' }],
  ])('%s', (_, change, verdict) => expect(brake({ ...load, ...change })).toEqual(verdict));
});
