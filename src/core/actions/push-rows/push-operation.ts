/** What a pushed row asks of the platform. */
import type { ChatbotRow } from '../../platform/endpoints.ts';

/** What the platform knows a chatbot row by; no listing's key looks like it. */
export function nameOfId(id: number): string {
  return `row ${id}`;
}

/** A chatbot row to be written. */
export interface PushOperation {
  readonly kind: 'push';
  /** The chatbot's ID. */
  readonly serialNumber: string;
  readonly row: ChatbotRow;
}
