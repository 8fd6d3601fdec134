/** Gives views the model, and draws them again when what they look at changes. */
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { AppState } from '../model/app-state.ts';
import type { PageModel } from '../model/page-model.ts';

/** Carries the model to every view. */
export const ModelContext = createContext<PageModel | undefined>(undefined);

/** The model. Throws outside of a `ModelContext`. */
export function useModel(): PageModel {
  const model = useContext(ModelContext);
  if (model === undefined) {
    throw new Error('A view was drawn outside of the page.');
  }
  return model;
}

/** A part of the state; the view is drawn again when it is another object than before. */
export function useAppState<T>(pick: (state: AppState) => T): T {
  const { store } = useModel();
  const [picked, setPicked] = useState(() => pick(store.get()));
  // Pickers are pure and written in place, so the first one serves.
  useEffect(() => {
    const follow = (): void => setPicked(() => pick(store.get()));
    follow();
    return store.watch(follow);
  }, [store]);
  return picked;
}
