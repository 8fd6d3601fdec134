/** `ScriptApp` on Google's side: the triggers a person installs, sees and deletes. */
import type { Handlers } from '../../machine/serving.ts';
import type { TriggerOperations } from './operations.ts';
import type { Triggers } from './triggers.ts';

/** Answers every operation on triggers. */
export const triggerHandlers: Handlers<TriggerOperations, { readonly triggers: Triggers }> = {
  createTrigger: ({ triggers }, { functionName, schedule }, { user, fileId, atMs }) => {
    const { id } = triggers.create({ user, fileId }, functionName, schedule, atMs);
    return { id, functionName, schedule, fileId };
  },
  listTriggers: ({ triggers }, wanted, { user }) =>
    triggers
      .of(user)
      .filter(({ fileId }) => fileId === (wanted.fileId ?? fileId))
      .map(({ id, functionName, schedule, fileId }) => ({ id, functionName, schedule, fileId })),
  deleteTrigger: ({ triggers }, { id }, { user }) => {
    triggers.delete(user, id);
    return null;
  },
};
