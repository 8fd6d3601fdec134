/** Sentences about the webhook. */
import { LONGEST_MESSAGE_BYTES, type Refused } from './webhook.ts';

/** What there is of a message that could not be kept, and what to do. */
export function refusedWords({ why, bytes }: Refused, time: string): string {
  const limit = LONGEST_MESSAGE_BYTES / 1000;
  switch (why) {
    case 'tooLong':
      return `A message of ${time} has ${kilobytes(bytes)} kB and was not kept; ${limit} kB is the most. Ask the sender to send its listings one by one.`;
    case 'full':
      return `A message of ${time} was not kept: too many are waiting. They are taken in while this sidebar is open; then ask the sender to send it again.`;
    case 'failed':
      return `A message of ${time} was not kept, because Google failed. Ask the sender to send it again.`;
    case 'cutOff':
      return `A message of ${time} arrived in pieces, because Google ended the script. Ask the sender to send it again.`;
    default:
      return why satisfies never;
  }
}

/** Whose clock takes in what arrives, and how it is with it. */
export function listeningWords({ isMine, email, isSilent }: Listening): string {
  const clock = isMine ? 'Your clock' : `The clock of ${email === '' ? 'a colleague' : email}`;
  return isSilent
    ? `${clock} has not looked for three hours. What arrives comes into the rows only when somebody opens the sidebar.`
    : `${clock} takes in what arrives, every quarter of an hour; opening the sidebar does so at once.`;
}

/** Whose clock it is. */
export interface Listening {
  readonly isMine: boolean;
  /** `''` where Google does not tell. */
  readonly email: string;
  /** Whether it shows no sign of life. */
  readonly isSilent: boolean;
}

/** Why a test message did not arrive, and what to do, by what Google answered. */
export function testWords(status: number): { readonly why: string; readonly nextStep: string } {
  if (status >= 300 && status < 400)
    return {
      why: 'Google asks senders to sign in, which they cannot.',
      nextStep:
        'Under Deploy › Manage deployments let the web app execute as Me, with access for Anyone, and try again.',
    };
  if (status === 404)
    return {
      why: 'Nothing is deployed at this address, or only for yourself.',
      nextStep: 'Compare it with the Web app URL under Deploy › Manage deployments; access has to be for Anyone.',
    };
  if (status === 200)
    return {
      why: 'The address answers, but the message did not arrive: it belongs to another script, or to an older version of this one.',
      nextStep: 'Under Deploy › Manage deployments choose Edit and a new version, and try again.',
    };
  return {
    why: `Google answers with status ${status}.`,
    nextStep: 'Try again in a minute; if it stays, deploy the web app anew.',
  };
}

function kilobytes(bytes: number): string {
  return Math.round(bytes / 1000).toLocaleString('en-US');
}
