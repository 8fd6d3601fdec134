/** Edits of a tab's settings, each from settings to settings; nothing is saved here. */

import type { ColumnView, MappingView } from '../../../core/contract/mapping-view.ts';
import { listedName } from '../../../core/contract/shared-rules.ts';
import type { FieldSource } from '../../../core/listing/field-source.ts';
import type { FieldName, KeyType } from '../../../core/listing/fields.ts';
import type { StatusPolicies } from '../../../core/listing/policies.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import { headersMark } from '../../../core/terms/headers-mark.ts';
import { type FieldChoice, sourceInForce } from './field-choice.ts';

/** Changes the draft of a tab's settings. */
export type EditSettings = (edit: (settings: TabSettings) => TabSettings) => void;

/** Every kind of key, in the order in which unused ones are offered. */
const KEY_TYPES: readonly KeyType[] = ['MLSNumber', 'URL', 'NewOaks'];

/** Makes a person's choice for a field. */
export function withChoice(settings: TabSettings, field: FieldName, choice: FieldChoice): TabSettings {
  const { [field]: _previous, ...mapping } = settings.mapping;
  const unmapped = settings.unmapped.filter((name) => name !== field);
  switch (choice.kind) {
    case 'automatic':
      return { ...settings, mapping, unmapped };
    case 'chosen':
      return { ...settings, mapping: { ...mapping, [field]: choice.source }, unmapped };
    case 'nothing':
      return { ...settings, mapping, unmapped: [...unmapped, field] };
    default:
      return choice satisfies never;
  }
}

/** Sets the header row's number, or lets it be found again when `undefined`. */
export function withHeaderRow(settings: TabSettings, headerRowNumber: number | undefined): TabSettings {
  const { headerRowNumber: _previous, ...rest } = settings;
  return headerRowNumber === undefined ? rest : { ...rest, headerRowNumber };
}

/** Chooses what the tab does where a listing's status has no equal on the platform. */
export function withPolicy<Name extends keyof StatusPolicies>(
  settings: TabSettings,
  name: Name,
  policy: StatusPolicies[Name],
): TabSettings {
  return { ...settings, policies: { ...settings.policies, [name]: policy } };
}

/** A list of headers in the settings of a tab. */
type HeaderList = 'extraHeaders' | 'excludedHeaders' | 'includedHeaders';

/** Whether a column of the tab is in a list, though its header may have been respelled since. */
export function isHeaderListed(view: MappingView, settings: TabSettings, list: HeaderList, header: string): boolean {
  return listedName(settings[list], header, tabHeaders(view)) !== undefined;
}

/** Ticks or unticks a column in one of the two lists. */
export function withHeaderListed(
  view: MappingView,
  settings: TabSettings,
  list: HeaderList,
  header: string,
  isListed: boolean,
): TabSettings {
  const before = listedName(settings[list], header, tabHeaders(view));
  const others = settings[list].filter((name) => name !== before);
  return { ...settings, [list]: isListed ? [...others, header] : others };
}

/** Whether a column is sent when rows are pushed: one that is internal by its name only once a person has ticked it. */
export function isPushed(view: MappingView, settings: TabSettings, header: string): boolean {
  if (isHeaderListed(view, settings, 'excludedHeaders', header)) return false;
  return !isInternal(view, header) || isHeaderListed(view, settings, 'includedHeaders', header);
}

/** Whether a column is internal by its name. */
export function isInternal(view: MappingView, header: string): boolean {
  return view.columns.some((column) => column.header === header && column.isInternal === true);
}

/** Ticks or unticks a column that is sent when rows are pushed. */
export function withPushed(view: MappingView, settings: TabSettings, header: string, isSent: boolean): TabSettings {
  const ticked = withHeaderListed(view, settings, 'includedHeaders', header, isSent && isInternal(view, header));
  return withHeaderListed(view, ticked, 'excludedHeaders', header, !isSent);
}

function tabHeaders(view: MappingView): readonly string[] {
  return choosableColumns(view).map(({ header }) => header);
}

/** Uses a kind of key (as the last one) or stops using it; the last one that is left cannot be given up. */
export function withKeyTypeUsed(settings: TabSettings, keyType: KeyType, isUsed: boolean): TabSettings {
  const others = settings.keyTypes.filter((name) => name !== keyType);
  const keyTypes = isUsed ? [...others, keyType] : others;
  return keyTypes.length === 0 ? settings : { ...settings, keyTypes };
}

/** Tries a kind of key one place earlier. */
export function withKeyTypeEarlier(settings: TabSettings, keyType: KeyType): TabSettings {
  const keyIndex = settings.keyTypes.indexOf(keyType);
  if (keyIndex < 1) return settings;
  const keyTypes = settings.keyTypes.filter((name) => name !== keyType);
  keyTypes.splice(keyIndex - 1, 0, keyType);
  return { ...settings, keyTypes };
}

/** The kinds of key in use in their order, then the others. */
export function orderedKeyTypes(settings: TabSettings): readonly KeyType[] {
  return [...settings.keyTypes, ...KEY_TYPES.filter((keyType) => !settings.keyTypes.includes(keyType))];
}

/** The tab's own columns that have a header, each header once: what a person can choose from. */
export function choosableColumns(view: MappingView): readonly ColumnView[] {
  const columns = view.columns.filter((column) => !column.isOwn && column.header.trim() !== '');
  return columns.filter((column, index) => columns.findIndex(({ header }) => header === column.header) === index);
}

/** The settings with the columns of the tab noted as seen: what a later change of the header row is told against. */
export function withSeenHeaders(view: MappingView, settings: TabSettings): TabSettings {
  const isOtherRow = settings.headerRowNumber !== view.settings.headerRowNumber;
  // The headers of another row are not known yet; the old ones would all be told as gone.
  if (isOtherRow) return { ...settings, seenHeaders: '' };
  const headers = tabHeaders(view);
  return headers.length === 0 ? settings : { ...settings, seenHeaders: headersMark(headers) };
}

/** Headers of columns that feed no field under the draft. */
export function unmappedHeaders(view: MappingView, draft: TabSettings): readonly string[] {
  const used = new Set(view.fields.flatMap((field) => headersOf(sourceInForce(draft, field))));
  return tabHeaders(view).filter((header) => !used.has(header));
}

/** Whether two settings mean the same, however they came about. Which headers were seen is no choice of a person. */
export function isSameSettings(one: TabSettings, other: TabSettings): boolean {
  return canonical(one) === canonical(other);
}

function headersOf(source: FieldSource | undefined): readonly string[] {
  switch (source?.kind) {
    case undefined:
    case 'fixed':
      return [];
    case 'column':
      return [source.header];
    case 'joined':
      return source.parts.map(({ header }) => header);
    default:
      return source satisfies never;
  }
}

/** Lists without an order of their own and members of objects are sorted; the order of keys has a meaning and stays. */
function canonical(settings: TabSettings): string {
  const unordered = {
    unmapped: [...settings.unmapped].sort(),
    extraHeaders: [...settings.extraHeaders].sort(),
    excludedHeaders: [...settings.excludedHeaders].sort(),
    includedHeaders: [...settings.includedHeaders].sort(),
    seenHeaders: '',
  };
  return JSON.stringify({ ...settings, ...unordered }, (_name, value: unknown) =>
    isRecord(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
