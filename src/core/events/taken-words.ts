/** Sentences about messages that were taken in. */
import { count } from '../words/counts.ts';
import type { TakenCounts } from './take-in.ts';

/** `3 new, 12 updated, 2 removed, 1 stale, 2 aside; 1 of commercial listings passed over`. */
export function takenWords(counts: TakenCounts): string {
  const words: readonly (readonly [number, string])[] = [
    [counts.new, 'new'],
    [counts.updated, 'updated'],
    [counts.removed, 'removed'],
    [counts.same, 'already known'],
    [counts.stale, 'stale'],
    [counts.waiting, 'waiting for their listing'],
    [counts.aside, 'aside'],
  ];
  const parts = words.filter(([howMany]) => howMany > 0).map(([howMany, word]) => `${howMany} ${word}`);
  const passed = Object.entries(counts.passed).map(([what, howMany]) => `${howMany} passed over (${what})`);
  return [...parts, ...passed].join(', ') || 'no messages';
}

/** What became of messages, as a sentence. */
export function takenSentence(counts: TakenCounts): string {
  const asideHint =
    counts.aside === 0 ? '' : ` ${count(counts.aside, 'message')} could not be placed: see what waits for a person.`;
  return `${takenWords(counts)}.${asideHint}`;
}
