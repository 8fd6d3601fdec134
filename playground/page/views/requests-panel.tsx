/** Every request the stand-in platform received, as it comes, and the switches for what may go wrong. */
import { useRef } from 'preact/hooks';
import { FaultSwitches } from './fault-switches.tsx';
import { InboxButtons } from './inbox-buttons.tsx';
import { RequestList } from './request-list.tsx';
import { useAppState, useModel } from './use-model.ts';

/** Draws the panel; folded it is one line with the number of requests. */
export function RequestsPanel() {
  const { store, server, attempt } = useModel();
  const requests = useAppState(({ page }) => page?.requests);
  const isOpen = useAppState((state) => state.isRequestsPanelOpen);
  const count = requests?.length ?? 0;
  const toggle = useRef<HTMLButtonElement>(null);
  return (
    <section class={`requests ${isOpen ? 'is-open' : ''}`} aria-label="Requests panel">
      <div class="requests-head">
        <h2 class="requests-title">
          <button
            type="button"
            class="requests-toggle"
            ref={toggle}
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
          onClick={() => {
            // With nothing left to clear, this button takes no focus any more.
            toggle.current?.focus();
            attempt(server.clearRequests());
          }}
        >
          Clear
        </button>
      </div>
      <div id="requests-body" class="requests-body" hidden={!isOpen}>
        {requests === undefined || count === 0 ? (
          <p class="requests-empty">Nothing yet. Select rows and run Listing Sync to see its requests here.</p>
        ) : (
          <RequestList lines={requests} />
        )}
        <div class="requests-tools">
          <FaultSwitches />
          <InboxButtons />
        </div>
      </div>
    </section>
  );
}
