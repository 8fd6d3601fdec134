/** The public face of the stand-in for the remote platform: how to start it, and what can be seen and set from outside. */

/** A listing as the stand-in keeps it: the members of the last accepted update, by their documented names. */
export type ListingRecord = Readonly<Record<string, unknown>> & { readonly Key: string };

/** A chatbot row as the stand-in keeps it. */
export interface ChatbotRowRecord {
  readonly ID: number;
  readonly Data: Readonly<Record<string, unknown>>;
}

/** One request the stand-in received, and what it answered. The key itself is never kept, only whether it was right. */
export interface JournalEntry {
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
  readonly method: string;
  readonly path: string;
  readonly endpoint: string;
  /** Header names in lower case; credentials replaced by `[redacted]`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body, or the raw text where it was not JSON. */
  readonly body: unknown;
  readonly bodyBytes: number;
  /** HTTP status of the answer; 0 when the connection was dropped. */
  readonly status: number;
  /** The answer's body as sent. */
  readonly answer: string;
  /** Whether the stand-in changed its records because of this request. */
  readonly isApplied: boolean;
  /** The fault that was applied, if any. */
  readonly fault?: string;
}

/** What goes wrong. Every fault names the moment: before or after the records were changed. */
export type Fault =
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** Answers at once, with a `Server-Timing` header that says it took so long: for clocks that believe it. */
  | { readonly kind: 'late'; readonly statedMs: number }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  | { readonly kind: 'businessError'; readonly code: number; readonly message: string }
  | { readonly kind: 'dropBefore' }
  | { readonly kind: 'dropAfter' }
  | { readonly kind: 'html'; readonly isAfterWrite: boolean }
  | { readonly kind: 'truncated'; readonly isAfterWrite: boolean }
  | { readonly kind: 'wrongData'; readonly data: unknown; readonly isAfterWrite: boolean }
  | { readonly kind: 'subset'; readonly share: number }
  | { readonly kind: 'keyExpired' };

/** When a fault strikes. Without `endpoint`, on every endpoint; without `times`, until removed. */
export interface FaultRule {
  readonly fault: Fault;
  readonly endpoint?: string;
  /** Let this many matching requests pass first. */
  readonly after?: number;
  /** Strike this many times, then fall silent. */
  readonly times?: number;
  /** Strike only requests whose body text contains this (a poison row, one key of a wave). */
  readonly bodyIncludes?: string;
}

/**
 * How the document of `RealEstateUpdate` is read: by its list of members, 17 of which are required, or by its own example
 * requests, which leave out eight of those. Nobody knows which one the platform holds to.
 */
export type DocumentReading = 'members' | 'examples';

/**
 * What the documents leave open about the answers of `RealEstateList` and `RealEstateCreate`. Each member is a guess that some
 * service of the kind has made true; nobody knows which ones the platform holds to.
 *
 * @see https://chat.gaiagpt.me/guides/developer/api/realestate/get-list "Get Real Estate List", whose answer is cut off
 * (read 2026-11-21)
 */
export interface AnswerShapes {
  /** Where the listings of a page stand: they are `Data`, or a member of it has them. */
  readonly page: 'plain' | 'List' | 'Items' | 'Rows';
  /** The member that says how many there are on all pages; a plain page has no place for it. */
  readonly total: 'none' | 'VirtualCount' | 'TotalCount';
  /** How the names of members are spelt. */
  readonly spelling: 'documented' | 'camelCase' | 'lowerCase';
  /** The member that has a listing's own key. */
  readonly keyMember: 'Key' | 'ID' | 'RealEstateKey' | 'none';
  /** What a page without listings is. */
  readonly empty: 'empty' | 'null' | 'refused';
  /** What a filter by MLS number finds. */
  readonly filter: 'exact' | 'contains' | 'ignored';
  /** Listings on a page at most, whatever is asked for. */
  readonly mostOnPage: number;
  /** What a create answers: the new key, how many were created, an object, or nothing. */
  readonly created: 'key' | 'count' | 'object' | 'null';
  /** How many lists after a create do not have it yet. */
  readonly listsBehind: number;
}

/** What the stand-in starts with. */
export interface PlatformOptions {
  readonly port?: number;
  readonly secretKey: string;
  readonly chatbotId: string;
  /** Which headers are accepted as carrying the key; both by default. */
  readonly authHeaders?: readonly ('authorization' | 'chatrobot-sessionkey')[];
  readonly listings?: readonly ListingRecord[];
  readonly rows?: readonly ChatbotRowRecord[];
  /** Treat every listing key and row ID that is asked for as existing (to try a file whose records nobody seeded). */
  readonly adoptsUnknown?: boolean;
  /** By its list of members unless said otherwise. */
  readonly reading?: DocumentReading;
  /** What the documents leave open; a plain page, documented names and exact filters unless said otherwise. */
  readonly shapes?: Partial<AnswerShapes>;
}

/** A running stand-in. */
export interface Platform {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly journal: {
    entries(): readonly JournalEntry[];
    clear(): void;
    /** Calls back after each answered request; returns the way to stop. */
    onEntry(listener: (entry: JournalEntry) => void): () => void;
  };
  readonly faults: {
    add(rule: FaultRule): void;
    clear(): void;
    rules(): readonly FaultRule[];
  };
  readonly reading: {
    current(): DocumentReading;
    choose(reading: DocumentReading): void;
  };
  readonly shapes: {
    current(): AnswerShapes;
    choose(shapes: Partial<AnswerShapes>): void;
  };
  listings(): readonly ListingRecord[];
  rows(): readonly ChatbotRowRecord[];
  close(): Promise<void>;
}
