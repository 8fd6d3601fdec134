/** Random changes that people make to a tab. */
import fc from 'fast-check';
import { type HandChange, LOOSE_HEADERS } from './hand-changes.ts';
import { OWN_HEADERS } from './tab-texts.ts';

const pick = fc.nat({ max: 40 });

/** Any change; those that end the run are rarer. */
export const handChange: fc.Arbitrary<HandChange> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('sort' as const), pick, isAscending: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('insertRows' as const), pick, count: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('insertAboveHeader' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('deleteRow' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hideRow' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('filter' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('moveColumn' as const), pick, before: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('moveOwnColumn' as const),
      header: fc.constantFrom(...OWN_HEADERS),
      before: pick,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('insertColumn' as const), pick }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('renameTab' as const), name: fc.constantFrom('Spring', '=1+1') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('renameHeader' as const), name: fc.constantFrom(...LOOSE_HEADERS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('editDescription' as const),
      pick,
      version: fc.integer({ min: 2, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('breakCell' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('changeKey' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clearStatus' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('copyRow' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clearFormats' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('protectStatus' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('deleteOwnColumn' as const), header: fc.constantFrom(...OWN_HEADERS) }),
  },
);
