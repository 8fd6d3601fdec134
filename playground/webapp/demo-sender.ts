/** Who sends the playground's messages: keeps each in its inbox and, where it was given an address, posts it there as well. */
import type { Arrival, DemoInbox } from '../pod/demo-inbox.ts';
import type { WebApp } from './web-app.ts';

/** The sender. */
export interface DemoSender {
  /**
   * Sends a message.
   *
   * @param address A webhook's address, as the sidebar shows it; without one, the inbox alone has the message.
   * @returns The status that the webhook answered with.
   */
  send(arrival: Arrival, address?: string): Promise<number | undefined>;
}

/** Creates a sender whose requests to Google's addresses reach the playground's web app. */
export function createDemoSender(inbox: DemoInbox, { origin }: Pick<WebApp, 'origin'>): DemoSender {
  return {
    async send(arrival, address) {
      const message = inbox.arrive(arrival);
      if (address === undefined) return undefined;
      const { pathname, search } = new URL(address);
      const response = await fetch(`${origin}${pathname}${search}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
        redirect: 'manual',
      });
      return response.status;
    },
  };
}
