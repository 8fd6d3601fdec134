/**
 * Days on the market that are counted from a date until today. They grow every night, so they are left out of what tells
 * whether a listing has changed, or all dated listings would be sent every night; each is sent anew once a week.
 */
import { daysBetween } from '../../listing/cell/date-text.ts';
import type { ListingReading } from '../../listing/listing-reading.ts';
import { identityOfKey, type ListingKey } from '../listing-key.ts';
import type { ListingTab } from '../listing-tab.ts';
import type { UpdateOperation } from './update-operation.ts';

const DAYS_PER_WEEK = 7;

/** What stands in the fingerprint for the days; `undefined` where they count as they are. */
export function daysMarkOf(
  { daysSince }: Pick<ListingReading, 'daysSince'>,
  key: ListingKey,
  { settings, today }: Pick<ListingTab, 'settings' | 'today'>,
): string | undefined {
  if (daysSince === undefined || settings.countedDays === 'daily') return undefined;
  const since = `since ${daysSince}`;
  return settings.countedDays === 'weekly' ? `${since} week ${weekOf(today, identityOfKey(key))}` : since;
}

/** All that tells whether a listing has changed: its body, but for days that grow by themselves. */
export function contentText({ bodyText, daysMark }: UpdateOperation): string {
  return daysMark === undefined ? bodyText : `${bodyText.replace(DAYS, '')} ${daysMark}`;
}

/** The update as it would be in any week: what a person took back is not sent again because a new one begins. */
export function ofAnyWeek(update: UpdateOperation): UpdateOperation {
  const { daysMark } = update;
  return daysMark === undefined ? update : { ...update, daysMark: daysMark.replace(/ week \d+$/, '') };
}

/** The member as it stands in a body; within a text its quotes would be escaped, and nothing else has a member of its name. */
const DAYS = /"DaysOnMarket":\d+,?/;

/** The number of the week, which begins on another day for each seventh of the keys. */
function weekOf(today: string, identity: string): number {
  return Math.floor((daysBetween('1970-01-01', today) + shareOf(identity)) / DAYS_PER_WEEK);
}

/** From 0 to 6. Keys that are numbers in a row fall on one day after the other, so that no night has more than its share. */
function shareOf(identity: string): number {
  let share = 0;
  // The remainder of the key's characters, read as the digits of one number.
  for (let index = 0; index < identity.length; index += 1)
    share = (share * 10 + identity.charCodeAt(index)) % DAYS_PER_WEEK;
  return share;
}
