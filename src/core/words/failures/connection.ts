/** What is wrong with the connection: the key, the chatbot, the platform, and what Google allows to send. */
import { countWords } from '../counts.ts';
import { type FailureWords, fail } from './fail.ts';

export const connectionFailures = {
  notConnected: () =>
    fail(
      'notConnected',
      'Listing Sync is not connected to a chatbot yet.',
      'Open the sidebar and enter the secret key and the chatbot ID under ⚙ Settings.',
    ),
  keyRefused: (detail: string) =>
    fail(
      'keyRefused',
      `The platform refused the secret key. ${detail}.`,
      'Check the key under ⚙ Settings (Profile settings › Webhooks API on the platform) and run again. Rows that were not sent keep their status.',
    ),
  /** In the form where the key stands, before or after it was saved. */
  keyRefusedInTest: (detail: string, isSaved: boolean) =>
    fail(
      'keyRefused',
      `The platform refused the secret key. ${detail}.`,
      `${isSaved ? 'Replace it: the key' : 'Nothing was saved. The key'} is on the platform, under Profile settings › Webhooks API; copy it whole.`,
    ),
  platformUnreachable: (detail: string) =>
    fail(
      'platformUnreachable',
      `${detail}.`,
      'Nothing was lost. Wait a minute and try again; if it stays, check the address of the platform.',
    ),
  platformBusy: (detail: string, minutes: number) =>
    fail(
      'platformUnreachable',
      `${detail}, and asks to wait ${countWords(minutes, 'minute')}.`,
      'Nothing was lost. Run again after that.',
    ),
  platformAnswer: (detail: string) =>
    fail(
      'platformAnswer',
      `${detail}.`,
      'Check the chatbot ID under ⚙ Settings. If it is right, tell whoever runs the platform.',
    ),
  refusedAlike: (detail: string) =>
    fail(
      'platformAnswer',
      `${detail}. It says the same of every row that was tried, so nothing more was sent.`,
      'Correct what it names: the chatbot ID under Connection, a column, or your plan. Then run again or use Retry failed rows.',
    ),
  mayNotList: (detail: string) =>
    fail(
      'mayNotList',
      `The key may not list the chatbot’s listings. ${detail}.`,
      'Everything else goes on. Ask whoever gave you the key, or look at the listings on the platform.',
    ),
  listUnreadable: () =>
    fail(
      'platformAnswer',
      'The platform’s list of listings could not be read, so nothing was compared.',
      'Tell whoever runs the platform, or report the problem under Help.',
    ),
  badConnection: (message: string) =>
    fail('badConnection', message, 'Correct it and save again; what was saved before is still in force.'),
  consentMissing: (change: string, when: string, whose: 'own' | 'sharedByMe' | 'sharedByOther') =>
    fail(
      'consentMissing',
      `Somebody changed ${change}${when}. ${whose === 'own' ? 'Your key' : whose === 'sharedByMe' ? 'The key that you share' : 'The key that is shared in this file'} has not been used for it.`,
      whose === 'sharedByOther'
        ? 'Enter a key of your own under ⚙ Settings, or ask who shared the key to open ⚙ Settings and agree.'
        : 'Open ⚙ Settings in the sidebar and agree, or ask whoever changed it to change it back.',
    ),
  keyNotYours: () =>
    fail(
      'keyNotYours',
      'The key of this file was shared by somebody else, so it cannot become yours, nor be used for another chatbot or with another header.',
      'Enter a key of your own, or ask who shared it.',
    ),
  othersKeyKept: () =>
    fail(
      'keyNotYours',
      'The key could not be tested, and one that was not tested never takes the place of a key that somebody else shares.',
      'Save it for yourself only, or wait until it can be tested.',
    ),
  untested: (reason: string) =>
    fail(
      'untested',
      `The key could not be tested: ${reason}`,
      'Nothing was saved, and what was saved before is still in force. Try again in a minute, or save it untested.',
    ),
  hostChanged: (host: string) =>
    fail(
      'consentMissing',
      `The address of the platform is ${host} now. Nothing was sent there or saved.`,
      'Look at the address under ⚙ Settings, and save again if it is right.',
    ),
  connectionMoved: () =>
    fail(
      'consentMissing',
      'Somebody changed the connection of this file while yours was tested. Nothing was saved.',
      'Look at what ⚙ Settings say now, and save again.',
    ),
  quota: (detail: string) =>
    fail(
      'quota',
      `Google allows no more requests for now: ${detail}`,
      'Everything sent so far is recorded. Run again tomorrow, or ask a colleague to run it.',
    ),
  tooFast: (detail: string) =>
    fail(
      'quota',
      `Google asks to go slower: ${detail}`,
      'Everything sent so far is recorded. Wait a minute and run again.',
    ),
  authorization: () =>
    fail(
      'authorization',
      'Google did not let Listing Sync act for you.',
      'If you are signed in to several Google accounts, open the sheet in a browser profile with one account; otherwise reload the sheet and accept the permissions.',
    ),
} satisfies FailureWords;
