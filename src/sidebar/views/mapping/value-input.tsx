/** An input for a field's value: free text, or a list where only certain values are allowed. */

/** What the input needs. */
export interface ValueInputProps {
  /** What to read out; a visible label is named by `id` instead. */
  readonly label?: string;
  readonly id?: string;
  readonly value: string;
  /** The allowed values; without them any text can be entered. */
  readonly options?: readonly string[] | undefined;
  /** The words of an allowed value; the value itself where absent. */
  readonly wordsOf?: (option: string) => string;
  readonly onInput: (value: string) => void;
}

/** A text input, or a list whose first entry asks to choose. */
export function ValueInput({ label, id, value, options, wordsOf, onInput }: ValueInputProps) {
  if (options === undefined) {
    return (
      <input
        type="text"
        id={id}
        aria-label={label}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    );
  }
  return (
    <select id={id} aria-label={label} value={value} onChange={(event) => onInput(event.currentTarget.value)}>
      <option value="">Choose a value</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {wordsOf?.(option) ?? option}
        </option>
      ))}
    </select>
  );
}
