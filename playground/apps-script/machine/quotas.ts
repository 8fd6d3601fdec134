/** What a person may use up in a day, and what happens beyond. */
import { ServiceException } from './service-exception.ts';

/** Kinds of account, which have different quotas. */
export type Account = 'workspace' | 'consumer';

/** What is counted by day. */
export type CountedFeature = 'urlfetch' | 'properties' | 'email' | 'triggerMs';

const DAY_MS = 86_400_000;

/** @see https://developers.google.com/apps-script/guides/services/quotas (read 2026-11-21) */
const PER_DAY: Readonly<Record<Account, Readonly<Record<CountedFeature, number>>>> = {
  consumer: { urlfetch: 20_000, properties: 50_000, email: 100, triggerMs: 90 * 60_000 },
  workspace: { urlfetch: 100_000, properties: 500_000, email: 1_500, triggerMs: 6 * 3_600_000 },
};

/** Executions one person may have at a time. @see https://developers.google.com/apps-script/guides/services/quotas */
export const MAX_SIMULTANEOUS_EXECUTIONS = 30;

interface Counter {
  readonly sinceMs: number;
  count: number;
}

/** Counts what people use. A day begins with the first use and lasts 24 hours. */
export class DailyQuotas {
  readonly #limits: Readonly<Record<CountedFeature, number>>;
  readonly #counters = new Map<string, Counter>();

  constructor(account: Account) {
    this.#limits = PER_DAY[account];
  }

  /** Counts a use; throws once the day's quota is used up. */
  use(feature: Exclude<CountedFeature, 'triggerMs'>, user: string, count: number, nowMs: number): void {
    const counter = this.#counter(feature, user, nowMs);
    if (count > this.left(feature, user, nowMs)) {
      throw new ServiceException(`Service invoked too many times for one day: ${feature}.`);
    }
    counter.count += count;
  }

  /** How much a person has left today. */
  left(feature: CountedFeature, user: string, nowMs: number): number {
    return this.#limits[feature] - this.#counter(feature, user, nowMs).count;
  }

  /** Counts the running time of a trigger. */
  spendTriggerTime(user: string, durationMs: number, nowMs: number): void {
    this.#counter('triggerMs', user, nowMs).count += durationMs;
  }

  /** Whether a person's triggers may still run today. */
  hasTriggerTime(user: string, nowMs: number): boolean {
    return this.left('triggerMs', user, nowMs) > 0;
  }

  /** Nobody has used anything yet. */
  beginAnew(): void {
    this.#counters.clear();
  }

  #counter(feature: CountedFeature, user: string, nowMs: number): Counter {
    const key = `${feature} ${user}`;
    const known = this.#counters.get(key);
    if (known !== undefined && nowMs - known.sinceMs < DAY_MS) return known;
    const fresh = { sinceMs: nowMs, count: 0 };
    this.#counters.set(key, fresh);
    return fresh;
  }
}
