/** What the emulator heeds in `appsscript.json`. */

/** The manifest's members that change how a script runs. */
export interface Manifest {
  readonly timeZone: string;
  readonly oauthScopes?: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
}

/** Reads the manifest; a script without one runs in the zone Google gives new scripts. */
export function readManifest(json: string | undefined): Manifest {
  const members: Partial<Record<string, unknown>> = json === undefined ? {} : JSON.parse(json);
  const oauthScopes = textsIn(members, 'oauthScopes');
  const urlFetchWhitelist = textsIn(members, 'urlFetchWhitelist');
  return {
    timeZone: typeof members.timeZone === 'string' ? members.timeZone : 'America/New_York',
    ...(oauthScopes === undefined ? {} : { oauthScopes }),
    ...(urlFetchWhitelist === undefined ? {} : { urlFetchWhitelist }),
  };
}

function textsIn(members: Partial<Record<string, unknown>>, name: string): readonly string[] | undefined {
  const value = members[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new Error(`appsscript.json: "${name}" must be a list of texts`);
}
