/** Which runs need a person. */
import { ACTION_WORDS } from '../../../core/words/actions.ts';
import { progressWords } from '../../../core/words/counts.ts';
import { unfinishedRun } from '../run/run-readiness.ts';
import type { NoticeSource } from './strip-notice.ts';

/** A run that this person left. */
export const runNotices: NoticeSource = (state) => {
  const run = unfinishedRun(state);
  if (run === undefined) return [];
  return [
    {
      id: `unfinished-${run.runId}`,
      words: `Your run “${ACTION_WORDS[run.action].command}” in “${run.tabName}” is not finished: ${progressWords(run)} have an outcome. Nothing is lost if you continue.`,
      remedies: [
        { words: 'Continue', press: (verbs) => void verbs.resume(run) },
        { words: 'Cancel run', press: (verbs) => void verbs.cancel(run) },
      ],
    },
  ];
};
