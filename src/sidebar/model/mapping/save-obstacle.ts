/** Why a draft of settings cannot be saved, in the words that stand beside the disabled button. */
import { concernOf } from './field-choice.ts';
import type { MappingDraft } from './mapping-state.ts';

/** Why the draft cannot be saved; `undefined` when it can. */
export function saveObstacle({ view, draft, saving }: MappingDraft): string | undefined {
  if (saving !== undefined) return 'Saving…';
  for (const field of view.fields) {
    const concern = concernOf(view, draft, field);
    if (concern?.kind === 'fixedEmpty') return `Enter the fixed value of ${field.label}.`;
    if (concern?.kind === 'defaultEmpty') return `Enter the default of ${field.label}.`;
  }
  return undefined;
}
