/** What a pushed row asks of the platform. */
import type { ChatbotRow } from '../../platform/endpoints.ts';

/** A chatbot row to be written. */
export interface PushOperation {
  readonly kind: 'push';
  /** The chatbot's ID. */
  readonly serialNumber: string;
  readonly row: ChatbotRow;
}
