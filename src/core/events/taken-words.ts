/** Sentences about messages that were taken in. */
import { count } from '../words/counts.ts';
import type { TakenCounts } from './take-in.ts';

/** Two counts together. */
export function addCounts(one: TakenCounts, other: TakenCounts): TakenCounts {
  const passed: Record<string, number> = { ...one.passed };
  for (const [what, howMany] of Object.entries(other.passed)) passed[what] = (passed[what] ?? 0) + howMany;
  return {
    new: one.new + other.new,
    updated: one.updated + other.updated,
    removed: one.removed + other.removed,
    same: one.same + other.same,
    stale: one.stale + other.stale,
    aside: one.aside + other.aside,
    waiting: one.waiting + other.waiting,
    passed,
  };
}

/** What taking messages in did. */
export interface Taken {
  readonly counts: TakenCounts;
  /** What else a person should know, as a sentence; `''` mostly. */
  readonly note: string;
}

/** Where no message was taken in. */
export const NOTHING_TAKEN: Taken = {
  counts: { new: 0, updated: 0, removed: 0, same: 0, stale: 0, aside: 0, waiting: 0, passed: {} },
  note: '',
};

/** Two together, for messages that come in parts. */
export function addTaken(one: Taken, other: Taken): Taken {
  return { counts: addCounts(one.counts, other.counts), note: one.note || other.note };
}

/** The same with what is told of it. */
export function told({ counts, note }: Taken): Taken & { readonly message: string } {
  return { counts, note, message: takenSentence(counts, note) };
}

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

/** What became of messages, as a sentence, with what else there is to know. */
export function takenSentence(counts: TakenCounts, note = ''): string {
  const asideHint =
    counts.aside === 0 ? '' : ` ${count(counts.aside, 'message')} could not be placed: see what waits for a person.`;
  return `${takenWords(counts)}.${asideHint}${note === '' ? '' : ` ${note}`}`;
}
