/** `ScriptApp` on Google's side: the triggers a person installs, sees and deletes. */
import type { Handlers } from '../../machine/serving.ts';
import type { TriggerOperations } from './operations.ts';
import type { Triggers } from './triggers.ts';

/** Answers every operation on triggers. */
export const triggerHandlers: Handlers<TriggerOperations, { readonly triggers: Triggers }> = {
  createTrigger: ({ triggers }, { functionName, schedule }, { user, atMs }) => {
    const { id } = triggers.create(user, functionName, schedule, atMs);
    return { id, functionName, schedule };
  },
  listTriggers: ({ triggers }, _request, { user }) =>
    triggers.of(user).map(({ id, functionName, schedule }) => ({ id, functionName, schedule })),
  deleteTrigger: ({ triggers }, { id }, { user }) => {
    triggers.delete(user, id);
    return null;
  },
};
