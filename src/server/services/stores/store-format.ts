/** Sees to it that what the file keeps has the form that this code knows, before anything is done with it. */
import { FORMAT_PROPERTY, formatStanding, migrationOf } from '../../../core/settings/store-format.ts';
import { hasRoomFor } from '../../../core/settings/store-room.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { withDocumentLock } from '../document-lock.ts';
import { documentProperties, type FileProperties, readFileProperties } from './document-store.ts';

/** Whether the file was used by a newer version, in what was read of its store already. */
export function isOfNewerVersion(stored: FileProperties): boolean {
  return formatStanding(stored[FORMAT_PROPERTY]) === 'newer';
}

/**
 * Brings an older store to today's form, under the lock; says no to a newer one, of which nothing may be changed. One read where
 * there is nothing to do, and none where the store was read already.
 */
export function settleFormat(read?: FileProperties): Result<null, Failure> {
  const standing = formatStanding(read?.[FORMAT_PROPERTY] ?? documentProperties().getProperty(FORMAT_PROPERTY));
  if (standing === 'current') return success(null);
  return standing === 'newer' ? failure(failures.newerStore()) : withDocumentLock(migrate);
}

/** Somebody may have been faster. */
function migrate(): Result<null, Failure> {
  const stored = readFileProperties();
  const standing = formatStanding(stored[FORMAT_PROPERTY]);
  if (standing === 'newer') return failure(failures.newerStore());
  if (standing === 'current') return success(null);
  const { values, gone } = migrationOf(stored, new Date().toISOString().slice(0, 10));
  if (!hasRoomFor(stored, values)) return failure(failures.storeFull());
  // All at once: a store is of one form.
  documentProperties().setProperties({ ...values });
  for (const name of gone) documentProperties().deleteProperty(name);
  return success(null);
}
