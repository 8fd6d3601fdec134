/** Drives one run of the add-on from its settings to its end. */
import type { AddOn, Mapping, Progress, Settings } from './add-on.ts';
import { type Attempt, done, problem } from './attempt.ts';
import type { TryOptions } from './read-options.ts';

/** After so many calls in a row without progress a run counts as stuck. */
const MAX_IDLE_CALLS = 50;

/** Saves what the command line sets for the tab; answers with the mapping that results. */
export async function applySettings(addOn: AddOn, mapping: Mapping, options: TryOptions): Promise<Attempt<Mapping>> {
  const unknown = Object.keys(options.fixed).find((name) => !mapping.fields.some(({ field }) => field === name));
  if (unknown !== undefined) {
    const names = mapping.fields.map(({ field }) => field).join(', ');
    return problem(`--fixed names ${unknown}, which is no field; the fields are ${names}.`);
  }
  const saved = await addOn.saveSettings(mapping.tabId, settingsWith(mapping.settings, options));
  if (!saved.ok) return saved;
  const wrong = saved.value.fields.find(({ field, problem: words }) => field in options.fixed && words !== undefined);
  return wrong === undefined ? saved : problem(`--fixed ${wrong.field}: ${wrong.problem}`);
}

/** Saves what is proposed for a recognised export; answers with its lines and the mapping that results. */
export async function applyRecipe(
  addOn: AddOn,
  { tabId, settings }: Mapping,
): Promise<Attempt<{ readonly mapping: Mapping; readonly lines: readonly string[] }>> {
  const recipe = await addOn.getRecipe(tabId);
  if (!recipe.ok) return recipe;
  if (recipe.value === null) return problem('--recipe: nothing is proposed for this file; see --missing send.');
  const ifEmpty = { ...settings.ifEmpty, ...recipe.value.ifEmpty };
  const saved = await addOn.saveSettings(tabId, { ...settings, ifEmpty });
  return saved.ok ? done({ mapping: saved.value, lines: recipe.value.lines.map(({ words }) => words) }) : saved;
}

/** Keys that one line names. */
const SHOWN_KEYS = 5;

/** Starts the run and continues it to its end. Deletes are agreed to only if the options say so. */
export async function runRows(
  addOn: AddOn,
  options: TryOptions,
  tab: { readonly tabId: number; readonly scope: 'tab' | 'selection' },
): Promise<Attempt<Progress>> {
  const request = { action: options.action, ...tab };
  const started = await addOn.startRun(request);
  if (!started.ok) return started;
  if (started.value.kind === 'started') return continueToEnd(addOn, started.value.progress);
  const { listings, deleteToken } = started.value.confirmation;
  const typedCount = listings.length;
  if (!options.agreesToDeletes) {
    const keys = listings.slice(0, SHOWN_KEYS).map(({ key }) => key);
    const shown = `${keys.join(', ')}${typedCount > SHOWN_KEYS ? ', …' : ''}`;
    return problem(`This run would delete ${typedCount} listings (${shown}); add --yes-delete to agree.`);
  }
  const confirmed = await addOn.startRun({ ...request, deleteToken, typedCount });
  if (!confirmed.ok) return confirmed;
  return confirmed.value.kind === 'started'
    ? continueToEnd(addOn, confirmed.value.progress)
    : problem('The add-on asked for its deletes a second time.');
}

async function continueToEnd(addOn: AddOn, first: Progress): Promise<Attempt<Progress>> {
  let progress = first;
  let idleCalls = 0;
  while (progress.state === 'running') {
    const next = await addOn.continueRun(progress.runId);
    if (!next.ok) return next;
    const hasMoved = next.value.done > progress.done || next.value.requests > progress.requests;
    idleCalls = hasMoved ? 0 : idleCalls + 1;
    if (idleCalls >= MAX_IDLE_CALLS) return problem(`The run is stuck at ${progress.done} of ${progress.total} rows.`);
    progress = next.value;
  }
  return done(progress);
}

function settingsWith(settings: Settings, { fixed, keyType, missing }: TryOptions): Settings {
  const sources = Object.entries(fixed).map(([field, value]) => [field, { kind: 'fixed', value }]);
  return {
    ...settings,
    mapping: { ...settings.mapping, ...Object.fromEntries(sources) },
    unmapped: settings.unmapped.filter((field) => !(field in fixed)),
    ...(keyType !== undefined && { keyTypes: [keyType] }),
    ...(missing !== undefined && { missing }),
  };
}
