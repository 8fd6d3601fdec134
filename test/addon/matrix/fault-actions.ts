/** Three rows of each kind for faults to strike, the middle one of them, and what must be true of each afterwards. */
import type { RunRequest } from '../../../src/core/engine/run-request.ts';
import { listingRows, records } from '../listings.ts';
import { hasListing } from './plot.ts';
import type { Scene, Situation } from './stage.ts';

/** What is done with the rows. */
export interface FaultAction {
  readonly request: RunRequest;
  readonly situation: Situation;
  /** What a row says that the platform confirmed. */
  readonly done: string;
  /** What only the request of the middle row contains. */
  readonly marker: string;
  /** Whether the platform holds, or lacks, what a row wants. */
  isTrue(scene: Scene, rowIndex: number): boolean;
}

/** The names of the kinds. */
export const ACTION_NAMES = ['update', 'delete', 'push'] as const;

/** The kinds. */
export const FAULT_ACTIONS: Readonly<Record<(typeof ACTION_NAMES)[number], FaultAction>> = {
  update: {
    request: { action: 'sync', scope: 'tab' },
    situation: { rows: listingRows('A1', 'A2', 'A3'), platform: { listings: records('A1', 'A2', 'A3') } },
    done: 'Updated',
    marker: '"A2"',
    isTrue: ({ platform }, rowIndex) => hasListing(platform, `A${rowIndex + 1}`, 'A quiet home.'),
  },
  delete: {
    request: { action: 'delete', scope: 'tab' },
    situation: { rows: listingRows('A1', 'A2', 'A3'), platform: { listings: records('A1', 'A2', 'A3') } },
    done: 'Deleted',
    marker: '"A2"',
    isTrue: ({ platform }, rowIndex) => !hasListing(platform, `A${rowIndex + 1}`),
  },
  push: {
    request: { action: 'push', scope: 'tab' },
    situation: chatbotRows(3),
    done: 'Pushed',
    marker: '"ID":2,',
    isTrue: (scene, rowIndex) => isPushed(scene, rowIndex + 1),
  },
};

/** Chatbot rows numbered from 1, each with a text of its own, that the platform knows without any content. */
export function chatbotRows(count: number): Situation {
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  return {
    rows: [['ID', 'Text'], ...ids.map((id) => [`${id}`, `text ${id}`])],
    platform: { rows: ids.map((ID) => ({ ID, Data: {} })) },
  };
}

/** Whether the platform holds the text of a chatbot row. */
export function isPushed({ platform }: Scene, id: number): boolean {
  return platform.rows().some(({ ID, Data }) => ID === id && Data.Text === `text ${id}`);
}

/** So many listings, on the tab and on the platform. */
export function listingsNamed(count: number): { readonly numbers: readonly string[]; readonly situation: Situation } {
  const numbers = Array.from({ length: count }, (_, index) => `A${index}`);
  return { numbers, situation: { rows: listingRows(...numbers), platform: { listings: records(...numbers) } } };
}
