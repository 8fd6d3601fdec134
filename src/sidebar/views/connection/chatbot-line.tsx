/** Where a run's requests go: the chatbot, in whole, since two may differ in a few signs only. */
import type { ConnectionView } from '../../../core/settings/connection.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { openView } from '../../parts/view-tabs.tsx';
import type { ViewProps } from '../view-props.ts';

/** Names the chatbot that the Run view's buttons are about, or leads to where there will be one; nothing on a tab without rows. */
export function Destination({ state, verbs }: ViewProps) {
  const { value } = state.overview;
  if (value === undefined || value.tab === undefined || value.tab.kind === 'own') return null;
  const { connection } = value;
  if (connection.isConnected) return <ChatbotLine connection={connection} />;
  if (connection.waiting !== undefined) return null;
  return (
    <div class="notice">
      <p>Not connected yet: rows can be checked, and nothing can be sent.</p>
      <ActionButton tone="quiet" onPress={() => openView(verbs, 'settings')}>
        Connect your chatbot
      </ActionButton>
    </div>
  );
}

function ChatbotLine({ connection }: { readonly connection: ConnectionView }) {
  const { chatbotId, host, keyOwner, isTested } = connection;
  return (
    <p class="quiet">
      Chatbot <span class="chatbot-id">{chatbotId}</span> at {host}, with {keyOwner === 'me' ? 'your' : 'the shared'}{' '}
      key
      {!isTested && ', not tested yet'}.
    </p>
  );
}
