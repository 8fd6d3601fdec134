/** What sidebar and server say to each other about the webhook. */
import type { WebhookMode } from '../events/webhook.ts';

/** The webhook as people see it. */
export type WebhookView =
  /** This installation can have none. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'there';
      /** What the sender is given: whoever knows it can put messages in. `''` for who may only look. */
      readonly senderAddress: string;
      readonly mode: WebhookMode;
      /** The tab that messages go into; `''` where it is gone. */
      readonly tabName: string;
      /** Whose clock takes in what arrives, and how it is with it. */
      readonly listening: string;
      /** Whether that clock shows no sign of life. */
      readonly isSilent: boolean;
      readonly isMine: boolean;
      /** Messages and rings that nobody has taken in yet. */
      readonly waiting: number;
      /** A message that could not be kept, and what to do; `''` where there is none. */
      readonly refused: string;
    };

/** What `saveWebhook` takes. */
export interface WebhookInput {
  /** The web app's address, as Google shows it after deploying. */
  readonly address: string;
  readonly mode: WebhookMode;
  /** The tab that messages go into; the active one where it is not said, since a blank one has no view. */
  readonly tabId?: number;
}

/** What can be done with a webhook: another secret, one's own clock for it, a note that was read, its end. */
export const WEBHOOK_CHANGES = ['newAddress', 'takeOver', 'seen', 'remove'] as const;

/** What `changeWebhook` takes. */
export interface WebhookChange {
  readonly change: (typeof WEBHOOK_CHANGES)[number];
}

/** What a test message did. */
export interface WebhookTest {
  readonly message: string;
}
