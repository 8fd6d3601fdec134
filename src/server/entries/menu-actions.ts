/** The actions of the menu: ask where something would be deleted, run in one go, and say what became of it. */

import type { CheckReport } from '../../core/check/check-report.ts';
import { brake } from '../../core/engine/brake.ts';
import type { RunProgress } from '../../core/engine/progress.ts';
import type { DeleteConfirmation } from '../../core/engine/run-request.ts';
import { attentionWords } from '../../core/schedule/sentences.ts';
import type { Failure } from '../../core/terms/failure.ts';
import type { Result } from '../../core/terms/result.ts';
import { ACTION_WORDS, type Action, type Scope } from '../../core/words/actions.ts';
import { backgroundWords, waitingQuestion } from '../../core/words/background.ts';
import { count } from '../../core/words/counts.ts';
import { brakeWords, deleteLine, otherRowsWords } from '../../core/words/deletes.ts';
import { failureText } from '../../core/words/failures.ts';
import { readFileProperties } from '../services/stores/document-store.ts';
import { lastTickIn, schedulesIn } from '../services/stores/schedule-store.ts';
import { settleFormat } from '../services/stores/store-format.ts';
import { comparePlatform } from './activity/compare-platform.ts';
import { explain } from './reply.ts';
import { checkRows } from './run/check-rows.ts';
import { continueRun, finishInTime } from './run/continue-run.ts';
import { type Consent, startRunAsking } from './run/start-run.ts';
import { putAside, type WaitingInBackground, waitingInBackground } from './run/waiting-run.ts';
import { ADD_ON_NAME } from './show-sidebar.ts';
import { endContinuation, planContinuation } from './triggers.ts';

/** Problem rows a dialog can show without becoming a wall of text. */
const SHOWN_PROBLEMS = 8;

/** Seconds a toast stays. */
const TOAST_SECONDS = 8;

/** The time of an execution. */
interface Execution {
  /** When it began, not counting the time a person took to answer: Google's clock stands still meanwhile. */
  startedMs: number;
  /** How long reading and planning the rows took. */
  readMs: number;
  /** The run that Google's clock carries on if this execution does not end it; `''` while there is none. */
  carriedOn: string;
}

/** Runs an action from the menu. */
export function runFromMenu(action: Action, scope: Scope): void {
  guarded(() => {
    const execution = { startedMs: Date.now(), readMs: 0, carriedOn: '' };
    if (!settleWaiting(execution)) return;
    toast(`${ACTION_WORDS[action].command}: reading the rows…`);
    const started = startWithConsent(action, scope, execution);
    if (!started.ok) tell(started.error);
    else if (started.value === undefined) toast('Nothing was deleted or sent.');
    else report(finishInTime(started.value, execution), execution);
  });
}

/** Compares the tab in front with the platform from the menu, and says what was found. */
export function compareFromMenu(): void {
  guarded(() => {
    toast('Asking the platform for its listings…');
    const compared = comparePlatform({ tabId: SpreadsheetApp.getActiveSheet().getSheetId() });
    if (!compared.ok) tell(compared.error);
    else alert('Compared with the platform', `${compared.value.sentences.join('\n')}\n\n${COMPARED}`);
  });
}

const COMPARED =
  'The tab “Platform listings” has them one by one. To delete some, select them there and choose Delete selected listings. To copy some into your tab, compare in the sidebar under Activity.';

/** Asks what shall become of rows that still wait in the background; whether this command may begin. */
function settleWaiting(execution: Execution): boolean {
  const waiting = waitingInBackground();
  if (waiting === undefined) return true;
  const { runId } = waiting.record;
  switch (askAboutWaiting(waiting)) {
    case 'sendFirst':
      return sendFirst(runId, execution);
    case 'leave': {
      const aside = putAside(runId);
      if (!aside.ok) tell(aside.error);
      return aside.ok;
    }
    case 'cancel':
      toast('Nothing was begun. The rows that wait go on in the background.');
      return false;
  }
}

