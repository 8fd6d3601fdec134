/** How numbers are written under a spreadsheet's locale: with a decimal point or a decimal comma. */

/** `unsure` where usage is mixed or the locale is unknown: an ambiguous number is then asked about, not guessed. */
export type NumeralStyle = 'point' | 'comma' | 'unsure';

/**
 * Languages by their decimal sign.
 *
 * @see https://cldr.unicode.org "Number symbols" of the Common Locale Data Repository (read 2026-11-21).
 */
const STYLE_BY_LANGUAGE: ReadonlyMap<string, NumeralStyle> = new Map([
  ...languages('point', 'en zh ja ko he iw th hi bn ta te mr gu kn ml pa ur ms fil tl sw cy ga am my ne si mt'),
  ...languages('comma', 'de fr it es pt nl pl ru uk cs sk sv nb nn no da fi tr el hu ro bg hr sr sl lt lv et id in'),
  ...languages('comma', 'vi is ca gl eu ka kk az be hy mk sq bs af mn ky uz fo'),
]);

/** Locales that differ from their language: Switzerland's point, the Americas' point, and two with mixed usage. */
const STYLE_BY_LOCALE: ReadonlyMap<string, NumeralStyle> = new Map([
  ...languages('point', 'de_CH de_LI it_CH gsw_CH es_MX es_US es_PR es_GT es_HN es_NI es_PA es_PE es_SV es_DO es_419'),
  ...languages('unsure', 'fr_CH en_ZA'),
]);

/** The style of a locale such as `en_US`, `de-CH` or `fr`. */
export function numeralStyleOf(locale: string): NumeralStyle {
  const exact = STYLE_BY_LOCALE.get(locale) ?? STYLE_BY_LANGUAGE.get(locale);
  if (exact !== undefined) return exact;
  const [language = '', region = ''] = locale.split(/[_-]/);
  return STYLE_BY_LOCALE.get(`${language}_${region}`) ?? STYLE_BY_LANGUAGE.get(language.toLowerCase()) ?? 'unsure';
}

/** The style in which texts are read: the one that their column shows, else that of the locale. */
export function numeralStyleIn(context: {
  readonly locale: string;
  readonly notation?: { readonly numerals?: NumeralStyle };
}): NumeralStyle {
  return context.notation?.numerals ?? numeralStyleOf(context.locale);
}

/** The language of a locale, in lower case: `pt` of `pt_BR`. */
export function languageOf(locale: string): string {
  return (locale.split(/[_-]/)[0] ?? '').toLowerCase();
}

function languages(style: NumeralStyle, codes: string): readonly (readonly [string, NumeralStyle])[] {
  return codes.split(' ').map((code) => [code, style] as const);
}
