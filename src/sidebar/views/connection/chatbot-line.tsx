/** Where a run's requests go: the chatbot, in whole, since two may differ in a few signs only. */
import type { ConnectionView } from '../../../core/settings/connection.ts';

/** Names the chatbot that the Run view's buttons are about; nothing before there is one. */
export function ChatbotLine({ connection }: { readonly connection: ConnectionView | undefined }) {
  if (connection?.isConnected !== true) return null;
  const { chatbotId, host, keyOwner, isTested } = connection;
  return (
    <p class="quiet">
      Chatbot <span class="chatbot-id">{chatbotId}</span> at {host}, with {keyOwner === 'me' ? 'your' : 'the shared'}{' '}
      key
      {!isTested && ', not tested yet'}.
    </p>
  );
}
