/** What the contenders have to do: the situations of the benchmark. */
import { type BenchSheet, chatbotSheet, listingSheet } from './sheet-rows.ts';

/** What is asked of the platform. */
export type BenchAction = 'sync' | 'push' | 'delete';

/** A situation. */
export interface Scenario {
  readonly name: string;
  readonly action: BenchAction;
  readonly sheet: BenchSheet;
  /** A second run on the same sheet after some rows were edited, where there is one. */
  readonly followUp?: FollowUp;
}

/** What happens after the first run. */
export interface FollowUp {
  readonly name: string;
  /** Rows that are edited, evenly spread over the sheet. */
  readonly changedRows: number;
}

/** How much is run: a quick look, the usual, or the usual and the largest sheets. */
export type Extent = 'quick' | 'usual' | 'large';

/** Rows that are edited in every follow-up, so that only the size of the sheet differs between them. */
const CHANGED_ROWS = 100;

/** The scenarios of an extent. */
export function scenariosOf(extent: Extent): readonly Scenario[] {
  switch (extent) {
    case 'quick':
      return [listings(1000), chatbotRows(1000), deletes(1000)];
    case 'usual':
      return [listings(1000), listings(10_000), chatbotRows(1000), chatbotRows(10_000), deletes(1000)];
    case 'large':
      return [...scenariosOf('usual'), listings(100_000), chatbotRows(100_000)];
    default:
      return extent satisfies never;
  }
}

function listings(rowCount: number): Scenario {
  const name = `${inWords(rowCount)} listings`;
  return {
    name: `${name}, first sync`,
    action: 'sync',
    sheet: listingSheet(rowCount),
    followUp: { name: `${name}, ${CHANGED_ROWS} of them changed`, changedRows: CHANGED_ROWS },
  };
}

function chatbotRows(rowCount: number): Scenario {
  return { name: `${inWords(rowCount)} chatbot rows`, action: 'push', sheet: chatbotSheet(rowCount) };
}

function deletes(rowCount: number): Scenario {
  return { name: `${inWords(rowCount)} deletes`, action: 'delete', sheet: listingSheet(rowCount) };
}

function inWords(count: number): string {
  return count.toLocaleString('en-US');
}
