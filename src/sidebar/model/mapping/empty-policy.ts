/** What a tab does with a row that leaves a field empty, and the words of it. */

import type { FieldView } from '../../../core/contract/mapping-view.ts';
import { canBeZero, emptyPolicyOf, isClearable } from '../../../core/contract/shared-rules.ts';
import type { FieldName } from '../../../core/listing/fields.ts';
import type { EmptyPolicy } from '../../../core/listing/policies.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import { sourceInForce } from './field-choice.ts';

/** What a person can choose for a field. */
export type EmptyPolicyKind = EmptyPolicy['kind'];

/** One entry of the list *If empty*. */
export interface EmptyPolicyOption {
  readonly kind: EmptyPolicyKind;
  readonly label: string;
}

const POLICY_WORDS: { readonly [Kind in EmptyPolicyKind]: string } = {
  hold: 'Hold the row',
  leaveOut: 'Send without it',
  clear: 'Clear it on the platform',
  zero: 'Send 0, for none',
  default: 'Use a default…',
};

/** What can be chosen for a field; the first entry is what holds when nothing is chosen, and says so. */
export function emptyPolicyOptions(settings: TabSettings, field: FieldView): readonly EmptyPolicyOption[] {
  const standard = standardPolicy(settings, field.field).kind;
  const current = emptyPolicyOf(field.field, settings).kind;
  // A default stands in for empty cells, so that it does nothing where no column is read.
  const canDefault = sourceInForce(settings, field) !== undefined || current === 'default';
  const offered = [
    ...(['hold', 'leaveOut'] as const),
    ...(canBeZero(field.field) ? (['zero'] as const) : []),
    ...(isClearable(field.field) ? (['clear'] as const) : []),
    'default' as const,
  ];
  const others = offered.filter((kind) => kind !== standard);
  return [
    { kind: standard, label: `${POLICY_WORDS[standard]} (default)` },
    ...others.filter((kind) => kind !== 'default' || canDefault).map((kind) => ({ kind, label: POLICY_WORDS[kind] })),
  ];
}

/** The policy in force in a few words: `hold the row (default)`, `use “0”`. */
export function emptyPolicyWords(settings: TabSettings, field: FieldView): string {
  const policy = emptyPolicyOf(field.field, settings);
  if (policy.kind === 'default') return policy.value.trim() === '' ? 'use a default' : `use “${policy.value}”`;
  const words = POLICY_WORDS[policy.kind].toLowerCase();
  return policy.kind === standardPolicy(settings, field.field).kind ? `${words} (default)` : words;
}

/** Makes a person's choice; what holds anyway is not written down, so that it follows the tab's setting. */
export function withEmptyPolicy(settings: TabSettings, field: FieldName, policy: EmptyPolicy): TabSettings {
  const { [field]: _previous, ...others } = settings.ifEmpty;
  const isStandard = policy.kind === standardPolicy(settings, field).kind;
  return { ...settings, ifEmpty: isStandard ? others : { ...others, [field]: policy } };
}

function standardPolicy({ missing }: TabSettings, field: FieldName): EmptyPolicy {
  return emptyPolicyOf(field, { missing, ifEmpty: {} });
}
