/**
 * Finds columns that say something of another column's amounts: their unit, their currency, how often they are paid. They are
 * known by what they hold, and by a name that repeats the amount's (`Lot Size`, `Lot Size Unit`) or, where the name says
 * nothing of that, by standing right behind it.
 */

import { hintsOfHeader } from '../listing/cell/header-hints.ts';
import { qualifiesSum, saysOfSum } from '../listing/cell/money-terms.ts';
import type { FieldName } from '../listing/fields.ts';
import { fieldDefinition } from '../listing/fields.ts';
import { areaUnitOf } from '../listing/vocabulary/area-unit.ts';
import { currencyOf } from '../listing/vocabulary/currency.ts';
import { namesPeriod } from '../listing/vocabulary/period-of.ts';
import { shareOf } from './column-shape.ts';
import { headerKeys, normalizeHeader } from './normalize-header.ts';
import { rentTypeRole } from './rent-type.ts';
import type { TabColumn } from './tab-columns.ts';
import { yearOrYes } from './yearly-or-yes.ts';

/** A column beside an amount. */
export interface Companion {
  readonly column: TabColumn;
  /** `measure` where an amount means nothing without it, `period` where a rent does not. */
  readonly role: 'measure' | 'period' | 'perhapsPeriod' | 'beside';
}

/** Most of a companion's cells must be understood; each row's own cell decides for the row. */
const MOST = 0.6;

/** Words that name a companion and nothing else, so that it is one whatever it holds. */
const SURE_NOUNS = new Set('unit units uom frequency freq currency curr ccy postfix prefix suffix'.split(' '));
/** Words that name a companion where its cells do, too. */
const NOUNS = new Set(
  [
    ...SURE_NOUNS,
    ...'measure measurement period per paid pay payment payable interval schedule basis cycle billing billed'.split(
      ' ',
    ),
    ...'due every code symbol text of in por pro par'.split(' '),
  ].flat(),
);
/** Words that name a companion of a price where its cells say `From` or `per m²`; a *Rent Type* of years is a term. */
const QUALIFIERS = new Set('type qualifier modifier label note notes display info kind method'.split(' '));
/** Words of an amount's header that do not tell it from others. */
const COMMON = new Set('total amount value the of in'.split(' '));

/** Words for what is paid for the home: a *Rent Frequency* beside a *Price* is about it. */
const OF_PRICE = new Set('rent lease price sale asking list listing offer'.split(' '));

/** Other spellings of one word in headers. */
const SAME_WORD: Readonly<Record<string, string>> = {
  association: 'hoa',
  assoc: 'hoa',
  dues: 'fee',
  fees: 'fee',
  rental: 'rent',
  land: 'lot',
  plot: 'lot',
  area: 'size',
  interior: 'living',
};

/** Words of columns that say how long or how often something else is done, or hold what else is paid. */
const OF_SOMETHING_ELSE =
  /type|term|lease|tenan|duration|length|contract|minimum|stay|vertrag|lauf|mindest|plazo|prazo|contrat|dur[eé]e|durata|tax|insur|clean|maint|garden|pool|util|inspect|visit|update|deposit|fee|hoa|avail|notice/;
/** Names of how a rent is asked or paid, though they say *type* or *term*. */
const OF_PAYING = /^(?:(?:rental )?rate|price|pay|payment) (?:type|term|plan)s?$/;
/** `$2,500/mo` is an amount and says nothing of another one. */
const HOLDS_SUM = /\d{3}/;
/** Spellings of how often a rent is paid that mean nothing else, whatever their column is called. */
const PAID_BY =
  /^(?:(?:\/ ?|per )(?:nights?|days?|weeks?|wk|w|months?|mo|m|years?|yr|y|annum)|pp?p?[wm]|p\.?c\.?m\.?|p\/[wm]|p\.?a\.?)$/i;

/** The columns that say something of a column's amounts, as a field they feed. */
export function companionsOf(column: TabColumn, field: FieldName, columns: readonly TabColumn[]): readonly Companion[] {
  const { kind } = fieldDefinition(field);
  if ((kind !== 'money' && kind !== 'area') || saysItself(column, kind)) return [];
  return [...columns].sort(byHeader).flatMap((other) => {
    if (other === column || other.isDuplicate || hasUseOfItsOwn(other)) return [];
    const holds = heldBy(other, kind);
    if (holds === undefined) return [];
    if (!belongsTo(other, column, columns, kind)) {
      const role = isPrice(column) && holds === 'period' ? rentTypeRole(other, column) : undefined;
      return role === undefined ? [] : [{ column: other, role }];
    }
    const isFilled = other.shape.filled > 0;
    return [{ column: other, role: isFilled ? holds : 'beside' }];
  });
}

