/** A text to take along, with a button that copies it. */
import { useRef, useState } from 'preact/hooks';
import { ActionButton } from './action-button.tsx';

/** What the field needs. */
export interface CopyFieldProps {
  /** Unique in the page. */
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** The words of the button. */
  readonly copyWords: string;
  /** Lines that are visible at once; six where it is not said. */
  readonly lines?: number;
}

type CopyOutcome = 'copied' | 'selected';

const OUTCOME_WORDS: { readonly [Outcome in CopyOutcome]: string } = {
  copied: 'Copied.',
  selected: 'Selected. Press Ctrl+C, or ⌘C on a Mac, to copy it.',
};

const VISIBLE_LINES = 6;

/** Shows the text and copies it; where the browser does not allow that, the text is selected for the keyboard. */
export function CopyField({ id, label, text, copyWords, lines = VISIBLE_LINES }: CopyFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<{ readonly text: string; readonly outcome: CopyOutcome }>();
  const copy = async (): Promise<void> => {
    if (area.current !== null) setCopied({ text, outcome: await copyFrom(area.current) });
  };
  return (
    <div class="copy-field">
      <label class="field" for={id}>
        <span class="field-label">{label}</span>
        <textarea id={id} ref={area} class="code" rows={lines} readOnly spellcheck={false} value={text} />
      </label>
      <ActionButton onPress={() => void copy()}>{copyWords}</ActionButton>
      <p class="quiet" role="status">
        {copied?.text === text && OUTCOME_WORDS[copied.outcome]}
      </p>
    </div>
  );
}

/**
 * A sidebar is a frame of another origin, which may lack the right to write to the clipboard.
 *
 * @see https://www.w3.org/TR/clipboard-apis/#clipboard-permissions (read 2026-11-21).
 */
async function copyFrom(area: HTMLTextAreaElement): Promise<CopyOutcome> {
  try {
    await navigator.clipboard.writeText(area.value);
    return 'copied';
  } catch {
    area.focus();
    area.select();
    return 'selected';
  }
}
