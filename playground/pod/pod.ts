/** What a stand-in for a pod can do: an inbox that others fill, a place to publish, and faults on demand. */

/** An answer that takes the place of the next honest ones. */
export type PodFault =
  | { readonly kind: 'status'; readonly status: number }
  /** A page for people with status 200, as proxies answer. */
  | { readonly kind: 'html' }
  /** The page that was asked for last, again. */
  | { readonly kind: 'repeat' }
  /** The token is not known any more. */
  | { readonly kind: 'forgotten' };

/** A fault and how often it strikes. */
export interface PodFaultRule {
  readonly on: 'inbox' | 'item' | 'publish';
  readonly fault: PodFault;
  readonly times: number;
}

/** One request that the pod got. */
export interface PodRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly status: number;
  readonly hasKey: boolean;
  readonly body: string;
}

/** What a pod starts with. */
export interface PodOptions {
  readonly apiKey: string;
  /** The address of the pod as its clients write it: `https://pod.example.org`. */
  readonly publicOrigin: string;
  readonly port?: number;
  /** Messages on a page. */
  readonly pageSize?: number;
  /** Whether whole messages may be asked for; without it a request for them is answered with 415. */
  readonly offersFull?: boolean;
  readonly now?: () => number;
}

/** A running pod. */
export interface Pod {
  readonly origin: string;
  /** Puts messages into the inbox; texts stand as they are, so that an item may be unreadable. */
  deliver(...messages: readonly unknown[]): void;
  /** Puts a message into the inbox at a place before others, as late items are. */
  deliverLate(message: unknown, itemsBefore: number): void;
  /** What was published and accepted, in order. */
  published(): readonly unknown[];
  /** Whether what is published comes back into the inbox, as it does for senders that subscribe to themselves. */
  setEcho(isEchoing: boolean): void;
  addFault(rule: PodFaultRule): void;
  requests(): readonly PodRequest[];
  clearRequests(): void;
  close(): Promise<void>;
}
