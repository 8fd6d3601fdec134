/** One request of the requests panel: a line that unfolds into body and answer. */
import { useEffect, useState } from 'preact/hooks';
import type { RequestDetail, RequestLine } from '../../serve/wire.ts';
import { px } from '../grid/px.ts';
import { describeBody, describeFault, describeTime, prettyJson } from '../model/describe-request.ts';
import { DETAIL_HEIGHT, LINE_HEIGHT } from '../model/line-window.ts';
import { useModel } from './use-model.ts';

/** What a request is drawn from. */
export interface RequestEntryProps {
  readonly line: RequestLine;
  /** Where the line begins, in pixels from the top of the list. */
  readonly top: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly position: { readonly lineNumber: number; readonly lineCount: number };
}

/** Draws a request. */
export function RequestEntry({ line, top, isOpen, onToggle, position }: RequestEntryProps) {
  const detailId = `request-${line.number}`;
  return (
    <li
      class="request"
      style={{ top: px(top) }}
      aria-setsize={position.lineCount}
      aria-posinset={position.lineNumber}
      data-line={position.lineNumber - 1}
    >
      <button
        type="button"
        class="request-line"
        style={{ height: px(LINE_HEIGHT) }}
        aria-expanded={isOpen}
        aria-controls={isOpen ? detailId : undefined}
        onClick={onToggle}
      >
        <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
        <span class="request-number">{line.number}</span>
        <time class="request-time">{describeTime(line.receivedAt)}</time>
        <span class="request-endpoint">
          {line.method} {line.endpoint}
        </span>
        <span class="request-size">{describeBody(line)}</span>
        {line.fault !== undefined && <span class="request-fault">{describeFault(line.fault)}</span>}
        <span class={`request-status ${line.isGood ? 'good' : 'bad'}`}>
          {line.status === 0 ? 'dropped' : line.status}
        </span>
      </button>
      {isOpen && (
        <div id={detailId} class="request-detail" style={{ height: px(DETAIL_HEIGHT) }}>
          <Detail number={line.number} />
        </div>
      )}
    </li>
  );
}

function Detail({ number }: { readonly number: number }) {
  const { server } = useModel();
  const [detail, setDetail] = useState<RequestDetail | string>('Reading…');
  useEffect(() => {
    server.requestDetail(number).then(setDetail, (error: unknown) => setDetail(String(error)));
  }, [number]);
  if (typeof detail === 'string') {
    return <p role="status">{detail}</p>;
  }
  return (
    <>
      <Text title="Request body" text={prettyJson(detail.body)} />
      <Text title={`Answer${detail.isApplied ? ', records changed' : ''}`} text={prettyJson(detail.answer)} />
    </>
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
