/** Help: what statuses mean, what Google and the platform allow, whose key is used, and how to report a problem. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { SYNC_STATUSES } from '../../../core/words/statuses.ts';
import { diagnostics } from '../../model/settings/diagnostics.ts';
import type { SidebarState } from '../../model/sidebar-state.ts';
import { CopyField } from '../../parts/copy-field.tsx';
import { StatusChip } from '../run/status-chips.tsx';

/** The questions people have, each folded. */
export function HelpSection({ state }: { readonly state: SidebarState }) {
  const { isHelpAsked, overview, automation } = state;
  const summary = useRef<HTMLElement>(null);
  // Whoever came for help reads on here, below all that stands before it.
  useLayoutEffect(() => {
    if (isHelpAsked) summary.current?.focus();
  }, [isHelpAsked]);
  // What stands before it comes in later, and moves it.
  useLayoutEffect(() => {
    if (!isHelpAsked || document.activeElement !== summary.current) return;
    summary.current?.scrollIntoView({ block: 'start', behavior: 'instant' });
  }, [isHelpAsked, overview.value === undefined, automation.value === undefined]);
  return (
    <details class="help" open={isHelpAsked}>
      <summary ref={summary}>Help</summary>
      <Statuses />
      <Question words="Who can see my key?">
        Nobody reads it here: the sidebar shows its last four characters at most, and it stands in no cell and no log.
        It is kept in the script's properties – yours alone, unless you choose that everybody who can edit this file
        uses it. Where the script lives inside this file, whoever can edit the file could then also read it.
      </Question>
      <Question words="How much may be sent in a day?">
        Google allows a personal account about 20,000 requests a day, a Workspace account about 100,000. A listing takes
        one request, chatbot rows share them, unchanged rows take none. When the limit is reached the run stops, keeps
        what was sent, and the rest is sent the next day.
      </Question>
      <Question words="“Google did not let this sidebar act for you”">
        That happens where a browser is signed in to several Google accounts. Sign out of the others, or open the
        spreadsheet in a browser profile or private window with one account only.
      </Question>
      <Question words="Is it safe to run again?">
        Yes. Every send carries the whole row, rows that are up to date are not sent, and deletes ask first. A run that
        was cut off goes on where it was.
      </Question>
      <details>
        <summary>Report a problem</summary>
        <CopyField
          id="diagnostics"
          label="Copy this into your message. It holds no key, no row and no name."
          text={diagnostics(state, navigator.userAgent)}
          copyWords="Copy"
        />
      </details>
    </details>
  );
}

function Question(props: { readonly words: string; readonly children: string }) {
  return (
    <details>
      <summary>{props.words}</summary>
      <p class="quiet">{props.children}</p>
    </details>
  );
}

function Statuses() {
  return (
    <details>
      <summary>What does a status mean?</summary>
      <dl class="status-list">
        {SYNC_STATUSES.map(({ status, tone, meaning }) => (
          <div key={status}>
            <dt>
              <StatusChip status={status} tone={tone} />
            </dt>
            <dd class="quiet">{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
