/** One row exactly as it would be sent, or why it would not be. */
import type { RefObject } from 'preact';
import type { RowPreview } from '../../../core/check/row-preview.ts';
import { previewWords } from '../../model/run/preview-state.ts';
import { CopyField } from '../../parts/copy-field.tsx';
import { Changes } from './change-list.tsx';

/** What the card needs. */
export interface RowPreviewCardProps {
  readonly preview: RowPreview;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** The row's request, with what was computed and what is worth knowing. */
export function RowPreviewCard({ preview, heading }: RowPreviewCardProps) {
  const { rowNumber, label, outcome, request, changes, derived, notes } = preview;
  return (
    <section class="preview" aria-labelledby="preview-heading">
      <h4 id="preview-heading" ref={heading} tabIndex={-1}>
        Request of row {rowNumber}
        {label !== '' && ` · ${label}`}
      </h4>
      <p>{previewWords(preview)}</p>
      {outcome !== undefined && <p class="quiet">{outcome.detail}</p>}
      {changes !== undefined && <Changes changes={changes} />}
      {derived.length > 0 && <p class="quiet">Computed: {derived.join(', ')}</p>}
      {notes.length > 0 && (
        <ul class="facts">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {request !== undefined && <Request request={request} />}
    </section>
  );
}

function Request({ request }: { readonly request: NonNullable<RowPreview['request']> }) {
  return (
    <>
      {/* Long bodies scroll; without a tab stop the keyboard could not. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable. */}
      <section class="code body" tabIndex={0} aria-label="Request body">
        <pre>{request.body}</pre>
      </section>
      <CopyField id="request-curl" label="As cURL, with the key masked" text={request.curl} copyWords="Copy as cURL" />
    </>
  );
}
