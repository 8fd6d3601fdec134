/** What `UrlFetchApp` may ask of the network. */

/** One request of `UrlFetchApp`. */
export interface FetchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly doesFollowRedirects: boolean;
  readonly areHttpErrorsMuted: boolean;
  readonly timeoutSeconds?: number;
}

/** What came back for one request. */
export interface FetchedResponse {
  readonly status: number;
  /** Names as the server wrote them; a repeated header has several values. */
  readonly headers: readonly (readonly [name: string, values: readonly string[]])[];
  readonly body: Uint8Array;
}

/** The one operation of the network. */
export interface FetchOperations {
  readonly fetch: {
    readonly request: { readonly requests: readonly FetchRequest[] };
    readonly answer: readonly FetchedResponse[];
  };
}
