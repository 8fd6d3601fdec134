/** The one recurring clock trigger that a person has in a file: made, kept at the right pace, removed. */
import type { Background, Pace } from '../../core/schedule/background.ts';
import { saveBackground } from './stores/background-store.ts';

/**
 * The top-level function that the trigger calls. Triggers that exist name it, so it keeps its name.
 *
 * @see https://developers.google.com/apps-script/guides/triggers/installable (read 2026-11-29).
 */
export const CLOCK_HANDLER = 'continueRunByTrigger';

/** Minutes between two strikes. @see https://developers.google.com/apps-script/reference/script/clock-trigger-builder (read 2026-11-29). */
const MINUTES = { minute: 1, quarter: 15 } as const;

/** Google fails now and then to create a trigger, and succeeds at once when asked again. */
const TRIES = 2;

/**
 * Has Google call the add-on for this person in this file at a pace; a trigger that is there already is kept. What is answered
 * is stored, whatever becomes of the execution.
 *
 * A bound script may have several, so that the new one is there before the old one goes; a published add-on has one at most.
 *
 * @returns What is kept now; without a trigger where Google allows none: a person has twenty for all their files.
 * @see https://developers.google.com/workspace/add-ons/concepts/editor-triggers (read 2026-11-21).
 */
export function provideTrigger(fileId: string, kept: Background, wanted: Pace): Background {
  const pace = isPublished() ? 'hour' : wanted;
  const own = ownTriggers();
  const existing = own.find((trigger) => trigger.getUniqueId() === kept.triggerId);
  if (existing !== undefined && kept.pace === pace) {
    saveBackground(fileId, kept);
    return kept;
  }
  const made = create(pace);
  const background = { ...kept, pace, triggerId: made ?? existing?.getUniqueId() ?? '' };
  saveBackground(fileId, background);
  if (made !== undefined && existing !== undefined) ScriptApp.deleteTrigger(existing);
  return background;
}

/** Ends what calls the add-on for this person in this file; triggers of other files stay. */
export function removeTrigger(triggerId: string): void {
  for (const trigger of ownTriggers()) if (trigger.getUniqueId() === triggerId) ScriptApp.deleteTrigger(trigger);
}

/**
 * Whether the script was installed as an add-on, in which clock triggers fire at most hourly.
 *
 * @see https://developers.google.com/apps-script/reference/script/installation-source (read 2026-11-29).
 */
export function isPublished(): boolean {
  return ScriptApp.getInstallationSource() !== ScriptApp.InstallationSource.NONE;
}

/**
 * Whether the person still grants all that the add-on asks for. A published add-on's trigger strikes without it too.
 *
 * @see https://developers.google.com/workspace/add-ons/concepts/editor-triggers (authorization; read 2026-11-29).
 */
export function isAuthorised(): boolean {
  const { REQUIRED } = ScriptApp.AuthorizationStatus;
  return ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus() !== REQUIRED;
}

/** Of this person, in all their files: Google tells the file of none. */
function ownTriggers(): readonly GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers();
}

function create(pace: Pace): string | undefined {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    try {
      const builder = ScriptApp.newTrigger(CLOCK_HANDLER).timeBased();
      const paced = pace === 'hour' ? builder.everyHours(1) : builder.everyMinutes(MINUTES[pace]);
      return paced.create().getUniqueId();
    } catch (exception) {
      console.warn({ message: 'no clock trigger', tried, error: String(exception) });
    }
  }
  return undefined;
}
