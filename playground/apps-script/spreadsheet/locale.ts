/** How a spreadsheet's locale reads and writes numbers, dates, booleans and money. */

/** Order of day, month and year in dates written with digits. */
export type DateOrder = 'MDY' | 'DMY' | 'YMD';

/** What parsing and formatting need to know of a locale. */
export interface LocaleConventions {
  readonly tag: string;
  readonly decimal: '.' | ',';
  /** Separators of thousands that are understood; the first one is written. */
  readonly groups: readonly string[];
  readonly dateOrder: DateOrder;
  readonly dateFormat: string;
  /** Separators understood between the numbers of a date. */
  readonly dateSeparators: string;
  readonly timeFormat: string;
  readonly currency: string;
  readonly isCurrencyLast: boolean;
  readonly trueText: string;
  readonly falseText: string;
}

const NO_BREAK_SPACE = '\u00a0';
const NARROW_SPACE = '\u202f';

const ENGLISH: LocaleConventions = {
  tag: 'en-US',
  decimal: '.',
  groups: [','],
  dateOrder: 'MDY',
  dateFormat: 'M/d/yyyy',
  dateSeparators: '/-',
  timeFormat: 'h:mm:ss am/pm',
  currency: '$',
  isCurrencyLast: false,
  trueText: 'TRUE',
  falseText: 'FALSE',
};

const CONTINENTAL: LocaleConventions = {
  ...ENGLISH,
  decimal: ',',
  groups: ['.'],
  dateOrder: 'DMY',
  dateFormat: 'dd/MM/yyyy',
  timeFormat: 'HH:mm:ss',
  currency: '€',
  isCurrencyLast: true,
};

const FRENCH: LocaleConventions = {
  ...CONTINENTAL,
  tag: 'fr-FR',
  groups: [NARROW_SPACE, NO_BREAK_SPACE, ' '],
  trueText: 'VRAI',
  falseText: 'FAUX',
};

/**
 * Conventions by the name `getSpreadsheetLocale` gives, after the Unicode CLDR.
 *
 * @see https://cldr.unicode.org (number and date patterns; read 2026-11-21)
 */
const CONVENTIONS: Readonly<Record<string, LocaleConventions>> = {
  en_US: ENGLISH,
  en_GB: {
    ...ENGLISH,
    tag: 'en-GB',
    dateOrder: 'DMY',
    dateFormat: 'dd/MM/yyyy',
    timeFormat: 'HH:mm:ss',
    currency: '£',
  },
  en_AU: { ...ENGLISH, tag: 'en-AU', dateOrder: 'DMY', dateFormat: 'dd/MM/yyyy' },
  en_IE: {
    ...ENGLISH,
    tag: 'en-IE',
    dateOrder: 'DMY',
    dateFormat: 'dd/MM/yyyy',
    timeFormat: 'HH:mm:ss',
    currency: '€',
  },
  en_CA: { ...ENGLISH, tag: 'en-CA', dateOrder: 'YMD', dateFormat: 'yyyy-MM-dd' },
  de_DE: {
    ...CONTINENTAL,
    tag: 'de-DE',
    dateFormat: 'dd.MM.yyyy',
    dateSeparators: './-',
    trueText: 'WAHR',
    falseText: 'FALSCH',
  },
  fr_FR: FRENCH,
  fr_CA: { ...FRENCH, tag: 'fr-CA', dateOrder: 'YMD', dateFormat: 'yyyy-MM-dd', currency: '$' },
  es_ES: { ...CONTINENTAL, tag: 'es-ES', dateFormat: 'd/M/yyyy', trueText: 'VERDADERO', falseText: 'FALSO' },
  es_MX: {
    ...ENGLISH,
    tag: 'es-MX',
    dateOrder: 'DMY',
    dateFormat: 'dd/MM/yyyy',
    timeFormat: 'HH:mm:ss',
    trueText: 'VERDADERO',
    falseText: 'FALSO',
  },
  it_IT: { ...CONTINENTAL, tag: 'it-IT', trueText: 'VERO', falseText: 'FALSO' },
  nl_NL: {
    ...CONTINENTAL,
    tag: 'nl-NL',
    dateFormat: 'd-M-yyyy',
    isCurrencyLast: false,
    trueText: 'WAAR',
    falseText: 'ONWAAR',
  },
  pt_BR: {
    ...CONTINENTAL,
    tag: 'pt-BR',
    currency: 'R$',
    isCurrencyLast: false,
    trueText: 'VERDADEIRO',
    falseText: 'FALSO',
  },
};

/** The conventions of a locale; throws for one that is not in the table, so that no test runs under a wrong one. */
export function conventionsOf(locale: string): LocaleConventions {
  const conventions = CONVENTIONS[locale];
  if (conventions === undefined) throw new Error(`Emulator: the locale ${locale} is not emulated`);
  return conventions;
}

/** Names of the months in a locale, long or short, January first. */
export const monthNames = remember((tag, style) => {
  const format = new Intl.DateTimeFormat(tag, { month: style, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => format.format(Date.UTC(2000, index, 15)));
});

type NameList = (tag: string, style: 'long' | 'short') => readonly string[];

/** Making an `Intl` format costs more than parsing a thousand cells. */
function remember(list: NameList): NameList {
  const known = new Map<string, readonly string[]>();
  return (tag, style) => {
    const key = `${tag} ${style}`;
    const names = known.get(key) ?? list(tag, style);
    known.set(key, names);
    return names;
  };
}

/** Makes something once for every locale, such as its patterns. */
export function oncePerLocale<T>(make: (locale: LocaleConventions) => T): (locale: LocaleConventions) => T {
  const known = new WeakMap<LocaleConventions, T>();
  return (locale) => {
    const made = known.get(locale) ?? make(locale);
    known.set(locale, made);
    return made;
  };
}
