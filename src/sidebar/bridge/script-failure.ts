/** Turns what `google.script.run` reports when a call itself fails into a failure a person can act on. */
import type { ShownFailure } from './server-bridge.ts';

interface KnownError {
  readonly pattern: RegExp;
  readonly failure: ShownFailure;
}

const LONGEST_QUOTE = 200;

/**
 * The texts Google is known to answer with, most specific first.
 *
 * @see https://developers.google.com/apps-script/guides/support/troubleshooting "Multiple accounts signed in"
 * (read 2026-11-21).
 * @see https://github.com/enuchi/React-Google-Apps-Script/issues/46 for both texts of the multi-account trouble
 * (read 2026-11-21).
 * @see https://github.com/evbacher/gd2md-html/issues/115 for "NetworkError: Connection failure due to HTTP 500"
 * (read 2026-11-21).
 */
const KNOWN_ERRORS: readonly KnownError[] = [
  {
    pattern: /PERMISSION_DENIED|Authorization is required|refused to connect/i,
    failure: {
      kind: 'authorization',
      message: 'Google did not let this sidebar act for you.',
      nextStep:
        'Close and reopen the sidebar; if it happens again, use a browser profile that is signed in to one Google account only.',
    },
  },
  {
    pattern: /HTTP 429|too many times|too many simultaneous|quota/i,
    failure: {
      kind: 'quota',
      message: 'Google limits how often the add-on may work, and that limit is reached.',
      nextStep: 'Wait a minute and try again; if a daily limit is used up, it starts anew tomorrow.',
    },
  },
  {
    pattern: /maximum execution time/i,
    failure: {
      kind: 'noAnswer',
      message: 'Google stopped the step because it took longer than six minutes.',
      nextStep: 'Do it again: what was done before counts, and sending twice is harmless.',
    },
  },
  {
    pattern: /NetworkError|Connection failure|network connection/i,
    failure: {
      kind: 'offline',
      message: 'The connection to Google was lost.',
      nextStep: 'Check your internet connection and try again.',
    },
  },
  {
    pattern: /function not found/i,
    failure: {
      kind: 'unexpected',
      message: 'This sidebar and the installed add-on are of different versions.',
      nextStep: 'Reload the spreadsheet and open the sidebar again.',
    },
  },
];

/** The failure that an error of `google.script.run` means; any value is understood, since the platform promises none. */
export function scriptFailure(error: unknown): ShownFailure {
  const text = errorText(error);
  const known = KNOWN_ERRORS.find(({ pattern }) => pattern.test(text));
  return known?.failure ?? unknownFailure(text);
}

/** The failure of a call that Google never answered. `waitedMs` is how long it was waited for. */
export function noAnswerFailure(waitedMs: number): ShownFailure {
  return {
    kind: 'noAnswer',
    message: `Google did not answer within ${Math.round(waitedMs / 1000)} seconds.`,
    nextStep: 'Check your internet connection and try again; doing it twice is harmless.',
  };
}

/** The failure of an answer that is no reply of the contract, such as the `null` Google sends for what it cannot carry. */
export function unreadableReplyFailure(): ShownFailure {
  return {
    kind: 'unexpected',
    message: 'The add-on answered with something this sidebar cannot read.',
    nextStep: 'Reload the spreadsheet, open the sidebar again and repeat what you did.',
  };
}

function unknownFailure(text: string): ShownFailure {
  const quote = text.replace(/^((ScriptError|Exception|Error):\s*)+/, '').slice(0, LONGEST_QUOTE);
  return {
    kind: 'unexpected',
    message: quote === '' ? 'Google reported an error without a text.' : `Google reported: ${quote}`,
    nextStep: 'Try again; if it happens again, reload the spreadsheet.',
  };
}

function errorText(error: unknown): string {
  if (typeof error === 'string') return error.trim();
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message).trim();
  return '';
}
