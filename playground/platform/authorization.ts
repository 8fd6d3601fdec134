/** Who may ask: the secret key, raw, in one of the headers the documents name. */

/** A header that can carry the key; the documents name both. */
export type KeyHeader = 'authorization' | 'chatrobot-sessionkey';

/** Both headers of the documents. */
export const KEY_HEADERS = ['authorization', 'chatrobot-sessionkey'] as const satisfies readonly KeyHeader[];

/** What the stand-in demands of a request. */
export interface KeyRule {
  readonly secretKey: string;
  readonly acceptedHeaders: readonly KeyHeader[];
}

/**
 * Why a request is not authorised, or `undefined` when it is. The key is sent as it is: `Bearer <key>` is refused.
 *
 * @see https://docs.neoagent.co/en/API/autorizzazione "Authorization" (read 2026-11-21)
 * @see https://chat.gaiagpt.me/guides/developer/api/realestate/update "Update Real Estate": `Authorization` among the
 * headers, `chatrobot-sessionkey` in the examples (read 2026-11-21)
 */
export function authorizationProblem(headers: Readonly<Record<string, string>>, rule: KeyRule): string | undefined {
  const offered = rule.acceptedHeaders.flatMap((name) => headers[name] ?? []);
  if (offered.length === 0) return `Unauthorized: send the secret key as ${rule.acceptedHeaders.join(' or ')}.`;
  if (offered.includes(rule.secretKey)) return undefined;
  if (offered.some((value) => /^bearer\s/i.test(value))) return 'Unauthorized: send the secret key without "Bearer".';
  return 'Unauthorized: the secret key is wrong.';
}
