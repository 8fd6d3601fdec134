/** The inputs of the connection. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AuthHeader } from '../../../core/platform/request.ts';
import type { ConnectionView as Connection, ConnectionInput, KeySharing } from '../../../core/settings/connection.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useReclaimedFocus } from '../../parts/use-reclaimed-focus.ts';
import { type ChoiceWords, RadioField } from '../mapping/choice-controls.tsx';

/** What the person changed and has not saved; members that are absent are as saved. */
export type ConnectionDraft = Partial<ConnectionInput>;

/** What the fields need. */
export interface ConnectionFieldsProps {
  readonly connection: Connection;
  readonly draft: ConnectionDraft;
  readonly onEdit: (edit: ConnectionDraft) => void;
}

const SHARING_WORDS: ChoiceWords<KeySharing> = {
  me: 'Only me',
  file: 'Everybody who can edit this file',
};

const AUTH_HEADER_WORDS: ChoiceWords<AuthHeader> = {
  Authorization: 'Authorization (usual)',
  'chatrobot-sessionkey': 'chatrobot-sessionkey',
};

/** Key and chatbot ID, and what is seldom needed under More. */
export function ConnectionFields({ connection, draft, onEdit }: ConnectionFieldsProps) {
  const { chatbotId, sharing, authHeader, requestsAtOnce } = { ...connection, ...draft };
  return (
    <>
      <KeyField connection={connection} draft={draft} onEdit={onEdit} />
      <label class="field" for="chatbot-id">
        <span class="field-label">Chatbot ID</span>
        <input
          id="chatbot-id"
          type="text"
          value={chatbotId}
          spellcheck={false}
          aria-describedby="chatbot-id-help"
          onInput={(event) => onEdit({ chatbotId: event.currentTarget.value })}
        />
      </label>
      <p class="quiet" id="chatbot-id-help">
        On the platform: chatbot settings › General › Chatbot ID.
      </p>
      <details>
        <summary>More</summary>
        <RadioField
          label="Who can use the key"
          id="sharing"
          words={SHARING_WORDS}
          value={sharing}
          onChoose={(value) => onEdit({ sharing: value })}
        />
        <p class="quiet">{sharingHelp(connection, sharing)}</p>
        <RadioField
          label="Header that carries the key"
          id="auth-header"
          words={AUTH_HEADER_WORDS}
          value={authHeader}
          onChoose={(value) => onEdit({ authHeader: value })}
        />
        <p class="quiet">Try the other header if the platform refuses a key that you know is right.</p>
        <label class="field" for="requests-at-once">
          <span class="field-label">Requests at the same time, at most</span>
          <input
            id="requests-at-once"
            type="number"
            min={1}
            max={100}
            value={Number.isNaN(requestsAtOnce) ? '' : requestsAtOnce}
            aria-describedby="requests-at-once-help"
            onInput={(event) => onEdit({ requestsAtOnce: event.currentTarget.valueAsNumber })}
          />
        </label>
        <p class="quiet" id="requests-at-once-help">
          A run begins with few and finds out by itself. Set a lower limit if the platform asks for it.
        </p>
      </details>
    </>
  );
}

/** Whether there is a key that goes on being used; one that somebody else shares cannot become one's own. */
export function isKeyKept({ maskedKey, keyOwner }: Connection, { sharing }: Pick<ConnectionInput, 'sharing'>): boolean {
  return maskedKey !== '' && (keyOwner !== 'another' || sharing === 'file');
}

/** A script that lives in the file can be read, with all that it stores, by whoever can edit the file. */
function sharingHelp({ keyOwner, sharing }: Connection, wished: KeySharing): string {
  if (keyOwner === 'another') return 'The key in use is shared by somebody else. Only they can take it back.';
  if (wished === 'me')
    return sharing === 'file' ? 'This takes your key back from the others.' : 'Others enter keys of their own.';
  return 'All editors run the add-on with your key. Where it is a script inside this file, they could also read it.';
}

/** A saved key is shown masked; it can be replaced, but never read. */
function KeyField({ connection, draft, onEdit }: ConnectionFieldsProps) {
  if (draft.key === undefined && isKeyKept(connection, { ...connection, ...draft })) {
    return <MaskedKey maskedKey={connection.maskedKey} onReplace={() => onEdit({ key: '' })} />;
  }
  const isReplacement = connection.maskedKey !== '' && draft.key === '';
  return <KeyInput value={draft.key ?? ''} isReplacement={isReplacement} onInput={(key) => onEdit({ key })} />;
}

function MaskedKey(props: { readonly maskedKey: string; readonly onReplace: () => void }) {
  // Whoever saved with Enter from the key's input would otherwise be thrown back to the top of the page.
  const text = useReclaimedFocus<HTMLSpanElement>();
  return (
    <div class="field">
      <span class="field-label">Secret key</span>
      <span class="spread">
        <span class="masked-key" tabIndex={-1} ref={text}>
          {props.maskedKey}
        </span>
        <ActionButton tone="quiet" onPress={props.onReplace}>
          Replace key
        </ActionButton>
      </span>
    </div>
  );
}

interface KeyInputProps {
  readonly value: string;
  /** Whether the input took the place of a masked key, and with it the keyboard. */
  readonly isReplacement: boolean;
  readonly onInput: (key: string) => void;
}

function KeyInput({ value, isReplacement, onInput }: KeyInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (isReplacement) input.current?.focus();
  }, []);
  return (
    <>
      <label class="field" for="key">
        <span class="field-label">Secret key</span>
        <input
          id="key"
          type="password"
          autocomplete="off"
          value={value}
          aria-describedby="key-help"
          ref={input}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </label>
      <p class="quiet" id="key-help">
        On the platform: Profile settings › Webhooks API. The add-on keeps it and never writes it into the sheet.
      </p>
    </>
  );
}
