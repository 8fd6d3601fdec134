/** The look at the request of one row. */
import type { RowPreview } from '../../../core/check/row-preview.ts';
import type { Answer, ShownFailure } from '../../bridge/server-bridge.ts';

/** What is known of the row that was asked for. */
export type PreviewState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly rowNumber: number }
  | { readonly kind: 'failed'; readonly rowNumber: number; readonly failure: ShownFailure }
  | { readonly kind: 'shown'; readonly preview: RowPreview };

/** What can happen to it. */
export type PreviewChange =
  | { readonly kind: 'previewAsked'; readonly rowNumber: number }
  | { readonly kind: 'previewAnswered'; readonly rowNumber: number; readonly answer: Answer<RowPreview> };

/** The look after a change. An answer about a row that is no longer asked for changes nothing. */
export function reducePreview(state: PreviewState, change: PreviewChange): PreviewState {
  const { rowNumber } = change;
  switch (change.kind) {
    case 'previewAsked':
      return { kind: 'reading', rowNumber };
    case 'previewAnswered': {
      if (state.kind !== 'reading' || state.rowNumber !== rowNumber) return state;
      const { answer } = change;
      return answer.ok
        ? { kind: 'shown', preview: answer.value }
        : { kind: 'failed', rowNumber, failure: answer.error };
    }
    default:
      return change satisfies never;
  }
}

/** What becomes of the row, in a sentence. */
export function previewWords({ rowNumber, request, outcome }: RowPreview): string {
  if (request !== undefined) return `Row ${rowNumber} would be sent to ${request.endpoint}.`;
  return outcome === undefined
    ? `Row ${rowNumber} would not be sent.`
    : `Row ${rowNumber} would not be sent: ${outcome.status}.`;
}

/** What a screen reader is told without being asked; a failure is an alert of its own. */
export function previewAnnouncement(state: PreviewState): string {
  switch (state.kind) {
    case 'none':
    case 'failed':
      return '';
    case 'reading':
      return `Reading row ${state.rowNumber}.`;
    case 'shown':
      return previewWords(state.preview);
    default:
      return state satisfies never;
  }
}
