/** The runs that people disturb: nineteen rows for each action, and what the platform knows of them. */

import type { RunRequest } from '../../../src/core/engine/run-request.ts';
import { LISTING_HEADERS, listingRow, records } from '../listings.ts';
import { LOOSE_HEADER } from './hand-changes.ts';
import type { Situation } from './stage.ts';

/** The actions that are disturbed. */
export type DisturbedAction = 'sync' | 'delete' | 'push';

/** A run over the rows of the tab. */
export interface DisturbedPlot {
  readonly request: RunRequest & { readonly action: DisturbedAction };
  /** What the menu calls it. */
  readonly label: string;
  readonly situation: Situation;
  /** The keys of the deletes that the person agrees to when the run begins. */
  readonly agreedDeletes: readonly string[];
  /** Rows, by token, that our check holds back whatever people do. */
  readonly heldBack: readonly string[];
  /** About how many requests an undisturbed run makes: when people do something at one of them, it is one of these. */
  readonly requests: number;
}

/** Row 17 may fail our check, row 18 is unknown to the platform, row 19 has the key of row 1. */
const NUMBERS = [...Array.from({ length: 18 }, (_, index) => index + 1), 1];
const KNOWN_NUMBERS = NUMBERS.slice(0, 17);

const LISTINGS = { listings: records(...KNOWN_NUMBERS.map((number) => `M${number}`)) };

/** The run of each action. */
export const DISTURBED_PLOTS: Readonly<Record<DisturbedAction, DisturbedPlot>> = {
  sync: {
    request: { action: 'sync', scope: 'tab' },
    label: 'Sync listings',
    situation: { rows: [[...LISTING_HEADERS, LOOSE_HEADER], ...NUMBERS.map(listingToSync)], platform: LISTINGS },
    agreedDeletes: ['M14', 'M15', 'M16'],
    heldBack: ['row17', 'row19'],
    requests: 16,
  },
  delete: {
    request: { action: 'delete', scope: 'tab' },
    label: 'Delete listings',
    situation: { rows: [[...LISTING_HEADERS, LOOSE_HEADER], ...NUMBERS.map(listingToDelete)], platform: LISTINGS },
    agreedDeletes: NUMBERS.map((number) => `M${number}`),
    heldBack: ['row19'],
    requests: 16,
  },
  push: {
    request: { action: 'push', scope: 'tab' },
    label: 'Push rows',
    situation: {
      rows: [['ID', 'State', 'Description', LOOSE_HEADER], ...NUMBERS.map(chatbotRow)],
      platform: { rows: KNOWN_NUMBERS.map((ID) => ({ ID, Data: {} })) },
    },
    agreedDeletes: [],
    heldBack: ['row17', 'row19'],
    requests: 3,
  },
};

/** Rows 14 to 16 are deletes and row 17 cannot be sent; the others are updates. */
function listingToSync(keyNumber: number, rowIndex: number): readonly string[] {
  const number = rowIndex + 1;
  const row = listingRow(`M${keyNumber}`, {
    Description: firstWords(number),
    ...(number >= 14 && number <= 16 ? { 'Listing status': 'Withdrawn' } : {}),
    ...(number === 17 ? { Bedrooms: 'many' } : {}),
  });
  return [...row, `desk ${number}`];
}

function listingToDelete(keyNumber: number, rowIndex: number): readonly string[] {
  return [...listingRow(`M${keyNumber}`, { Description: firstWords(rowIndex + 1) }), `desk ${rowIndex + 1}`];
}

/** Row 17 has an ID that is none. */
function chatbotRow(id: number, rowIndex: number): readonly string[] {
  const number = rowIndex + 1;
  return [number === 17 ? 'many17' : `${id}`, number % 2 === 0 ? 'IL' : 'TX', firstWords(number), `desk ${number}`];
}

function firstWords(number: number): string {
  return `row${number} v1`;
}
