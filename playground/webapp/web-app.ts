/** What a stand-in for a deployed web app can do: take requests at Google's addresses and hand them to a script. */

/** A request as Google hands it to the script. */
export interface ScriptRequest {
  readonly method: 'GET' | 'POST';
  readonly queryString: string;
  readonly pathInfo?: string;
  readonly body?: { readonly type: string; readonly contents: string };
}

/** How the script's execution ended. */
export type ScriptEnding =
  | { readonly kind: 'html'; readonly title: string; readonly content: string }
  | { readonly kind: 'text'; readonly mediaType: string; readonly content: string }
  | { readonly kind: 'threw'; readonly message: string }
  /** It ran into Google's time limit. */
  | { readonly kind: 'killed' };

/** What a web app is deployed with. */
export interface WebAppOptions {
  /** What stands in the address behind `/s/`. */
  readonly deploymentId: string;
  /** Who may call it: whoever is not signed in only where it is `ANYONE_ANONYMOUS`. `undefined` where it was taken down. */
  readonly access: () => 'MYSELF' | 'DOMAIN' | 'ANYONE' | 'ANYONE_ANONYMOUS' | undefined;
  readonly run: (request: ScriptRequest) => Promise<ScriptEnding>;
  readonly port?: number;
}

/** One request that reached the web app, and how it was answered. */
export interface WebAppVisit {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly status: number;
}

/** A deployed web app on a loopback port, which answers for `script.google.com` and `script.googleusercontent.com`. */
export interface WebApp {
  readonly origin: string;
  /** The address as Google shows it after deploying. */
  readonly address: string;
  visits(): readonly WebAppVisit[];
  close(): Promise<void>;
}
