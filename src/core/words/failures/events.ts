/** What is wrong with messages about listings, an inbox or a webhook. */
import { type FailureWords, fail } from './fail.ts';

export const eventFailures = {
  notMessages: () =>
    fail(
      'notMessages',
      'This text is no JSON, so there are no messages in it. Nothing was changed.',
      'Paste a message, a list of messages, JSON Lines or an inbox page; a sheet of listings is pasted into the grid itself.',
    ),
  asideFull: (lines: number) =>
    fail(
      'asideFull',
      `${lines} messages wait for a person, and more are not kept. Nothing was changed.`,
      'Look at them under Activity: try them again, choose their rows, or discard them. Then take these in again.',
    ),
  eventsProtected: (tabName: string) =>
    fail(
      'statusProtected',
      `The columns about messages in “${tabName}” are protected where rows would be written. Nothing was changed.`,
      'Ask the owner of the spreadsheet to let you edit these columns (Data › Protect sheets and ranges). Nothing is lost meanwhile.',
    ),
  rowsMoveUnderMessages: () =>
    fail(
      'rowsKeepChanging',
      'Rows were moved or changed each time their cells were about to be written. Nothing was sent or written.',
      'Wait until nobody sorts or edits the tab, then try again.',
    ),
  noInbox: () =>
    fail('noInbox', 'No inbox is connected to this file.', 'Connect one under Automate, or paste the messages there.'),
  noInboxKey: (address: string) =>
    fail(
      'noInboxKey',
      `You have entered no key for the inbox ${address}. Keys of other people are not used for you.`,
      'Enter yours under Automate, or let whoever connected the inbox poll it.',
    ),
  badInbox: (hosts: string) =>
    fail(
      'badInbox',
      `This is no address of an inbox that may be polled. These hosts may: ${hosts}.`,
      'Correct it. Another host is added by whoever installs Listing Sync; the install guide says where.',
    ),
  inboxRefused: (status: number, words: string) =>
    fail(
      'inboxRefused',
      `The inbox refused the key (status ${status}).${words} Nothing was lost.`,
      'Check the key, or enter a new one under Automate, and poll again.',
    ),
  inboxUnreachable: (why: string) =>
    fail(
      'inboxUnreachable',
      `The inbox could not be read. ${why} Nothing was lost.`,
      'Poll again later: it goes on where it was.',
    ),
  keptLineGone: () =>
    fail('keptLineGone', 'This message does not wait any more; somebody has dealt with it.', 'Refresh the list.'),
  noWebhookHere: () =>
    fail(
      'noWebhook',
      'An add-on of a domain has no address of its own, since it is the same script for all files.',
      'Use the version that is bound to this spreadsheet (see the install guide), or connect an inbox.',
    ),
  noWebhook: () =>
    fail(
      'noWebhook',
      'This file has no webhook any more.',
      'Set it up under Automate; the sender needs the new address then.',
    ),
  badWebAppAddress: (door: 'dev' | undefined) =>
    fail(
      'badWebAppAddress',
      door === 'dev'
        ? 'This is the test address, which answers only to who may edit the script.'
        : 'This is no address of a web app of Google\u2019s.',
      'Copy the Web app URL under Deploy › Manage deployments; it begins with https://script.google.com/ and ends with /exec.',
    ),
  webhookSilent: (why: string, nextStep: string) => fail('webhookSilent', why, nextStep),
} satisfies FailureWords;
