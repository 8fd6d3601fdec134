/** What happens to a row that leaves a field empty; folded away, since the usual answer is right for most fields. */

import type { FieldView } from '../../../core/contract/mapping-view.ts';
import { emptyPolicyOf } from '../../../core/contract/shared-rules.ts';
import type { EmptyPolicy } from '../../../core/listing/policies.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import { emptyPolicyOptions, emptyPolicyWords, withEmptyPolicy } from '../../model/mapping/empty-policy.ts';
import { sourceInForce } from '../../model/mapping/field-choice.ts';
import type { EditSettings } from '../../model/mapping/settings-draft.ts';
import { ValueInput } from './value-input.tsx';

/** What the field needs. */
export interface EmptyPolicyFieldProps {
  readonly draft: TabSettings;
  readonly field: FieldView;
  readonly onEdit: EditSettings;
}

/**
 * The choice, with an input where a default is used. Nothing for a fixed value, which is never empty, nor for the key
 * itself, in whose place the next kind of key is tried.
 */
export function EmptyPolicyField({ draft, field, onEdit }: EmptyPolicyFieldProps) {
  if (field.field === 'Key' || sourceInForce(draft, field)?.kind === 'fixed') return null;
  const policy = emptyPolicyOf(field.field, draft);
  const options = emptyPolicyOptions(draft, field);
  const choose = (chosen: EmptyPolicy): void => onEdit((settings) => withEmptyPolicy(settings, field.field, chosen));
  return (
    <details class="if-empty">
      <summary>
        If empty<span class="visually-hidden"> {field.label}</span>: {emptyPolicyWords(draft, field)}
      </summary>
      <select
        aria-label={`If ${field.label} is empty`}
        value={policy.kind}
        onChange={(event) => {
          const chosen = options.find(({ kind }) => kind === event.currentTarget.value);
          if (chosen !== undefined) choose(policyOf(chosen.kind));
        }}
      >
        {options.map(({ kind, label }) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </select>
      {policy.kind === 'default' && (
        <ValueInput
          label={`Default of ${field.label}`}
          value={policy.value}
          options={field.options}
          onInput={(value) => choose({ kind: 'default', value })}
        />
      )}
    </details>
  );
}

/** A default starts empty, since nothing is guessed. */
function policyOf(kind: EmptyPolicy['kind']): EmptyPolicy {
  return kind === 'default' ? { kind, value: '' } : { kind };
}
