/** Behaviour of Google's that no page settles: each a switch, so that the add-on can be shown to work either way. */

/** The switches. What a switch is called after its colon is what happens. */
export interface Edges {
  /**
   * `getRange` beyond the grid. Everybody reports that it throws, nobody at which call.
   *
   * @see https://github.com/RomainVialard/ErrorHandler `src/ErrorHandler.gs.js` (text; read 2026-11-21)
   */
  readonly rangeBeyondGrid: 'refused at the call' | 'refused at use';
  /**
   * Rows or columns that cannot be inserted. Writes are buffered and their errors come late; whether inserts count among
   * them is not said.
   *
   * @see https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#flush (read 2026-11-29)
   */
  readonly inserts: 'refused at the flush' | 'refused at the call';
  /**
   * Locks while an alert or prompt is open. The page says that they do not survive `alert`; of `prompt` it says nothing.
   *
   * @see https://developers.google.com/apps-script/reference/base/ui#alertprompt (read 2026-11-21)
   */
  readonly locksInDialog: 'lost' | 'kept';
  /**
   * Writes that are pending when a lock is released. The page advises a flush before; whether the release itself sends them
   * is not said.
   *
   * @see https://developers.google.com/apps-script/reference/lock/lock#releaselock (read 2026-11-29)
   */
  readonly pendingWritesAtRelease: 'stay pending' | 'are sent';
  /**
   * `getRichTextValues` of a cell that holds no text, such as a number or a date. The published types allow for `null`; when
   * there is one is not said.
   *
   * @see https://www.npmjs.com/package/@types/google-apps-script 2.0.13, `Range.getRichTextValues` (read 2026-11-29)
   */
  readonly richTextOfNonText: 'its text' | 'null';
  /**
   * `activate` of a range whose tab is not the active one. The page says what becomes current, not on which tab one must be.
   *
   * @see https://developers.google.com/apps-script/reference/spreadsheet/range#activate (read 2026-11-29)
   */
  readonly rangeOfOtherTab: 'brings its tab' | 'is refused';
  /**
   * Writes that are pending when an execution is killed. Google documents that writes are buffered, not what becomes of them.
   *
   * @see https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#flush (read 2026-11-29)
   */
  readonly pendingWritesAtKill: 'lost' | 'sent';
  /**
   * Whether a clock trigger knows the spreadsheet it was made in. By deployment: in a bound script it does, in a published
   * add-on it does not.
   *
   * @see https://developers.google.com/workspace/add-ons/concepts/editor-triggers ("per user per document"; read 2026-11-21)
   * @see https://github.com/vtst/google-apps-scripts `VtstAddonTriggerLib/README.md` (without a document; read 2026-11-21)
   */
  readonly clockTriggerDocument: 'by deployment' | 'there' | 'missing';
  /**
   * Whether the web app of a bound script knows its spreadsheet. The page about bound scripts names menus, triggers and the editor,
   * not web apps; projects rely on it.
   *
   * @see https://developers.google.com/apps-script/guides/bound#special_methods (read 2026-11-21)
   */
  readonly webAppDocument: 'missing' | 'there';
  /**
   * Which calls of a recurring clock trigger come. Google promises none of them: projects report triggers that skip hours, and
   * ones that strike twice.
   *
   * @see https://github.com/derekantrican/GAS-ICS-Sync/issues/79 (skipped; read 2026-11-21)
   * @see https://github.com/Chimildic/goofy/issues/166 (disabled for an unknown reason; read 2026-11-21)
   */
  readonly clockTriggerCalls: 'each once' | 'every third is lost' | 'each twice';
  /**
   * When in its period a recurring trigger strikes: a whole period after it was made, or at a minute of the hour that Google
   * chooses and keeps.
   *
   * @see https://developers.google.com/apps-script/guides/triggers/installable#time-driven_triggers ("slightly randomized";
   * read 2026-11-29)
   */
  readonly clockTriggerMinute: 'as it was made' | 'chosen by Google';
  /**
   * In which words a data validation refuses a value. Scripts report the English ones; that exceptions follow the language of the person
   * is known, what this one says in others is not, nor whether a rule's own help text ever stands alone.
   *
   * @see https://developers.google.com/apps-script/reference/spreadsheet/data-validation-builder#setHelpText(String) (read 2026-11-30)
   */
  readonly ruleRefusal: 'in English' | 'in another language' | 'in the words of the rule';
}

/** What the emulator does where nobody asks for something else. */
export const USUAL_EDGES: Edges = {
  rangeBeyondGrid: 'refused at the call',
  inserts: 'refused at the flush',
  locksInDialog: 'lost',
  pendingWritesAtRelease: 'stay pending',
  richTextOfNonText: 'its text',
  rangeOfOtherTab: 'brings its tab',
  pendingWritesAtKill: 'lost',
  clockTriggerDocument: 'by deployment',
  webAppDocument: 'missing',
  clockTriggerCalls: 'each once',
  clockTriggerMinute: 'as it was made',
  ruleRefusal: 'in English',
};
