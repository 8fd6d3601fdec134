/** What somebody who helps needs to know, and nothing that is a person's: no key, no row, no name of a tab or chatbot. */
import { countsWords } from '../../../core/words/counts.ts';
import { runAtHand } from '../run/run-state.ts';
import type { SidebarState } from '../sidebar-state.ts';

/** The state of things as lines of text, to be copied into a message. */
export function diagnostics(state: SidebarState, browser: string): string {
  return [
    `Listing Sync · ${browser}`,
    ...connectionLines(state),
    ...tabLines(state),
    ...mappingLines(state),
    ...runLines(state),
    ...failureLines(state),
  ].join('\n');
}

function connectionLines({ overview }: SidebarState): readonly string[] {
  const connection = overview.value?.connection;
  if (connection === undefined) return ['Connection: not known'];
  const { isConnected, isTested, keyOwner, sharing, authHeader, requestsAtOnce, waiting } = connection;
  const is = waiting === undefined ? (isConnected ? 'connected' : 'not connected') : 'waits for its owner';
  return [
    `Connection: ${is}, ${isTested ? 'tested' : 'not tested'}, key of ${keyOwner}, used by ${sharing}, header ${authHeader}, ${requestsAtOnce} at once`,
  ];
}

function tabLines({ overview }: SidebarState): readonly string[] {
  const { tab, tabProblem, run } = overview.value ?? {};
  return [
    ...(tab === undefined
      ? []
      : [
          `Tab: ${tab.kind}, header in row ${tab.headerRowNumber ?? 'none'}, ${tab.dataRows} rows, ${tab.selection.rows} selected, ${tab.selection.hiddenRows} hidden`,
        ]),
    ...(tabProblem === undefined ? [] : [`Tab: ${tabProblem.kind}`]),
    ...(run === undefined
      ? []
      : [`A run holds the file: ${run.isMine ? 'mine' : 'of somebody else'}, ${run.done} of ${run.total}`]),
  ];
}

function mappingLines({ mapping }: SidebarState): readonly string[] {
  if (mapping.kind !== 'ready') return [`Mapping: ${mapping.kind}`];
  const { knownExport, columns, fields } = mapping.view;
  const fed = fields.filter(({ source }) => source !== undefined).length;
  return [
    `Mapping: ${fed} of ${fields.length} fields fed, ${columns.length} columns, ${knownExport ?? 'no known export'}`,
  ];
}

function runLines({ run }: SidebarState): readonly string[] {
  const progress = runAtHand(run)?.progress;
  if (progress === undefined) return [`Run: ${run.kind}`];
  const { action, state, done, total, counts, requests } = progress;
  return [`Run: ${run.kind}, ${action} ${state}, ${done} of ${total}, ${countsWords(counts)}, ${requests} requests`];
}

function failureLines({ overview, run, connection }: SidebarState): readonly string[] {
  const kinds = [
    overview.failure?.kind,
    run.kind === 'refused' || run.kind === 'interrupted' ? run.failure.kind : undefined,
    runAtHand(run)?.progress.failure?.kind,
    connection.kind === 'failed' ? connection.failure.kind : undefined,
  ].filter((kind) => kind !== undefined);
  return kinds.length === 0 ? [] : [`Failures: ${kinds.join(', ')}`];
}
