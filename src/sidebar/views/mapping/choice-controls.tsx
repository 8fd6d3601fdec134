/** Controls for choosing one of a few named values: a drop-down list and radio buttons. */

/** The values that can be chosen, in their order, each with its words. */
export type ChoiceWords<Value extends string> = { readonly [Name in Value]: string };

/** What a control needs. */
export interface ChoiceProps<Value extends string> {
  /** Unique in the page. */
  readonly id: string;
  readonly label: string;
  readonly words: ChoiceWords<Value>;
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
  /** The id of a text that explains the choice. */
  readonly describedBy?: string;
}

/** A drop-down list with its label above. */
export function SelectField<Value extends string>({ id, label, words, value, onChoose }: ChoiceProps<Value>) {
  const values = valuesOf(words);
  return (
    <label class="field" for={id}>
      <span class="field-label">{label}</span>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = values.find((name) => name === event.currentTarget.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {values.map((name) => (
          <option key={name} value={name}>
            {words[name]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Radio buttons under a common label. */
export function RadioField<Value extends string>(props: ChoiceProps<Value>) {
  const { id, label, words, value, onChoose, describedBy } = props;
  return (
    <fieldset class="choices" aria-describedby={describedBy}>
      <legend class="field-label">{label}</legend>
      {valuesOf(words).map((name) => (
        <label key={name} class="choice">
          <input type="radio" name={id} value={name} checked={name === value} onChange={() => onChoose(name)} />
          <span>{words[name]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function valuesOf<Value extends string>(words: ChoiceWords<Value>): readonly Value[] {
  return Object.keys(words).filter((name): name is Value => name in words);
}
