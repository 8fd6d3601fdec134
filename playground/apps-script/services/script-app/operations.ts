/** What `ScriptApp` may ask of the triggers. */

/** When a trigger fires. */
export type TriggerSchedule =
  | { readonly kind: 'once'; readonly afterMs: number }
  | { readonly kind: 'every'; readonly periodMs: number }
  | { readonly kind: 'event'; readonly event: 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT' };

/** An installed trigger as its creator sees it. */
export interface TriggerEntry {
  readonly id: string;
  readonly functionName: string;
  readonly schedule: TriggerSchedule;
  /** The spreadsheet it was made in. */
  readonly fileId: string;
}

/** Every operation on triggers: what is asked and what is answered. */
export interface TriggerOperations {
  readonly createTrigger: {
    readonly request: { readonly functionName: string; readonly schedule: TriggerSchedule };
    readonly answer: TriggerEntry;
  };
  /** Of one spreadsheet, or of all the person's. */
  readonly listTriggers: { readonly request: { readonly fileId?: string }; readonly answer: readonly TriggerEntry[] };
  readonly deleteTrigger: { readonly request: { readonly id: string }; readonly answer: null };
}
