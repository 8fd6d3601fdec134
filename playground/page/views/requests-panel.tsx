/** Every request the stand-in platform received, as it comes, and the switches for what may go wrong. */
import { useEffect, useRef } from 'preact/hooks';
import { FaultSwitches } from './fault-switches.tsx';
import { RequestEntry } from './request-entry.tsx';
import { useAppState, useModel } from './use-model.ts';

/** Draws the panel; folded it is one line with the number of requests. */
export function RequestsPanel() {
  const { store, server, attempt } = useModel();
  const requests = useAppState(({ page }) => page?.requests);
  const isOpen = useAppState((state) => state.isRequestsPanelOpen);
  const count = requests?.length ?? 0;
  return (
    <section class={`requests ${isOpen ? 'is-open' : ''}`} aria-label="Requests panel">
      <div class="requests-head">
        <h2 class="requests-title">
          <button
            type="button"
            class="requests-toggle"
            aria-expanded={isOpen}
            aria-controls="requests-body"
            onClick={() => store.set({ isRequestsPanelOpen: !isOpen })}
          >
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> Requests <span class="count">{count}</span>
          </button>
        </h2>
        <span class="requests-hint">What the chatbot platform received</span>
        <button
          type="button"
          class="link-button"
          disabled={count === 0}
          onClick={() => attempt(server.clearRequests())}
        >
          Clear
        </button>
      </div>
      <div id="requests-body" class="requests-body" hidden={!isOpen}>
        <FaultSwitches />
        <RequestList />
      </div>
    </section>
  );
}

function RequestList() {
  const requests = useAppState(({ page }) => page?.requests);
  const list = useRef<HTMLOListElement>(null);
  const count = requests?.length ?? 0;
  // Scrolls when a request has come, not on every drawing.
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count]);
  if (count === 0) {
    return <p class="requests-empty">Nothing yet. Select rows and run Listing Sync to see its requests here.</p>;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable with the keyboard.
    <ol class="request-list" ref={list} tabIndex={0} aria-label="Requests, oldest first">
      {requests?.map((entry) => (
        <RequestEntry key={entry.number} entry={entry} />
      ))}
    </ol>
  );
}
