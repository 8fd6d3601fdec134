/**
 * Keeps what runs for a person without anybody watching, in their own properties, by file: a published add-on has one store of
 * a person for all files. It is read and written as a whole, so a glance costs one read.
 */
import { type Background, parseBackground, storedBackground } from '../../../core/schedule/background.ts';

const PREFIX = 'background.';

/** What this person has in a file. */
export function readBackground(fileId: string): Background {
  return parseBackground(PropertiesService.getUserProperties().getProperty(PREFIX + fileId));
}

/** Keeps it; what says nothing is not kept. */
export function saveBackground(fileId: string, background: Background): void {
  const store = PropertiesService.getUserProperties();
  const { triggerId, runIds, sight, token, listens } = background;
  const isEmpty = triggerId === '' && runIds.length === 0 && sight === 'unknown' && token === '' && !listens;
  if (isEmpty) store.deleteProperty(PREFIX + fileId);
  else store.setProperty(PREFIX + fileId, storedBackground(background));
}

/** The file that a trigger was made in, where Google does not tell; `undefined` when it is not one of ours. */
export function fileOfTrigger(triggerId: string): string | undefined {
  const entries = Object.entries(PropertiesService.getUserProperties().getProperties());
  const found = entries.find(
    ([name, text]) => name.startsWith(PREFIX) && parseBackground(text).triggerId === triggerId,
  );
  return found?.[0].slice(PREFIX.length);
}
