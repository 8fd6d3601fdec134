/** Keeps what a team decided about messages in a tab, in the document's properties by sheet id. */
import { type EventSettings, parseEventSettings } from '../../../core/events/event-settings.ts';
import { documentProperties } from './document-store.ts';

/** What was decided for a tab; the defaults where nobody decided anything. */
export function readEventSettings(tabId: number): EventSettings {
  return parseEventSettings(documentProperties().getProperty(propertyOf(tabId)));
}

/** Keeps what was decided for a tab. */
export function saveEventSettings(tabId: number, settings: EventSettings): void {
  documentProperties().setProperty(propertyOf(tabId), JSON.stringify(settings));
}

function propertyOf(tabId: number): string {
  return `events:${tabId}`;
}
