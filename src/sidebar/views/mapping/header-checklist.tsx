/** A list of columns to tick. */

/** What the list needs. */
export interface HeaderChecklistProps {
  readonly legend: string;
  /** What to say when there is no column to tick. */
  readonly empty: string;
  readonly headers: readonly string[];
  /** What to know about a column, if anything. */
  readonly noteOf?: (header: string) => string | undefined;
  readonly isTicked: (header: string) => boolean;
  readonly onTick: (header: string, isTicked: boolean) => void;
}

/** Columns with a tick box each. */
export function HeaderChecklist({ legend, empty, headers, noteOf, isTicked, onTick }: HeaderChecklistProps) {
  return (
    <fieldset class="choices">
      <legend class="field-label">{legend}</legend>
      {headers.length === 0 && <p class="quiet">{empty}</p>}
      <div class="checklist">
        {headers.map((header) => (
          <label key={header} class="choice">
            <input
              type="checkbox"
              checked={isTicked(header)}
              onChange={(event) => onTick(header, event.currentTarget.checked)}
            />
            <span>
              {header}
              <Note words={noteOf?.(header)} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Note({ words }: { readonly words: string | undefined }) {
  return words === undefined ? null : <span class="quiet"> {words}</span>;
}
