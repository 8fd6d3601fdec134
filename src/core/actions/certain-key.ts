/** Finds the listing that a row is about, or says why that is not certain. */

import { type FieldName, fieldDefinition } from '../listing/fields.ts';
import type { ListingReading } from '../listing/listing-reading.ts';
import { clipText } from '../terms/clip-text.ts';
import { failure, type Result, success } from '../terms/result.ts';
import { KEY_FIELDS, type ListingKey, listingKeyOf } from './listing-key.ts';
import type { ListingTab } from './listing-tab.ts';
import type { Step } from './row-planner.ts';
import { firstColumn, settledStep } from './settled-step.ts';

/** The row's key; without one, or in doubt whether it is the row's own, the outcome that says so. */
export function certainKey(reading: ListingReading, tab: ListingTab): Result<ListingKey, Step> {
  const key = listingKeyOf(reading.values, tab.settings.keyTypes);
  if (key === undefined) return failure(keylessStep(reading, tab));
  const doubt = doubtOf(key, reading, tab);
  return doubt === undefined ? success(key) : failure(doubt);
}

/** Why a key may not be the row's own: a key that counts more cannot be read, or another row has this one as well. */
function doubtOf(key: ListingKey, { problems }: ListingReading, tab: ListingTab): Step | undefined {
  const better = tab.betterKeys[key.keyType];
  if (better.length === 0) return undefined;
  const problem = problems.find(({ field }) => better.includes(field));
  if (problem !== undefined) return settledStep('Invalid', problem.message, tab.columnOf(problem.field));
  const sharing = tab.rowSharing(key);
  if (sharing === undefined) return undefined;
  const label = fieldDefinition(KEY_FIELDS[key.keyType]).label;
  const missing = better.map((field) => fieldDefinition(field).label).join(' or ');
  return settledStep(
    'Invalid',
    `${label}: “${clipText(key.key, 80)}” stands in row ${sharing} too, so it does not say which listing is meant. Fill ${missing} in this row.`,
    tab.columnOf(KEY_FIELDS[key.keyType]),
  );
}

function keylessStep({ problems }: ListingReading, tab: ListingTab): Step {
  const fields: readonly FieldName[] = tab.settings.keyTypes.map((keyType) => KEY_FIELDS[keyType]);
  const [problem] = problems.filter((one) => fields.includes(one.field));
  if (problem !== undefined) return settledStep('Invalid', problem.message, tab.columnOf(problem.field));
  const labels = fields
    .filter((field) => tab.columnOf(field) !== undefined)
    .map((field) => fieldDefinition(field).label);
  return settledStep(
    'Invalid',
    `The row has no key: ${labels.join(' and ')} ${labels.length === 1 ? 'is' : 'are'} empty.`,
    firstColumn(fields, tab),
  );
}
