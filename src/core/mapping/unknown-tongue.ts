/** Tells headers in a script or language for which there are no words here, so that their columns are not merely left alone. */
import type { CellTrait } from './cell-traits.ts';
import { shareOf } from './column-shape.ts';
import { meaningsOf } from './header-meanings.ts';
import type { TabColumn } from './tab-columns.ts';

/** Scripts by their names; the words of fields are known in Latin letters only. */
const SCRIPTS: readonly (readonly [name: string, letters: RegExp])[] = [
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Chinese', /\p{Script=Han}/u],
  ['Korean', /\p{Script=Hangul}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['another', /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u],
];

/** Letters that English, Spanish, Portuguese, French, German and Italian do without, by the languages that have them. */
const LANGUAGES: readonly (readonly [name: string, letters: RegExp])[] = [
  ['Polish', /[ąćęłńśźż]/i],
  ['Vietnamese', /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/i],
  ['Turkish', /[ğşıİ]/],
  ['Hungarian', /[őű]/i],
  ['Romanian', /[ășțţ]/i],
  ['Czech or another Slavic language', /[čďěňřšťůž]/i],
  ['a Scandinavian language', /[åøæ]/i],
];

/** Words that are in nearly every list of homes, in languages that their letters do not tell. */
const WORDS: readonly (readonly [name: string, words: RegExp])[] = [
  [
    'Dutch',
    /\b(?:prijs|vraagprijs|slaapkamers?|badkamers?|woonoppervlakte|perceeloppervlakte|bouwjaar|straat|postcode en plaats)\b/i,
  ],
  ['Polish', /\b(?:cena|liczba|pokoi|pokoje|powierzchnia|ulica|miasto|rok budowy)\b/i],
  ['Swedish', /\b(?:pris|antal rum|boarea|tomtarea|adress|utropspris)\b/i],
  ['Danish or Norwegian', /\b(?:kontantpris|boligareal|grundareal|antall? soverom|prisantydning)\b/i],
  ['Finnish', /\b(?:hinta|huoneita|asuinpinta|kaupunki|osoite)\b/i],
  ['Turkish', /\b(?:fiyat|oda|banyo|metrekare|ilce|semt|konut)\b/i],
  ['Indonesian', /\b(?:harga|kamar tidur|kamar mandi|luas tanah|luas bangunan|alamat)\b/i],
  ['Czech or another Slavic language', /\b(?:cijena|povrsina|soba|godina izgradnje|plocha|pokoju)\b/i],
  ['Hungarian', /\b(?:szobak|alapterulet|iranyar|epites)\b/i],
  ['Romanian', /\b(?:pret|camere|suprafata|oras)\b/i],
];

/** Completes `"Цена" is not used: it …`; `undefined` for a header whose words could be known, or are. */
export function unknownTongue(header: string): string | undefined {
  if (meaningsOf(header).length > 0) return undefined;
  const named = (list: typeof SCRIPTS) => list.find(([, pattern]) => pattern.test(header))?.[0];
  const script = named(SCRIPTS);
  const remedy = 'for which there are no words here yet; choose under Mapping what it feeds';
  if (script !== undefined) return `is in ${script === 'another' ? 'a' : script} script, ${remedy}`;
  const language = named(LANGUAGES) ?? named(WORDS);
  return language === undefined ? undefined : `seems to be in ${language}, ${remedy}`;
}

/** What lists of homes hold in any language; with fewer columns of it a tab may be about anything. */
const TELLING: readonly CellTrait[] = [
  'sum',
  'money',
  'area',
  'year',
  'latitude',
  'longitude',
  'url',
  'imageUrl',
  'date',
];
const LEAST_TELLING = 3;

/** In a list of homes in a language that is known here at least so many headers say something. */
const LEAST_KNOWN = 0.25;

/** Whether a tab seems to be a list of homes, and hardly a header of it is in words that are known here. */
export function isInUnknownTongue(tab: readonly TabColumn[]): boolean {
  const filled = tab.filter(({ shape }) => shape.filled > 0);
  const known = filled.filter(({ meanings }) => meanings.length > 0);
  const telling = filled.filter(({ shape }) => TELLING.some((trait) => shareOf(shape, trait) >= 0.5));
  return telling.length >= LEAST_TELLING && known.length < filled.length * LEAST_KNOWN;
}

/** The same of a header of such a tab, which nothing tells by itself. */
export function unknownWords({ header, meanings, shape }: TabColumn): string | undefined {
  if (meanings.length > 0 || shape.filled === 0 || !/\p{L}{3}/u.test(header)) return undefined;
  return 'is in words that are not known here, perhaps of another language; choose under Mapping what it feeds';
}
