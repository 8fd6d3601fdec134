/** The fault switches of the page, kept in step with the stand-in's rules. */
import type { Fault, FaultRule, Platform } from '../platform/platform.ts';
import { FAULT_NAMES, type FaultName, type FaultSetting, type FaultSwitch } from './wire.ts';

/** The switches of one session. */
export interface FaultPanel {
  /** As they stand now: a switch whose strikes are spent is off. */
  switches(): readonly FaultSwitch[];
  set(setting: FaultSetting): void;
}

/** What strikes requests; how the document is read is no fault, but the page has one panel for both. */
type StrikingName = Exclude<FaultName, 'asksForLess'>;

const FAULTS: Readonly<Record<StrikingName, Fault>> = {
  slow: { kind: 'slow', delayMs: 2500 },
  status429: { kind: 'status', status: 429, retryAfterSeconds: 2 },
  status500: { kind: 'status', status: 500 },
  refusedRow: { kind: 'businessError', code: 400, message: 'This record was refused by the platform.' },
  dropped: { kind: 'dropAfter' },
  keyExpired: { kind: 'keyExpired' },
  html: { kind: 'html', isAfterWrite: false },
};

/** Creates a panel with every switch off. */
export function createFaultPanel({ faults, reading }: Pick<Platform, 'faults' | 'reading'>): FaultPanel {
  const rules = new Map<StrikingName, FaultRule>();

  const isOn = (name: FaultName): boolean => {
    if (name === 'asksForLess') return reading.current() === 'examples';
    const rule = rules.get(name);
    return rule !== undefined && faults.rules().includes(rule);
  };

  return {
    switches: () =>
      FAULT_NAMES.map((name) => ({
        name,
        isOn: isOn(name),
        ...(name === 'asksForLess' ? {} : limitsOf(rules.get(name))),
      })),
    set({ name: chosen, ...setting }) {
      if (chosen === 'asksForLess') {
        reading.choose(setting.isOn ? 'examples' : 'members');
        return;
      }
      const others = [...rules].filter(([name]) => name !== chosen && isOn(name));
      rules.clear();
      for (const [name, rule] of others) {
        rules.set(name, rule);
      }
      if (setting.isOn) {
        rules.set(chosen, ruleOf(chosen, setting));
      }
      // The board forgets rules only all at once, so those that stay are added again.
      faults.clear();
      for (const rule of rules.values()) {
        faults.add(rule);
      }
    },
  };
}

function ruleOf(name: StrikingName, { strikes, bodyIncludes }: Omit<FaultSetting, 'name'>): FaultRule {
  return {
    fault: FAULTS[name],
    ...(strikes !== undefined && { times: strikes }),
    ...(bodyIncludes !== undefined && { bodyIncludes }),
  };
}

function limitsOf(rule: FaultRule | undefined): Pick<FaultSwitch, 'strikes' | 'bodyIncludes'> {
  return {
    ...(rule?.times !== undefined && { strikes: rule.times }),
    ...(rule?.bodyIncludes !== undefined && { bodyIncludes: rule.bodyIncludes }),
  };
}
