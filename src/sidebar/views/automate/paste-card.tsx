/** Messages by hand: a text or a file, what it would do, and the button that does it. */
import { useRef, useState } from 'preact/hooks';
import type { EventsPreview } from '../../../core/contract/events-view.ts';
import { count } from '../../../core/words/counts.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { openView } from '../../parts/view-tabs.tsx';
import type { ViewProps } from '../view-props.ts';

/** Paste or drop, preview, take in. */
export function PasteCard({ state, verbs }: ViewProps) {
  const [text, setText] = useState('');
  const { paste, view } = state.events;
  const aside = view?.asideCount ?? 0;
  const close = () => {
    setText('');
    verbs.closePaste();
  };
  switch (paste.kind) {
    case 'working':
      return <Working what={paste.what} done={paste.done} total={paste.total} />;
    case 'previewed':
      return <Preview preview={paste.preview} onTake={verbs.takePaste} onClose={close} />;
    case 'taken':
      return (
        <article class="card">
          <p role="status">{paste.message}</p>
          <p class="quiet">
            The rows say what changed. Nothing was sent to the chatbot: sync the listings when you are ready.
          </p>
          <div class="button-row">
            <ActionButton onPress={close}>Done</ActionButton>
            {aside > 0 && (
              <ActionButton tone="quiet" onPress={() => openView(verbs, 'activity')}>
                See what waits
              </ActionButton>
            )}
          </div>
        </article>
      );
    case 'idle':
    case 'failed':
      return (
        <>
          {paste.kind === 'failed' && <FailureNotice failure={paste.failure} />}
          <PasteForm text={text} onText={setText} onPreview={verbs.previewPaste} />
        </>
      );
    default:
      return paste satisfies never;
  }
}

function Working(props: { readonly what: 'preview' | 'take'; readonly done: number; readonly total: number }) {
  const { what, done, total } = props;
  const verb = what === 'preview' ? 'Reading the messages' : 'Taking the messages in';
  return (
    <p role="status">
      {verb}
      {total > 1 ? `: part ${done + 1} of ${total}` : ''}…
    </p>
  );
}

interface PasteFormProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onPreview: (text: string) => Promise<void>;
}

function PasteForm({ text, onText, onPreview }: PasteFormProps) {
  const file = useRef<HTMLInputElement>(null);
  const obstacle = text.trim() === '' ? 'Paste messages, or choose a file.' : undefined;
  const readFile = async (chosen: File | null | undefined) => {
    if (chosen === null || chosen === undefined) return;
    const read = await chosen.text();
    onText(read);
    await onPreview(read);
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (obstacle === undefined) void onPreview(text);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void readFile(event.dataTransfer?.files[0]);
      }}
    >
      <label class="field" for="events-text">
        <span class="field-label">Messages about listings</span>
        <textarea
          id="events-text"
          rows={4}
          value={text}
          spellcheck={false}
          aria-describedby="events-text-help"
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </label>
      <p class="quiet" id="events-text-help">
        One message, a list, JSON Lines or an inbox page, up to 5 MB. A file can be dropped here.
      </p>
      <label class="field" for="events-file">
        <span class="field-label">Or a file</span>
        <input
          id="events-file"
          type="file"
          accept=".json,.jsonl,.ndjson,.txt"
          ref={file}
          onChange={(event) => void readFile(event.currentTarget.files?.[0])}
        />
      </label>
      <ActionButton tone="main" isSubmit obstacleId={obstacle && 'events-obstacle'} onPress={() => undefined}>
        Preview
      </ActionButton>
      <Obstacle id="events-obstacle" reason={obstacle} />
    </form>
  );
}

interface PreviewProps {
  readonly preview: EventsPreview;
  readonly onTake: (makesColumns: boolean) => Promise<void>;
  readonly onClose: () => void;
}

/** More rows are counted rather than listed. */
const SHOWN_ROWS = 30;

function Preview({ preview, onTake, onClose }: PreviewProps) {
  const [makesColumns, setMakesColumns] = useState(true);
  const { message, rows, missingColumns, tabName } = preview;
  const untold = rows.length - SHOWN_ROWS;
  return (
    <article class="card" aria-label="Preview of the messages">
      <p role="status">
        Into “{tabName}”: {message}
      </p>
      {missingColumns.length > 0 && (
        <>
          <label class="choice">
            <input
              type="checkbox"
              checked={makesColumns}
              onChange={(event) => setMakesColumns(event.currentTarget.checked)}
            />{' '}
            Make the columns that are missing
          </label>
          <details class="if-empty">
            <summary>{count(missingColumns.length, 'column')} to make</summary>
            <p class="quiet">{missingColumns.join(', ')}</p>
          </details>
          <p class="quiet">Without the tick they are not made, and you are not asked again.</p>
        </>
      )}
      <ul class="plain-list">
        {rows.slice(0, SHOWN_ROWS).map(({ label, kind, detail }) => (
          <li key={`${kind} ${label} ${detail}`}>
            <strong>{label}</strong> <span class="quiet">{kind}</span>
            <br />
            {detail}
          </li>
        ))}
      </ul>
      {untold > 0 && <p class="quiet">… and {untold} more.</p>}
      <div class="button-row">
        <ActionButton tone="main" onPress={() => void onTake(makesColumns)}>
          Take in
        </ActionButton>
        <ActionButton onPress={onClose}>Cancel</ActionButton>
      </div>
    </article>
  );
}
