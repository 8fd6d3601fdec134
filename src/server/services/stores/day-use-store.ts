/** Keeps what a person's triggers have used of Google's day, for all of their files together. */
import { type DayUse, parseDayUse } from '../../../core/schedule/day-use.ts';

const PROPERTY = 'dayUse';

/** What is known to be used. */
export function readDayUse(): DayUse {
  return parseDayUse(PropertiesService.getUserProperties().getProperty(PROPERTY));
}

/** Keeps it. */
export function saveDayUse(use: DayUse): void {
  PropertiesService.getUserProperties().setProperty(PROPERTY, JSON.stringify(use));
}
