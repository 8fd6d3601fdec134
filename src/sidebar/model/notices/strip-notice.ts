/** A thing that needs a person, as the strip above the views shows it. */
import type { SidebarVerbs } from '../sidebar.ts';
import type { SidebarState, ViewName } from '../sidebar-state.ts';

/** One thing that needs a person. */
export interface StripNotice {
  /** Tells it from the others, and stays the same while the thing does. */
  readonly id: string;
  /** What there is to do, in a sentence or two. */
  readonly words: string;
  /** What can be done about it right here, the best first. */
  readonly remedies: readonly NoticeRemedy[];
  /** The view where the thing itself stands; there the strip does not say it again. */
  readonly view?: ViewName;
}

/** A button of a notice: it opens a view, or does something. */
export type NoticeRemedy =
  | { readonly words: string; readonly opens: ViewName }
  | { readonly words: string; readonly press: (verbs: SidebarVerbs) => void };

/** What derives the notices of one subject. */
export type NoticeSource = (state: SidebarState) => readonly StripNotice[];
