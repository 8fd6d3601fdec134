/** The words a team has taught a tab. */
import type { TabSettings } from '../../../core/settings/tab-settings.ts';

/** A word and what it means; `meaning` is the vocabulary's own name of it. */
export interface TaughtWord {
  readonly vocabulary: string;
  readonly word: string;
  readonly meaning: string;
}

/** Every taught word, vocabulary by vocabulary. */
export function taughtWordList({ taughtWords }: TabSettings): readonly TaughtWord[] {
  return Object.entries(taughtWords).flatMap(([vocabulary, words]) =>
    Object.entries(words).map(([word, meaning]) => ({ vocabulary, word, meaning })),
  );
}

/** Teaches a word, or changes what it means. */
export function withTaughtWord(settings: TabSettings, { vocabulary, word, meaning }: TaughtWord): TabSettings {
  const words = { ...settings.taughtWords[vocabulary], [word]: meaning };
  return { ...settings, taughtWords: { ...settings.taughtWords, [vocabulary]: words } };
}

/** Forgets a word; a vocabulary without words goes with its last one. */
export function withoutTaughtWord(settings: TabSettings, taught: Omit<TaughtWord, 'meaning'>): TabSettings {
  const { [taught.vocabulary]: words = {}, ...others } = settings.taughtWords;
  const { [taught.word]: _forgotten, ...kept } = words;
  const isEmpty = Object.keys(kept).length === 0;
  return { ...settings, taughtWords: isEmpty ? others : { ...others, [taught.vocabulary]: kept } };
}
