/** The fault switches of the page, kept in step with the stand-in's rules. */
import type { Fault, FaultRule, Platform } from '../platform/platform.ts';
import { FAULT_NAMES, type FaultName, type FaultSetting, type FaultSwitch } from './wire.ts';

/** The switches of one session. */
export interface FaultPanel {
  /** As they stand now: a switch whose strikes are spent is off. */
  switches(): readonly FaultSwitch[];
  set(setting: FaultSetting): void;
}

const FAULTS: Readonly<Record<FaultName, Fault>> = {
  slow: { kind: 'slow', delayMs: 2500 },
  status429: { kind: 'status', status: 429, retryAfterSeconds: 2 },
  status500: { kind: 'status', status: 500 },
  refusedRow: { kind: 'businessError', code: 400, message: 'This record was refused by the platform.' },
  dropped: { kind: 'dropAfter' },
  keyExpired: { kind: 'keyExpired' },
  html: { kind: 'html', isAfterWrite: false },
};

/** Creates a panel with every switch off. */
export function createFaultPanel({ faults }: Pick<Platform, 'faults'>): FaultPanel {
  const rules = new Map<FaultName, FaultRule>();

  const isOn = (name: FaultName): boolean => {
    const rule = rules.get(name);
    return rule !== undefined && faults.rules().includes(rule);
  };

  return {
    switches: () => FAULT_NAMES.map((name) => ({ name, isOn: isOn(name), ...limitsOf(rules.get(name)) })),
    set(setting) {
      const others = [...rules].filter(([name]) => name !== setting.name && isOn(name));
      rules.clear();
      for (const [name, rule] of others) {
        rules.set(name, rule);
      }
      if (setting.isOn) {
        rules.set(setting.name, ruleOf(setting));
      }
      // The board forgets rules only all at once, so those that stay are added again.
      faults.clear();
      for (const rule of rules.values()) {
        faults.add(rule);
      }
    },
  };
}

function ruleOf({ name, strikes, bodyIncludes }: FaultSetting): FaultRule {
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
