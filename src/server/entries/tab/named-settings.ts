/** Saves settings under a name, or forgets a name. */
import type { NamedSettingsInput } from '../../../core/contract/server-functions.ts';
import { MOST_NAMED, type NamedSettings } from '../../../core/settings/named-settings.ts';
import type { Failure } from '../../../core/terms/failure.ts';
import { failure, type Result, success } from '../../../core/terms/result.ts';
import { failures } from '../../../core/words/failures.ts';
import { forgetNamedSettings, readNamedSettings, saveNamedSettings } from '../../services/stores/settings-store.ts';
import { isOnlyViewer } from '../../services/viewer.ts';

/** Answers with all that have a name afterwards. */
export function keepNamedSettings({ name, settings }: NamedSettingsInput): Result<readonly NamedSettings[], Failure> {
  if (isOnlyViewer()) return failure(failures.onlyViewer());
  if (settings === undefined) {
    forgetNamedSettings(name);
    return success(readNamedSettings());
  }
  const others = readNamedSettings().filter((one) => one.name !== name);
  if (others.length >= MOST_NAMED) return failure(failures.tooManyNamed(MOST_NAMED));
  const saved = saveNamedSettings({ name, settings });
  return saved.ok ? success(readNamedSettings()) : saved;
}