function askAboutWaiting({ record, waiting, canLeave }: WaitingInBackground): 'sendFirst' | 'leave' | 'cancel' {
  const ui = SpreadsheetApp.getUi();
  const words = { waiting, command: ACTION_WORDS[record.action].command, tabName: record.tabName };
  const buttons = canLeave ? ui.ButtonSet.YES_NO_CANCEL : ui.ButtonSet.YES_NO;
  const answer = ui.alert('Rows of your unfinished run still wait', waitingQuestion(words, canLeave), buttons);
  if (answer === ui.Button.YES) return 'sendFirst';
  return canLeave && answer === ui.Button.NO ? 'leave' : 'cancel';
}

/** Goes on with the run that waits; whether it ended in time for this command to begin. */
function sendFirst(runId: string, execution: Execution): boolean {
  execution.startedMs = Date.now();
  const continued = continueRun(runId, 'unwatched', execution.startedMs);
  // It may have ended while the question was open.
  if (!continued.ok && continued.error.kind === 'runGone') return true;
  const ended = continued.ok ? finishInTime(continued.value, execution) : continued;
  if (ended.ok && ended.value.state !== 'running') {
    endContinuation(runId);
    return true;
  }
  report(ended, execution);
  return false;
}

/** Checks the selected rows and says what a run would do. */
export function checkFromMenu(): void {
  guarded(() => {
    const report = checkSelection();
    if (report.ok) alert('Check', checkWords(report.value));
    else tell(report.error);
  });
}

/** A tab without listing keys may hold chatbot rows. */
function checkSelection(): Result<CheckReport, Failure> {
  const asListings = checkRows({ action: 'sync', scope: 'selection' });
  if (asListings.ok || asListings.error.kind !== 'noKeyColumn') return asListings;
  const asRows = checkRows({ action: 'push', scope: 'selection' });
  return asRows.ok ? asRows : asListings;
}

function checkWords({ message, problems, problemCount }: CheckReport): string {
  const lines = problems.slice(0, SHOWN_PROBLEMS).map((problem) => `Row ${problem.rowNumber}: ${problem.detail}`);
  const more =
    problemCount > lines.length ? [`… and ${problemCount - lines.length} more; the sidebar lists them.`] : [];
  return [message, ...lines, ...more].join('\n\n');
}

/** Starts a run; asks first when it would delete. `undefined` when the person declined. */
function startWithConsent(
  action: Action,
  scope: Scope,
  execution: Execution,
): Result<RunProgress | undefined, Failure> {
  return startRunAsking(
    { action, scope },
    {
      agrees: (confirmation) => {
        const askedMs = Date.now();
        const answer = askAboutDeletes(confirmation, action);
        execution.startedMs += Date.now() - askedMs;
        return answer;
      },
      announce: (progress) => announce(progress, execution),
      startedMs: () => execution.startedMs,
      audience: 'unwatched',
      provideBackground: (runId) => {
        if (planContinuation(runId).kind === 'planned') execution.carriedOn = runId;
      },
    },
  );
}

/** Listings a dialog of Google's can show; the sidebar's question lists them all, with a tick each. */
const SHOWN_DELETES = 100;

type Answer = ReturnType<Consent['agrees']>;

/** Asks by a press where that is enough, else for the number. */
function askAboutDeletes(confirmation: DeleteConfirmation, action: Action): Answer {
  const { tabName, chatbotId, listings, said, load } = confirmation;
  const verdict = brake({ ...load, deletes: listings.length });
  const shown = listings.slice(0, SHOWN_DELETES).map(deleteLine);
  const more = listings.length - shown.length;
  const first = `The chatbot ${chatbotId} forgets ${count(listings.length, 'listing')} of “${tabName}”. The rows of the sheet stay.`;
  const words = [
    [...shown, ...(more > 0 ? [`… and ${more} more; the sidebar lists them all.`] : [])].join('\n'),
    ...said,
    'To leave some of them out, start from the sidebar.',
  ];
  return verdict.kind === 'free'
    ? askForYes([first, ...words], confirmation, action)
    : askForNumber([`${first} ${brakeWords(verdict)}`, typingWords(listings.length), ...words], confirmation);
}

