/** A sidebar over a held bridge, opened on a literal overview. */
import type { Overview } from '../../../src/core/contract/server-functions.ts';
import { createSidebar, type Sidebar } from '../../../src/sidebar/model/sidebar.ts';
import { OVERVIEW } from './fixtures.ts';
import { type HeldBridge, holdBridge, settle } from './held-bridge.ts';

/** The sidebar, its bridge, and what it asked of the world besides. */
export interface OpenSidebar extends Sidebar, HeldBridge {
  /** The waits asked for so far, in milliseconds. */
  readonly sleepsMs: number[];
  /** How often the keyboard was moved into the grid. */
  readonly focusMoves: () => number;
}

/** Opens a sidebar whose first question for the overview has been answered. */
export async function openSidebar(overview: Overview = OVERVIEW): Promise<OpenSidebar> {
  const held = holdBridge();
  const sleepsMs: number[] = [];
  let moves = 0;
  const sidebar = createSidebar({
    bridge: held.bridge,
    focusSpreadsheet: () => {
      moves += 1;
    },
    sleep: async (delayMs) => {
      sleepsMs.push(delayMs);
    },
  });
  void sidebar.verbs.refresh();
  await settle();
  await held.doors.getOverview.answer(overview);
  return { ...sidebar, ...held, sleepsMs, focusMoves: () => moves };
}
