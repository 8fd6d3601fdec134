/** The board of fault rules: decides which faults strike a request, and keeps count of each rule. */
import type { Fault, FaultRule } from '../platform.ts';

/** A fault other than slowness: it decides the answer. */
export type AnswerFault = Exclude<Fault, { readonly kind: 'slow' | 'late' }>;

/** What strikes one request: delays (0 for none), real and stated, and at most one fault that decides the answer. */
export interface Strike {
  readonly delayMs: number;
  readonly statedMs: number;
  readonly fault: AnswerFault | undefined;
}

/** The request as far as rules look at it. */
interface FaultTarget {
  readonly endpoint: string;
  readonly bodyText: string;
}

/** The rules in force. */
export interface FaultBoard {
  add(rule: FaultRule): void;
  clear(): void;
  /** The rules that can still strike, in the order they were added. */
  rules(): readonly FaultRule[];
  /** What strikes this request; every rule it matches counts it. */
  strike(target: FaultTarget): Strike;
}

interface CountedRule {
  readonly rule: FaultRule;
  matchCount: number;
  strikeCount: number;
}

/** Creates an empty board. All slow rules add up, and all late ones; of the other rules the one added first strikes. */
export function createFaultBoard(): FaultBoard {
  let counted: readonly CountedRule[] = [];
  return {
    add(rule) {
      counted = [...counted, { rule, matchCount: 0, strikeCount: 0 }];
    },
    clear() {
      counted = [];
    },
    rules: () => counted.filter(canStillStrike).map((entry) => entry.rule),
    strike(target) {
      const due = counted.filter((entry) => countMatch(entry, target) && canStillStrike(entry));
      return strikeOf(due);
    },
  };
}

function strikeOf(due: readonly CountedRule[]): Strike {
  let delayMs = 0;
  let statedMs = 0;
  let fault: AnswerFault | undefined;
  for (const entry of due) {
    if (entry.rule.fault.kind === 'slow') delayMs += entry.rule.fault.delayMs;
    else if (entry.rule.fault.kind === 'late') statedMs += entry.rule.fault.statedMs;
    else if (fault === undefined) fault = entry.rule.fault;
    // A rule that stands behind another one keeps its strikes for later.
    else continue;
    entry.strikeCount += 1;
  }
  return { delayMs, statedMs, fault };
}

function countMatch(entry: CountedRule, target: FaultTarget): boolean {
  const { endpoint, bodyIncludes, after = 0 } = entry.rule;
  if (endpoint !== undefined && endpoint !== target.endpoint) return false;
  if (bodyIncludes !== undefined && !target.bodyText.includes(bodyIncludes)) return false;
  entry.matchCount += 1;
  return entry.matchCount > after;
}

function canStillStrike(entry: CountedRule): boolean {
  return entry.strikeCount < (entry.rule.times ?? Number.POSITIVE_INFINITY);
}