/** Whether a neighbour says that the keys of a column are the platform's. */
export function saysKeyType(columns: readonly TabColumn[]): boolean {
  return columns.some(isKeyType);
}

/** Why a column of keys cannot be the platform's, or `undefined`: the type beside it names another one. */
export function keyTypeObstacle(field: FieldName, columns: readonly TabColumn[]): string | undefined {
  if (field !== 'Key') return undefined;
  const others = columns
    .filter(isKeyType)
    .flatMap(({ header, shape, cells }) =>
      [...(shape.words?.keys() ?? cells.map((cell) => cell.text.trim()))].map((word) => ({ header, word })),
    )
    .filter(({ word }) => word !== '' && !/^newoaks$/i.test(word))
    .map(({ header, word }) => `"${header}" says ${word}, so these are no NewOaks keys`);
  return others.sort()[0];
}

function isKeyType({ key }: TabColumn): boolean {
  return key === headerKeys('KeyType').signed;
}

/** The row's unit and currency have fields of their own, from which they count for every amount. */
function hasUseOfItsOwn({ meanings, shape }: TabColumn): boolean {
  return meanings.some(
    ({ field, strength }) =>
      strength !== 'proposal' &&
      (field === 'AreaUnit' || field === 'CurrencySymbol' || strength === 'exact') &&
      (strength !== 'ifValuesFit' || !areAll(shape, saysOfSum)),
  );
}

/** Whether all of a column's words are such; single letters can be anything. */
function areAll({ words }: TabColumn['shape'], isSo: (text: string) => boolean): boolean {
  const texts = [...(words?.keys() ?? [])].filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => text.length > 1 && isSo(text));
}

/** What a column's cells say of amounts; a blank column, or one that cannot be understood, counts only by its name. */
function heldBy(column: TabColumn, kind: 'money' | 'area'): Companion['role'] | undefined {
  const { header, shape } = column;
  const words = wordsOf(header);
  const isSure = words.some((word) => SURE_NOUNS.has(word));
  if (shape.filled === 0) return isSure ? 'beside' : undefined;
  // A *Price per Unit* is an amount of its own.
  if (shareOf(shape, 'sum') + shareOf(shape, 'money') >= MOST) return undefined;
  const texts = [...(shape.words ?? [])];
  const share = (test: (text: string) => boolean) =>
    texts.reduce((sum, [text, count]) => sum + (test(text) ? count : 0), 0) / shape.filled;
  const isMeasure = (text: string) =>
    kind === 'area' ? areaUnitOf(text) !== undefined : !HOLDS_SUM.test(text) && namesPeriod(text);
  // A postfix says something of some rows: of a rent, and nothing of a price.
  const isPostfix = words.some((word) => /^(?:post|pre|suf)fix$/.test(word));
  const measure = kind === 'area' ? 'measure' : 'period';
  const year = kind === 'money' ? yearOrYes(column, words) : undefined;
  if (year !== undefined) return year === 'no' ? undefined : 'perhapsPeriod';
  if (share(isMeasure) >= MOST) return isPostfix ? 'beside' : measure;
  if (kind === 'money' && share((text) => PAID_BY.test(text)) >= MOST) return 'period';
  // A column of sums with a *POA* among them is a price of its own.
  const holdsWords = share((text) => !HOLDS_SUM.test(text)) >= MOST;
  if (kind === 'money' && isQualifier(header, shape, holdsWords)) return 'beside';
  if (kind === 'money' && share((text) => currencyOf(text) !== undefined) >= MOST) return 'beside';
  const isCurrency = words.some((word) => ['currency', 'curr', 'ccy'].includes(word));
  const isFrequency = words.some((word) => ['frequency', 'freq'].includes(word));
  if (!isSure || (kind === 'area' && (isCurrency || isFrequency))) return undefined;
  if (isCurrency || isPostfix) return 'beside';
  return isFrequency ? 'period' : 'measure';
}

/** Whether a column says something of a price in words: named like one, it holds words and no sums. */
function isQualifier(header: string, shape: TabColumn['shape'], holdsWords: boolean): boolean {
  const isNamed = wordsOf(header).some((word) => QUALIFIERS.has(word) || (holdsWords && OF_PRICE.has(word)));
  return isNamed && holdsQualifier(shape);
}

/** One cell that makes its price a bound is enough: each row that has such a word is asked about. */
function holdsQualifier({ words }: TabColumn['shape']): boolean {
  return [...(words?.keys() ?? [])].some(qualifiesSum);
}

