/** Measures what an inbox full of new listings costs, and the same messages once more: calls, executions, virtual time. */
import * as v from 'valibot';
import type { CallReport } from '../playground/apps-script/emulator.ts';
import { DEFAULT_LATENCY } from '../playground/apps-script/latency.ts';
import { startEmulator } from '../playground/apps-script/start-emulator.ts';
import { startPod } from '../playground/pod/start-pod.ts';
import { ADD_ON_FILES } from './add-on-contender.ts';
import { isSheetsCall } from './costs.ts';
import { shortMessage } from './listing-messages.ts';
import { readFiles } from './stage.ts';

/** What polling until the inbox is empty costs. */
export interface InboxCosts {
  readonly executions: number;
  readonly fetches: number;
  readonly sheetsCalls: number;
  /** Calls that write values into cells. */
  readonly cellWrites: number;
  readonly virtualSeconds: number;
  /** Pages are asked for one after the other, whatever they hold. */
  readonly secondsBesideFetches: number;
}

/** New listings first, then the same messages again. */
export interface InboxResult {
  readonly messages: number;
  readonly pages: number;
  readonly first: InboxCosts;
  readonly again: InboxCosts;
}

const MESSAGES = 5000;
const PER_PAGE = 50;
const HOST = 'bench.yodata.me';
const KEY = 'bench-key-of-the-pod';
const MINUTE_MS = 60_000;

const polled = v.object({ ok: v.literal(true), value: v.object({ hasMore: v.boolean() }) });

/** A blank tab and a pod of which every message is about a listing of its own. */
export async function measureInbox(): Promise<InboxResult> {
  const startsAt = Date.UTC(2026, 10, 21, 9);
  const pod = await startPod({ apiKey: KEY, publicOrigin: `https://${HOST}`, pageSize: PER_PAGE, now: () => startsAt });
  const emulator = await startEmulator({
    files: await readFiles('dist', ADD_ON_FILES),
    hosts: { [HOST]: pod.origin },
    startsAt,
  });
  const pollToEnd = async (): Promise<readonly CallReport[]> => {
    const reports: CallReport[] = [];
    for (let hasMore = true; hasMore; ) {
      const report = await emulator.call('pollInbox', [], { source: 'sidebar' });
      reports.push(report);
      const { outcome } = report;
      if (outcome.kind !== 'returned') throw new Error(`A poll of the benchmark ended: ${JSON.stringify(outcome)}`);
      hasMore = v.parse(polled, outcome.value).value.hasMore;
    }
    return reports;
  };
  try {
    const messages = Array.from({ length: MESSAGES }, (_, number) => shortMessage(number));
    const tabId = emulator.hands.addTab('Listings', []);
    pod.deliver(...messages);
    const inbox = { address: HOST, key: KEY, tabId, start: 'everything' };
    await emulator.call('connectInbox', [inbox], { source: 'sidebar' });
    const first = costsOf(await pollToEnd());
    // What was read a quarter of an hour ago is not read again.
    await emulator.advanceClock(20 * MINUTE_MS);
    pod.deliver(...messages);
    const again = costsOf(await pollToEnd());
    return { messages: MESSAGES, pages: MESSAGES / PER_PAGE, first, again };
  } finally {
    await emulator.close();
    await pod.close();
  }
}

function costsOf(reports: readonly CallReport[]): InboxCosts {
  const names = reports.flatMap(({ trace }) => trace);
  const fetches = reports.reduce((sum, { fetchedUrls }) => sum + fetchedUrls, 0);
  const virtualMs = reports.reduce((sum, report) => sum + report.virtualMs, 0);
  return {
    executions: reports.length,
    fetches,
    sheetsCalls: names.filter(isSheetsCall).length,
    cellWrites: names.filter((name) => /^Range\.set(?:RichText)?Values?$/.test(name)).length,
    virtualSeconds: virtualMs / 1000,
    secondsBesideFetches: (virtualMs - fetches * DEFAULT_LATENCY.fetchMs) / 1000,
  };
}
