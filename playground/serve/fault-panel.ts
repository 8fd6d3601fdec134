/** The fault switches of the page, kept in step with the stand-in's rules. */
import type { Fault, FaultRule, Platform } from '../platform/platform.ts';
import { FAULT_NAMES, type FaultName, type FaultSetting, type FaultSwitch } from './wire.ts';

/** The switches of one session. */
export interface FaultPanel {
  /** As they stand now: a switch whose strikes are spent is off. */
  switches(): readonly FaultSwitch[];
  set(setting: FaultSetting): void;
}

/** How the documents are read, and what they leave open, is no fault, but the page has one panel for all of it. */
type ReadingName = 'asksForLess' | 'otherListNames' | 'emptyListIsNull' | 'listIsBehind';
type StrikingName = Exclude<FaultName, ReadingName>;
type Readings = Pick<Platform, 'reading' | 'shapes'>;

/** The way to read the documents that a switch stands for. */
interface ReadingSwitch {
  isOn(platform: Readings): boolean;
  set(platform: Readings, isOn: boolean): void;
}

const READINGS: Readonly<Record<ReadingName, ReadingSwitch>> = {
  asksForLess: {
    isOn: ({ reading }) => reading.current() === 'examples',
    set: ({ reading }, isOn) => reading.choose(isOn ? 'examples' : 'members'),
  },
  otherListNames: {
    isOn: ({ shapes }) => shapes.current().page === 'List',
    set: ({ shapes }, isOn) =>
      shapes.choose(
        isOn
          ? { page: 'List', total: 'VirtualCount', spelling: 'camelCase', keyMember: 'ID', created: 'object' }
          : { page: 'plain', total: 'none', spelling: 'documented', keyMember: 'Key', created: 'key' },
      ),
  },
  emptyListIsNull: {
    isOn: ({ shapes }) => shapes.current().empty === 'null',
    set: ({ shapes }, isOn) => shapes.choose({ empty: isOn ? 'null' : 'empty' }),
  },
  listIsBehind: {
    isOn: ({ shapes }) => shapes.current().listsBehind > 0,
    set: ({ shapes }, isOn) => shapes.choose({ listsBehind: isOn ? 3 : 0 }),
  },
};

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
export function createFaultPanel(platform: Pick<Platform, 'faults'> & Readings): FaultPanel {
  const { faults } = platform;
  const rules = new Map<StrikingName, FaultRule>();

  const isOn = (name: FaultName): boolean => {
    if (isReading(name)) return READINGS[name].isOn(platform);
    const rule = rules.get(name);
    return rule !== undefined && faults.rules().includes(rule);
  };

  return {
    switches: () =>
      FAULT_NAMES.map((name) => ({
        name,
        isOn: isOn(name),
        ...(isReading(name) ? {} : limitsOf(rules.get(name))),
      })),
    set({ name: chosen, ...setting }) {
      if (isReading(chosen)) {
        READINGS[chosen].set(platform, setting.isOn);
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

function isReading(name: FaultName): name is ReadingName {
  return name in READINGS;
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
