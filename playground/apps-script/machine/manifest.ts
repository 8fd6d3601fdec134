/** What the emulator heeds in `appsscript.json`. */
import type { WebAppSettings } from '../emulator.ts';

/** The manifest's members that change how a script runs. */
export interface Manifest {
  readonly timeZone: string;
  readonly oauthScopes?: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
  readonly webApp?: WebAppSettings;
}

/** Reads the manifest; a script without one runs in the zone Google gives new scripts. */
export function readManifest(json: string | undefined): Manifest {
  const members: Partial<Record<string, unknown>> = json === undefined ? {} : JSON.parse(json);
  const oauthScopes = textsIn(members, 'oauthScopes');
  const urlFetchWhitelist = textsIn(members, 'urlFetchWhitelist');
  const webApp = webAppIn(members.webapp);
  return {
    timeZone: typeof members.timeZone === 'string' ? members.timeZone : 'America/New_York',
    ...(oauthScopes === undefined ? {} : { oauthScopes }),
    ...(urlFetchWhitelist === undefined ? {} : { urlFetchWhitelist }),
    ...(webApp === undefined ? {} : { webApp }),
  };
}

function textsIn(members: Partial<Record<string, unknown>>, name: string): readonly string[] | undefined {
  const value = members[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new Error(`appsscript.json: "${name}" must be a list of texts`);
}

const ACCESS: readonly WebAppSettings['access'][] = ['MYSELF', 'DOMAIN', 'ANYONE', 'ANYONE_ANONYMOUS'];
const EXECUTE_AS: readonly WebAppSettings['executeAs'][] = ['USER_ACCESSING', 'USER_DEPLOYING'];

/** @see https://developers.google.com/apps-script/manifest/web-app-api-executable (read 2026-11-21) */
function webAppIn(value: unknown): WebAppSettings | undefined {
  if (value === undefined) return undefined;
  const members: Partial<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const access = ACCESS.find((one) => one === members.access);
  const executeAs = EXECUTE_AS.find((one) => one === members.executeAs);
  if (access !== undefined && executeAs !== undefined) return { access, executeAs };
  throw new Error('appsscript.json: "webapp" must have "access" and "executeAs"');
}
