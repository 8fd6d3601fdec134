/** The button of one correction, and the small form it opens where a value or a meaning has to be given. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fieldDefinition } from '../../../core/contract/shared-rules.ts';
import type { CauseGroup } from '../../../core/engine/cause-groups.ts';
import { rowsWords } from '../../../core/words/counts.ts';
import { sentence } from '../../model/mapping/source-options.ts';
import { meaningWords } from '../../model/mapping/vocabulary-words.ts';
import { type Correction, type Remedy, replaceWords, usualValues } from '../../model/run/correction.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { openView } from '../../parts/view-tabs.tsx';
import { ValueInput } from '../mapping/value-input.tsx';

/** What the control needs. */
export interface RemedyControlProps {
  readonly remedy: Remedy;
  readonly group: CauseGroup;
  /** What is corrected; tells buttons with the same words apart. */
  readonly cause: string;
  /** What follows a correction: `checked again`. */
  readonly thenWords: string;
  readonly obstacleId: string | undefined;
  readonly verbs: SidebarVerbs;
}

/** A button; those that need an answer open a form beside it. */
export function RemedyControl({ remedy, group, cause, thenWords, obstacleId, verbs }: RemedyControlProps) {
  const onCorrect = (correction: Correction): void => void verbs.correct(group, correction);
  switch (remedy.kind) {
    case 'replace':
      return (
        <div class="remedy">
          <ActionButton obstacleId={obstacleId} onPress={() => void verbs.replace(group, remedy.replacement)}>
            {replaceWords(remedy)}
          </ActionButton>
          <p class="quiet">{rowsWords(remedy.rowNumbers, remedy.cells)}</p>
        </div>
      );
    case 'takeColumn':
      return (
        <div class="remedy">
          <ActionButton obstacleId={obstacleId} onPress={() => onCorrect({ kind: 'takeColumn', field: remedy.field })}>
            Use column {remedy.header}
          </ActionButton>
          <p class="quiet">{sentence(remedy.reason)}</p>
        </div>
      );
    case 'chooseColumn':
      return (
        <ActionButton
          tone="quiet"
          label={`Choose a column: ${cause}`}
          onPress={() => {
            verbs.searchFields(fieldDefinition(remedy.field).label);
            openView(verbs, 'mapping');
          }}
        >
          Choose a column
        </ActionButton>
      );
    case 'leaveOut':
      return (
        <ActionButton label={`Send without it: ${cause}`} obstacleId={obstacleId} onPress={() => onCorrect(remedy)}>
          Send without it
        </ActionButton>
      );
    case 'value':
      return (
        <AnswerForm
          words="Set a fixed value"
          cause={cause}
          thenWords={thenWords}
          question={`${fieldDefinition(remedy.field).label} of rows without one`}
          options={remedy.options}
          usual={usualValues(remedy.field)}
          obstacleId={obstacleId}
          onAnswer={(value) => onCorrect({ kind: 'value', field: remedy.field, value })}
        />
      );
    case 'meaning': {
      const { vocabulary, word, meanings } = remedy;
      return (
        <AnswerForm
          words="It means…"
          cause={cause}
          thenWords={thenWords}
          question={`“${word}” means`}
          options={meanings}
          wordsOf={(meaning) => meaningWords(vocabulary, meaning)}
          obstacleId={obstacleId}
          onAnswer={(meaning) => onCorrect({ kind: 'meaning', vocabulary, word, meaning })}
        />
      );
    }
    default:
      return remedy satisfies never;
  }
}

interface AnswerFormProps extends Pick<RemedyControlProps, 'cause' | 'thenWords' | 'obstacleId'> {
  readonly words: string;
  readonly question: string;
  readonly options?: readonly string[] | undefined;
  /** Answers that can be given with one click. */
  readonly usual?: readonly string[];
  readonly wordsOf?: (option: string) => string;
  readonly onAnswer: (answer: string) => void;
}

function AnswerForm(props: AnswerFormProps) {
  const { words, cause, thenWords, question, options, usual = [], wordsOf, obstacleId, onAnswer } = props;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [answer, setAnswer] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const isUnanswered = answer.trim() === '';
  useLayoutEffect(() => {
    if (isOpen) form.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, [isOpen]);
  return (
    <>
      <ActionButton tone="quiet" label={`${words}: ${cause}`} isExpanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
        {words}
      </ActionButton>
      {isOpen && (
        <form
          ref={form}
          class="answer-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isUnanswered && obstacleId === undefined) onAnswer(answer);
          }}
        >
          <label class="field" for={id}>
            <span class="field-label">{question}</span>
            <ValueInput id={id} value={answer} options={options} {...(wordsOf && { wordsOf })} onInput={setAnswer} />
          </label>
          {usual.length > 0 && (
            <div class="button-row">
              {usual.map((value) => (
                <ActionButton key={value} obstacleId={obstacleId} onPress={() => onAnswer(value)}>
                  Use {value}
                </ActionButton>
              ))}
            </div>
          )}
          <ActionButton
            tone="main"
            isSubmit
            obstacleId={obstacleId ?? (isUnanswered ? `${id}-hint` : undefined)}
            onPress={() => onAnswer(answer)}
          >
            Save
          </ActionButton>
          <p class="quiet" id={`${id}-hint`}>
            Saved for this tab, then the rows are {thenWords}. You can change it in the Mapping view.
          </p>
        </form>
      )}
    </>
  );
}
