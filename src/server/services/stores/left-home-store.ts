/** Remembers from which tab the listings are gone that the tab `Listings that left` names: their deletes are measured by it. */
import { documentProperties, type FileProperties } from './document-store.ts';

const PROPERTY = 'left.home';

/** No tab has this id. */
const NO_TAB = -1;

/** The tab; an id that no tab has where nothing was listed yet. */
export function leftHomeIn(kept: FileProperties): number {
  const text = kept[PROPERTY] ?? '';
  return /^\d+$/.test(text) ? Number(text) : NO_TAB;
}

/** Notes the tab, before the list is written. */
export function noteLeftHome(tabId: number): void {
  documentProperties().setProperty(PROPERTY, String(tabId));
}
