/** `UrlFetchApp` on Google's side: what is refused before it is sent, and how long everything takes. */
import type { EmulatorOptions } from '../../emulator.ts';
import type { LatencyTable } from '../../latency.ts';
import type { Manifest } from '../../machine/manifest.ts';
import type { DailyQuotas } from '../../machine/quotas.ts';
import { ServiceException } from '../../machine/service-exception.ts';
import { type Asker, type Handlers, TimedAnswer } from '../../machine/serving.ts';
import type { FetchOperations, FetchRequest } from './operations.ts';
import { isUrlAllowed } from './url-allow-list.ts';
import { fetchEvery, type Network, refuseUnsendable } from './url-fetch.ts';

/** What the network needs of Google. */
export interface FetchHost {
  readonly manifest: Manifest;
  readonly quotas: DailyQuotas;
  readonly network: Network;
  readonly latency: LatencyTable;
  readonly options: Pick<EmulatorOptions, 'refuseFetchAt' | 'startsAt'>;
}

/** Answers the one operation of the network. */
export const fetchHandlers: Handlers<FetchOperations, FetchHost> = {
  fetch: (google, { requests }, asker) => fetchAll(google, requests, asker),
};

/** Waits as long as the model says; where the clock follows real time, also as long as the real network takes. */
async function fetchAll(google: FetchHost, requests: readonly FetchRequest[], { user, atMs }: Asker) {
  const { manifest, quotas, network, latency, options } = google;
  for (const request of requests) {
    refuseUnsendable(request);
    refuseUnlisted(request.url, manifest.urlFetchWhitelist);
  }
  quotas.use('urlfetch', user, requests.length, atMs);
  const refusal = options.refuseFetchAt?.(atMs);
  if (refusal !== undefined) throw new ServiceException(refusal);
  const waves = Math.ceil(requests.length / latency.fetchAllParallelism);
  const startedMs = performance.now();
  const { answers, lateMs } = await fetchEvery(requests, network, latency);
  const realMs = options.startsAt === undefined ? Math.floor(performance.now() - startedMs) : 0;
  const untilMs = atMs + Math.max(waves * latency.fetchMs + lateMs, realMs);
  if (answers instanceof ServiceException) throw new ServiceException(answers.message, untilMs);
  return new TimedAnswer(answers, untilMs);
}

/** The real text of this refusal is published nowhere. */
function refuseUnlisted(url: string, allowList: readonly string[] | undefined): void {
  if (allowList === undefined || isUrlAllowed(url, allowList)) return;
  throw new ServiceException(`UrlFetch calls to ${url} are not permitted by the urlFetchWhitelist of the manifest.`);
}
