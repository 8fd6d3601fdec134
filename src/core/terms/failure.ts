/** Failures and replies as values. */
/** Everything that can stop an action as a whole (a single row's trouble is its outcome instead). */
export type FailureKind =
  | 'notConnected'
  | 'badConnection'
  | 'consentMissing'
  | 'keyNotYours'
  | 'untested'
  | 'creatingIsOff'
  | 'mayNotList'
  | 'nameTaken'
  | 'keyRefused'
  | 'platformUnreachable'
  | 'platformAnswer'
  | 'nothingSelected'
  | 'selectionTooLarge'
  | 'tabTooLarge'
  | 'nothingToDo'
  | 'noHeaderRow'
  | 'emptyTab'
  | 'duplicateHeaders'
  | 'headersChanged'
  | 'undecided'
  | 'noKeyColumn'
  | 'statusProtected'
  | 'statusHeaderTaken'
  | 'statusColumnsGone'
  | 'columnsRefused'
  | 'filterElsewhere'
  | 'tabChanged'
  | 'tabGone'
  | 'rowGone'
  | 'busy'
  | 'runGone'
  | 'onlyViewer'
  | 'mayNotDelete'
  | 'scheduleGone'
  | 'scheduleRefused'
  | 'rowsKeepChanging'
  | 'chatbotChanged'
  | 'deletesChanged'
  | 'deletesHeld'
  | 'storeFull'
  | 'newerStore'
  | 'notMessages'
  | 'asideFull'
  | 'ownTab'
  | 'noInbox'
  | 'noInboxKey'
  | 'badInbox'
  | 'inboxRefused'
  | 'inboxUnreachable'
  | 'keptLineGone'
  | 'badSettingsFile'
  | 'noWebhook'
  | 'badWebAppAddress'
  | 'webhookSilent'
  | 'quota'
  | 'badArgument'
  | 'authorization'
  | 'unexpected';

/** A failure in words: `message` says what happened, `nextStep` what to do now. Neither ever holds the key. */
export interface Failure {
  readonly kind: FailureKind;
  readonly message: string;
  readonly nextStep: string;
}

/** What every function of the server answers. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };
