/** The webhook of a file: how it is set up, the address for the sender, and a message that tries it. */
import { useState } from 'preact/hooks';
import type { WebhookInput, WebhookView } from '../../../core/contract/webhook-view.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { CopyField } from '../../parts/copy-field.tsx';
import { type ChoiceWords, RadioField } from '../mapping/choice-controls.tsx';
import type { ViewProps } from '../view-props.ts';

/** The webhook, or the form that makes one. */
export function WebhookCard(props: ViewProps) {
  const webhook = props.state.automation.value?.webhook;
  if (webhook === undefined) return null;
  // A sender that keeps an inbox has the messages there, where none can be lost.
  const usualMode = props.state.events.view?.inbox === undefined ? 'messages' : 'bell';
  switch (webhook.kind) {
    case 'impossible':
      return <p class="quiet">A webhook needs the version that is bound to a spreadsheet.</p>;
    case 'none':
      return (
        <details>
          <summary>Set up a webhook</summary>
          <p class="quiet">
            Other systems send messages to it as they happen. Choose Extensions › Apps Script › Deploy › New deployment
            › Web app, execute as Me, access for Anyone.
          </p>
          <WebhookForm {...props} key={usualMode} address="" mode={usualMode} words="Set up" />
        </details>
      );
    case 'there':
      return <Webhook {...props} webhook={webhook} />;
    default:
      return webhook satisfies never;
  }
}

type There = Extract<WebhookView, { kind: 'there' }>;

function Webhook({ state, verbs, webhook }: ViewProps & { readonly webhook: There }) {
  const { mode, tabName, senderAddress, listening, isSilent, isMine, waiting, refused } = webhook;
  const { isBusy } = state.events;
  const obstacleId = isBusy ? 'webhook-busy' : undefined;
  return (
    <article class="card">
      <p>{mode === 'bell' ? bellWords(state.events.view?.inbox !== undefined) : messagesWords(tabName)}</p>
      {senderAddress !== '' && (
        <>
          <CopyField
            id="webhook-address"
            label="Address for the sender"
            text={senderAddress}
            copyWords="Copy"
            lines={4}
          />
          <p class="quiet">Whoever knows it can put messages into your rows: give it to the sender only.</p>
        </>
      )}
      <p class={isSilent ? 'notice notice-pending' : 'quiet'}>
        {listening} {waiting > 0 && `${waiting} ${waiting === 1 ? 'waits' : 'wait'} now.`}
      </p>
      {refused !== '' && (
        <div class="notice notice-problem">
          <p>{refused}</p>
          <ActionButton onPress={() => void verbs.changeWebhook('seen')}>I have seen it</ActionButton>
        </div>
      )}
      <div class="button-row" aria-busy={isBusy}>
        <ActionButton tone="main" obstacleId={obstacleId} onPress={() => void verbs.testWebhook()}>
          Send a test message
        </ActionButton>
        {waiting > 0 && (
          <ActionButton obstacleId={obstacleId} onPress={() => void verbs.takeArrived()}>
            Take in now
          </ActionButton>
        )}
        {(isSilent || !isMine) && (
          <ActionButton obstacleId={obstacleId} onPress={() => void verbs.changeWebhook('takeOver')}>
            Take over
          </ActionButton>
        )}
      </div>
      <Obstacle id="webhook-busy" reason={isBusy ? 'Waiting for Google…' : undefined} />
      <Changes state={state} verbs={verbs} webhook={webhook} />
    </article>
  );
}

function bellWords(hasInbox: boolean): string {
  return hasInbox
    ? 'Each time the webhook is called, the inbox is polled.'
    : 'The webhook only rings, and no inbox is connected.';
}

function messagesWords(tabName: string): string {
  const where = tabName === '' ? 'a tab that is gone' : `“${tabName}”`;
  return `What the webhook brings goes into ${where}.`;
}

function Changes({ state, verbs, webhook }: ViewProps & { readonly webhook: There }) {
  const address = webhook.senderAddress.replace(/\?.*$/, '');
  return (
    <details>
      <summary>Change</summary>
      <WebhookForm state={state} verbs={verbs} address={address} mode={webhook.mode} words="Save" />
      <p class="quiet">
        The old address stops at once, and the sender needs the new one. Before it is removed, what has arrived is taken
        in.
      </p>
      <div class="button-row">
        <ActionButton onPress={() => void verbs.changeWebhook('newAddress')}>New address</ActionButton>
        <ActionButton tone="danger" onPress={() => void verbs.changeWebhook('remove')}>
          Remove webhook
        </ActionButton>
      </div>
    </details>
  );
}

interface WebhookFormProps extends ViewProps {
  readonly address: string;
  readonly mode: WebhookInput['mode'];
  readonly words: string;
}

const MODES: ChoiceWords<WebhookInput['mode']> = {
  messages: 'It brings the messages',
  bell: 'It only rings: the messages are in the inbox above',
};

function WebhookForm({ state, verbs, ...start }: WebhookFormProps) {
  const [address, setAddress] = useState(start.address);
  const [mode, setMode] = useState(start.mode);
  const tabName = state.overview.value?.tab?.tabName ?? '';
  const obstacle = state.events.isBusy
    ? 'Waiting for Google…'
    : address.trim() === ''
      ? 'Enter the Web app URL.'
      : mode === 'bell' && state.events.view?.inbox === undefined
        ? 'Connect the inbox first.'
        : undefined;
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (obstacle === undefined) void verbs.saveWebhook({ address, mode });
      }}
    >
      <label class="field" for="web-app-address">
        <span class="field-label">Web app URL</span>
        <input
          id="web-app-address"
          type="text"
          value={address}
          spellcheck={false}
          aria-describedby="web-app-help"
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </label>
      <p class="quiet" id="web-app-help">
        It ends with /exec. The messages go into the tab you are on{tabName === '' ? '' : `, “${tabName}”`}.
      </p>
      <RadioField id="webhook-mode" label="What the sender does" words={MODES} value={mode} onChoose={setMode} />
      <ActionButton tone="main" isSubmit obstacleId={obstacle && 'webhook-obstacle'} onPress={() => undefined}>
        {start.words}
      </ActionButton>
      <Obstacle id="webhook-obstacle" reason={obstacle} />
    </form>
  );
}