function askForYes(words: readonly string[], { listings, otherRows }: DeleteConfirmation, action: Action): Answer {
  const ui = SpreadsheetApp.getUi();
  const title = `Delete ${count(listings.length, 'listing')}?`;
  const { done } = ACTION_WORDS[action];
  const others = `${otherRowsWords(otherRows)} ${done}`;
  const choice =
    otherRows === 0 ? [] : [`Yes: delete. ${others}, too. No: delete nothing. ${others}. Cancel: nothing at all.`];
  const buttons = otherRows === 0 ? ui.ButtonSet.YES_NO : ui.ButtonSet.YES_NO_CANCEL;
  const answer = ui.alert(title, [...words, ...choice].join('\n\n'), buttons);
  if (answer === ui.Button.YES) return {};
  return otherRows > 0 && answer === ui.Button.NO ? { leftOut: listings.map(({ id }) => id) } : undefined;
}

/** Stands before the listings: a long message is cut at its end, and has to be scrolled. */
function typingWords(deletes: number): string {
  return `To delete all of them, type ${deletes} and press OK. Anything else deletes and sends nothing.`;
}

/** A number that was typed is an answer; anything else is none. */
function askForNumber(words: readonly string[], { listings }: DeleteConfirmation): Answer {
  const ui = SpreadsheetApp.getUi();
  const deletes = listings.length;
  const title = `Delete ${count(deletes, 'listing')}?`;
  const response = ui.prompt(title, words.join('\n\n'), ui.ButtonSet.OK_CANCEL);
  const isTyped = response.getSelectedButton() === ui.Button.OK && response.getResponseText().trim() === `${deletes}`;
  return isTyped ? { typedCount: deletes } : undefined;
}

/** Says what will be sent and what it will cost, while the rows are still waiting. */
function announce({ action, message, cost }: RunProgress, execution: Execution): void {
  execution.readMs = Date.now() - execution.startedMs;
  toast(`${ACTION_WORDS[action].command}: ${[message, cost].filter(Boolean).join(' ')} Watch the Sync status column.`);
}

function report(ended: Result<RunProgress, Failure>, { carriedOn }: Execution): void {
  if (!ended.ok) {
    if (carriedOn !== '' && ended.error.kind !== 'busy') endContinuation(carriedOn);
    tell(ended.error);
    return;
  }
  const { runId, state, message, done, total } = ended.value;
  if (state === 'running') {
    const rest = `${message} Google allows a menu command only a few minutes, so ${total - done} rows still wait.`;
    alert('Not finished yet', `${rest} ${backgroundWords(planContinuation(runId))}`);
    return;
  }
  if (carriedOn !== '') endContinuation(carriedOn);
  if (state === 'stopped') alert('The run stopped', message);
  else toast([message, scheduleAttention()].filter((words) => words !== '').join(' '));
}

/** Whoever never opens the sidebar learns here that a schedule has stopped. */
function scheduleAttention(): string {
  const properties = readFileProperties();
  return attentionWords(schedulesIn(properties), (token) => lastTickIn(properties, token), Date.now());
}

function tell(failure: Failure): void {
  alert(ADD_ON_NAME, failureText(failure));
}

function alert(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, text, ui.ButtonSet.OK);
}

function toast(text: string): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(text, ADD_ON_NAME, TOAST_SECONDS);
}

function guarded(act: () => void): void {
  try {
    const format = settleFormat();
    if (format.ok) act();
    else tell(format.error);
  } catch (exception) {
    tell(explain(exception));
  }
}
