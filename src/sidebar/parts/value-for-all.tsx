/** One value for a field that no column feeds, where it is true of every row; to do without it is what is chosen at first. */
import { useId } from 'preact/hooks';
import { fieldDefinition } from '../../core/contract/shared-rules.ts';
import type { FieldName } from '../../core/listing/fields.ts';
import { usualValues } from '../model/run/correction.ts';

/** What the choice needs. */
export interface ValueForAllProps {
  readonly field: FieldName;
  /** What happens to how many rows: `Send 30 rows`. */
  readonly words: string;
  /** The chosen value; without one the rows go without the field. */
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}

/** Whether there are values of a field that are often true of all rows of a tab. */
export function mayBeOneForAll(field: FieldName): boolean {
  return usualValues(field).length > 0;
}

/** The choice, as a line of a list. */
export function ValueForAll({ field, words, value, onChoose }: ValueForAllProps) {
  const name = useId();
  const { label } = fieldDefinition(field);
  const choices = [undefined, ...usualValues(field)];
  return (
    <fieldset class="filter">
      <legend>
        {words}; no column has {label}:
      </legend>
      {choices.map((choice) => (
        <label key={choice ?? ''}>
          <input type="radio" name={name} checked={choice === value} onChange={() => onChoose(choice)} />
          <span>{choice === undefined ? 'Without it' : `${choice} in every row`}</span>
        </label>
      ))}
    </fieldset>
  );
}