/** Whether a companion is about this amount: about no other that its name fits better, or about the one before it. */
function belongsTo(
  companion: TabColumn,
  amount: TabColumn,
  columns: readonly TabColumn[],
  kind: 'money' | 'area',
): boolean {
  const amounts = columns.filter(
    (column) => column !== companion && isAmount(column, kind) && !saysItself(column, kind),
  );
  const subject = subjectOf(companion, kind);
  if (subject.length === 0) return standsBehind(companion, amount, amounts);
  const likeness = (column: TabColumn) => likenessOf(subject, column, kind);
  const best = Math.max(0, ...amounts.map(likeness));
  if (best > 0) return likeness(amount) === best;
  if (kind !== 'money') return amounts.length === 1 && amounts[0] === amount && saysUnit(companion);
  // It names the price, and no column does in the same words.
  if (subject.every((word) => OF_PRICE.has(word))) return standsBehind(companion, amount, amounts.filter(isPrice));
  return companion.columnIndex === amount.columnIndex + 1 && saysPayment(companion);
}

/** A column whose name is not known, and whose cells are units of area, tells them of the only size that names none. */
function saysUnit({ shape, meanings }: TabColumn): boolean {
  return meanings.length === 0 && areAll(shape, (text) => areaUnitOf(text) !== undefined);
}

/** A column whose name is not known, and whose cells say how often something is paid, tells it of the amount before it. */
function saysPayment({ header, shape, meanings }: TabColumn): boolean {
  if (meanings.length > 0 || !areAll(shape, isPayment)) return false;
  const words = normalizeHeader(header);
  const isClear = OF_PAYING.test(words) || !OF_SOMETHING_ELSE.test(words);
  return isClear || areAll(shape, (text) => PAID_BY.test(text));
}

function isPayment(text: string): boolean {
  return PAID_BY.test(text) || (!/\d/.test(text) && namesPeriod(text));
}

function isPrice({ meanings }: TabColumn): boolean {
  return meanings.some(({ field }) => field === 'SalePrice' || field === 'RentPrice');
}

/** `LotSizeSquareFeet` and `HOA/MONTH` name their measure: a column beside them is about another amount. */
function saysItself({ header }: TabColumn, kind: 'money' | 'area'): boolean {
  const { areaUnit, period } = hintsOfHeader(header);
  return kind === 'area' ? areaUnit !== undefined : period !== undefined;
}

function isAmount(column: TabColumn, kind: 'money' | 'area'): boolean {
  const isNamed = column.meanings.some(({ field }) => fieldDefinition(field).kind === kind);
  return isNamed && (kind === 'area' || yearOrYes(column, wordsOf(column.header)) !== 'no');
}

/** A name that says nothing of what it is about belongs to what it follows, or to the only amount there is. */
function standsBehind(companion: TabColumn, amount: TabColumn, amounts: readonly TabColumn[]): boolean {
  const before = amounts.find(({ columnIndex }) => columnIndex === companion.columnIndex - 1);
  return before === undefined ? amounts.length === 1 && amounts[0] === amount : before === amount;
}

/** How many words the amount's name shares, if they are all that the companion's says: a *Rent Term* is no rent's period. */
function likenessOf(subject: readonly string[], { header }: TabColumn, kind: 'money' | 'area'): number {
  const words = wordsOf(header).filter((word) => !COMMON.has(word));
  const shared = subject.filter((word) => words.includes(word)).length;
  // Units of area say what they are whatever else the name says: *Lot Size Type*.
  const isAll = kind === 'area' && words.length > 0 && words.every((word) => subject.includes(word));
  // Of two names that share as much, the one that says less else: `Size Postfix` is of `Size`, not of `Lot Size`.
  return shared === subject.length || isAll ? shared + 1 / (1 + words.length) : 0;
}

function subjectOf({ header, shape }: TabColumn, kind: 'money' | 'area'): readonly string[] {
  const left = wordsOf(header).filter((word) => !NOUNS.has(word) && !COMMON.has(word));
  const isNoun = (word: string) => kind === 'money' && QUALIFIERS.has(word) && holdsQualifier(shape);
  // A fee has no other term than how often it is due; that of a rent is how long it is let.
  const isFeeTerm = (word: string) => /^terms?$/.test(word) && left.includes('hoa');
  return [...new Set(left.filter((word) => !isNoun(word) && !isFeeTerm(word)))];
}

function wordsOf(header: string): readonly string[] {
  return normalizeHeader(header)
    .split(' ')
    .map((word) => SAME_WORD[word] ?? word);
}

/** So that the order of the columns does not show. */
function byHeader(one: TabColumn, other: TabColumn): number {
  return one.header < other.header ? -1 : Number(one.header > other.header);
}
