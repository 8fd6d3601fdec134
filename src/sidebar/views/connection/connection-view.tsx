/** The connection in the settings: the key, the chatbot, and a test that shows whether they work before they are saved. */
import { useState } from 'preact/hooks';
import { isRequestsAtOnce } from '../../../core/contract/shared-rules.ts';
import type { ConnectionView as Connection, ConnectionInput } from '../../../core/settings/connection.ts';
import { type ConnectionActivity, isConnectionBusy } from '../../model/connection/connection-state.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { openView } from '../../parts/view-tabs.tsx';
import type { ViewProps } from '../view-props.ts';
import { type ConnectionDraft, ConnectionFields, isKeyKept } from './connection-fields.tsx';

/** The connection; on first use it also says what the add-on is for. */
export function ConnectionView({ state, verbs }: ViewProps) {
  const connection = state.overview.value?.connection;
  if (connection === undefined) {
    return state.overview.failure === undefined ? <p class="quiet">Reading the connection…</p> : null;
  }
  return (
    <>
      <Standing connection={connection} hasFailed={state.connection.kind === 'failed'} />
      <ConnectionForm connection={connection} activity={state.connection} verbs={verbs} />
    </>
  );
}

/** What is in force now, whatever is typed below. */
function Standing({ connection, hasFailed }: { readonly connection: Connection; readonly hasFailed: boolean }) {
  const { host, waiting, isConnected, isTested } = connection;
  if (waiting !== undefined) return <FailureNotice failure={waiting.failure} />;
  if (!isConnected) return <Welcome host={host} />;
  return (
    <p>
      {hasFailed ? 'What was saved before is in force: ' : isTested ? 'Connected to ' : 'Saved, but not tested yet: '}
      <strong>{host}</strong>.
    </p>
  );
}

function Welcome({ host }: { readonly host: string }) {
  return (
    <section class="welcome">
      <h2>Keep your chatbot true to this sheet</h2>
      <p>Three steps, and every row says what became of it:</p>
      <ol class="steps">
        <li>
          <strong>Connect</strong> to {host}, below.
        </li>
        <li>
          <strong>Check</strong> the rows: you see what would be sent, and nothing is.
        </li>
        <li>
          <strong>Send one row first</strong>, look at it, and send the others.
        </li>
      </ol>
    </section>
  );
}

interface ConnectionFormProps {
  readonly connection: Connection;
  readonly activity: ConnectionActivity;
  readonly verbs: SidebarVerbs;
}

/** What was typed lives here and not in the store, so that the key is forgotten once it is saved. */
function ConnectionForm({ connection, activity, verbs }: ConnectionFormProps) {
  const [draft, setDraft] = useState<ConnectionDraft>({});
  const input = inputOf(connection, draft);
  const isChanged = Object.keys(draft).length > 0 || !connection.isConnected;
  const obstacle = connectObstacle(connection, input, activity);
  const save = async (isUntestedAccepted: boolean): Promise<void> => {
    if (await verbs.connect(isUntestedAccepted ? { ...input, isUntestedAccepted } : input)) setDraft({});
  };
  const submit = async (): Promise<void> => {
    if (obstacle !== undefined) return;
    await (isChanged ? save(false) : verbs.testConnection());
  };
  const cancel = (): void => {
    setDraft({});
    verbs.dismissConnectionStep();
  };
  return (
    <form
      class="form"
      autocomplete="off"
      aria-label="Connection"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ConnectionFields connection={connection} draft={draft} onEdit={(edit) => setDraft({ ...draft, ...edit })} />
      <ActionButton tone="main" isSubmit obstacleId={obstacle && 'connect-obstacle'} onPress={() => void submit()}>
        {submitWords(connection, isChanged)}
      </ActionButton>
      <Obstacle id="connect-obstacle" reason={obstacle} />
      {Object.keys(draft).length > 0 && connection.maskedKey !== '' && (
        <ActionButton onPress={cancel}>Cancel</ActionButton>
      )}
      <ActivityNotice
        activity={activity}
        isTested={connection.isTested}
        verbs={verbs}
        onSaveUntested={() => void save(true)}
      />
      {connection.keyOwner === 'me' && <RemoveConnection verbs={verbs} />}
    </form>
  );
}

interface ActivityNoticeProps {
  readonly activity: ConnectionActivity;
  readonly isTested: boolean;
  readonly verbs: SidebarVerbs;
  readonly onSaveUntested: () => void;
}

function ActivityNotice({ activity, isTested, verbs, onSaveUntested }: ActivityNoticeProps) {
  return (
    <>
      <div role="status">
        {activity.kind === 'tested' && (
          <div class={isTested ? 'notice notice-done' : 'notice'}>
            <p class="notice-title">{activity.message}</p>
          </div>
        )}
      </div>
      {activity.kind === 'tested' && (
        <div class="button-row">
          <ActionButton onPress={() => checkTab(verbs)}>Next: check the rows of this tab</ActionButton>
          <ActionButton tone="quiet" onPress={() => openView(verbs, 'mapping')}>
            Look at its mapping
          </ActionButton>
        </div>
      )}
      {activity.kind === 'failed' && (
        <FailureNotice failure={activity.failure}>
          {activity.failure.kind === 'untested' && <ActionButton onPress={onSaveUntested}>Save untested</ActionButton>}
        </FailureNotice>
      )}
    </>
  );
}

/** The second of the three steps. */
function checkTab(verbs: SidebarVerbs): void {
  verbs.chooseScope('tab');
  openView(verbs, 'run');
  void verbs.check();
}

function RemoveConnection({ verbs }: { readonly verbs: SidebarVerbs }) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <ActionButton tone="quiet" onPress={() => setIsAsking(true)}>
        Remove connection…
      </ActionButton>
      {isAsking && (
        <ConfirmDialog
          title="Remove the connection?"
          confirmLabel="Remove connection"
          onCancel={() => setIsAsking(false)}
          onConfirm={() => {
            setIsAsking(false);
            void verbs.removeConnection();
          }}
        >
          <p>
            The add-on forgets your key for this file and, unless somebody else shares a key in it, the chatbot ID. Your
            sheet and the chatbot stay as they are.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}

function inputOf(connection: Connection, draft: ConnectionDraft): ConnectionInput {
  const { authHeader, sharing, chatbotId, requestsAtOnce, host } = { ...connection, ...draft };
  const key = draft.key?.trim() ?? '';
  const input = { authHeader, sharing, chatbotId: chatbotId.trim(), requestsAtOnce, host };
  return key === '' ? input : { ...input, key };
}

function connectObstacle(
  connection: Connection,
  input: ConnectionInput,
  activity: ConnectionActivity,
): string | undefined {
  if (isConnectionBusy(activity)) return busyWords(activity);
  if (input.key === undefined && !isKeyKept(connection, input)) {
    return connection.keyOwner === 'another' ? 'Enter a secret key of your own.' : 'Enter the secret key.';
  }
  if (input.chatbotId === '') return 'Enter the chatbot ID.';
  return isRequestsAtOnce(input.requestsAtOnce) ? undefined : 'Enter a whole number of requests from 1 to 100.';
}

function busyWords(activity: ConnectionActivity): string {
  if (activity.kind === 'saving') return 'Testing and saving…';
  return activity.kind === 'testing' ? 'Testing the connection…' : 'Removing the connection…';
}

function submitWords(connection: Connection, isChanged: boolean): string {
  if (connection.waiting?.canAgree === true) return 'Agree, test and save';
  if (!connection.isConnected) return 'Connect';
  return isChanged ? 'Test and save' : 'Test connection';
}
