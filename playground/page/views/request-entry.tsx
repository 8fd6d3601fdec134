/** One request of the requests panel: a line that unfolds into body and answer. */
import { useState } from 'preact/hooks';
import type { JournalEntry } from '../../platform/platform.ts';
import { describeBody, describeFault, describeTime, prettyJson } from '../model/describe-request.ts';

/** Draws a request. */
export function RequestEntry({ entry }: { readonly entry: JournalEntry }) {
  const [isOpen, setOpen] = useState(false);
  const detailId = `request-${entry.number}`;
  return (
    <li class="request">
      <button
        type="button"
        class="request-line"
        aria-expanded={isOpen}
        aria-controls={detailId}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
        <span class="request-number">{entry.number}</span>
        <time class="request-time">{describeTime(entry.receivedAt)}</time>
        <span class="request-endpoint">
          {entry.method} {entry.endpoint}
        </span>
        <span class="request-size">{describeBody(entry)}</span>
        {entry.fault !== undefined && <span class="request-fault">{describeFault(entry.fault)}</span>}
        <span class={`request-status ${toneOf(entry)}`}>{entry.status === 0 ? 'dropped' : entry.status}</span>
      </button>
      {isOpen && (
        <div id={detailId} class="request-detail">
          <Text title="Request body" text={prettyJson(entry.body)} />
          <Text title={`Answer${entry.isApplied ? ', records changed' : ''}`} text={prettyJson(entry.answer)} />
        </div>
      )}
    </li>
  );
}

function Text({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div class="request-text">
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable with the keyboard. */}
      <pre tabIndex={0}>{text}</pre>
    </div>
  );
}

function toneOf({ status, answer }: JournalEntry): 'good' | 'bad' {
  return status >= 200 && status < 300 && /"Success"\s*:\s*true/.test(answer) ? 'good' : 'bad';
}
