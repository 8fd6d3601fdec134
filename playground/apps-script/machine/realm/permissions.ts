/** What an execution may do: by its AuthMode and by the scopes of the manifest. */
import type { AuthMode } from '../protocol.ts';
import { exception } from './exception.ts';
import { settings } from './session.ts';

/** A right that services ask for. */
export type Right = 'document' | 'interface' | 'properties' | 'fetch' | 'triggers' | 'email' | 'mail';

const SCOPE = 'https://www.googleapis.com/auth/';

/**
 * The modes in which a right exists, and the scopes any one of which grants it.
 *
 * @see https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle (modes; read 2026-11-21)
 * @see https://developers.google.com/workspace/add-ons/concepts/editor-scopes (scopes; read 2026-11-21)
 * @see https://developers.google.com/apps-script/reference/mail/mail-app (scope; read 2026-11-30)
 */
const RIGHTS: Readonly<Record<Right, { readonly modes: readonly AuthMode[]; readonly scopes: readonly string[] }>> = {
  document: {
    modes: ['LIMITED', 'FULL', 'CUSTOM_FUNCTION'],
    scopes: [`${SCOPE}spreadsheets.currentonly`, `${SCOPE}spreadsheets`],
  },
  interface: { modes: ['FULL'], scopes: [`${SCOPE}script.container.ui`] },
  properties: { modes: ['LIMITED', 'FULL', 'CUSTOM_FUNCTION'], scopes: [] },
  fetch: { modes: ['FULL', 'CUSTOM_FUNCTION'], scopes: [`${SCOPE}script.external_request`] },
  triggers: { modes: ['FULL'], scopes: [`${SCOPE}script.scriptapp`] },
  email: { modes: ['FULL'], scopes: [`${SCOPE}userinfo.email`] },
  mail: { modes: ['FULL'], scopes: [`${SCOPE}script.send_mail`] },
};

/** Whether the execution has a right. */
export function hasRight(right: Right): boolean {
  const { modes } = RIGHTS[right];
  return modes.includes(settings().authMode) && isGranted(right);
}

/**
 * Throws unless the execution has a right.
 *
 * @param caller The method that needs it, such as `UrlFetchApp.fetch`.
 * @see https://github.com/peterherrmann/BetterLog/issues/29 (text; read 2026-11-21)
 */
export function requireRight(right: Right, caller: string): void {
  if (hasRight(right)) return;
  const { scopes } = RIGHTS[right];
  const needed = scopes.length > 1 ? `(${scopes.join(' || ')})` : scopes.join('');
  const reason = isGranted(right) ? '' : `. Required permissions: ${needed}`;
  throw exception(`You do not have permission to call ${caller}${reason}`);
}

/** Throws where the document may only be read. */
export function requireWriting(): void {
  if (settings().authMode !== 'CUSTOM_FUNCTION') return;
  throw exception('You do not have permission to change the spreadsheet from a custom function');
}

function isGranted(right: Right): boolean {
  const { scopes, isConsentMissing } = settings();
  if (isConsentMissing && RIGHTS[right].scopes.length > 0) return false;
  const needed = RIGHTS[right].scopes;
  return scopes === undefined || needed.length === 0 || needed.some((scope) => scopes.includes(scope));
}
