/** Which kinds of key identify a listing, and in which order they are tried. */
import type { KeyType } from '../../../core/listing/fields.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import type { EditSettings } from '../../model/mapping/settings-draft.ts';
import { orderedKeyTypes, withKeyTypeEarlier, withKeyTypeUsed } from '../../model/mapping/settings-draft.ts';
import { ActionButton } from '../../parts/action-button.tsx';

const KEY_WORDS: { readonly [Kind in KeyType]: string } = {
  MLSNumber: 'MLS number',
  URL: 'Listing URL',
  NewOaks: 'Key of the platform',
};

/** Tick boxes with a button that moves a kind up; made of plain controls so that the keyboard is enough. */
export function KeyOrder({ draft, onEdit }: { readonly draft: TabSettings; readonly onEdit: EditSettings }) {
  const isLastOne = draft.keyTypes.length === 1;
  return (
    <fieldset class="choices">
      <legend class="field-label">Keys, in the order they are tried</legend>
      {orderedKeyTypes(draft).map((keyType, keyIndex) => {
        const isUsed = draft.keyTypes.includes(keyType);
        const words = KEY_WORDS[keyType];
        return (
          <div key={keyType} class="spread">
            <label class="choice">
              <input
                type="checkbox"
                checked={isUsed}
                disabled={isUsed && isLastOne}
                onChange={() => onEdit((settings) => withKeyTypeUsed(settings, keyType, !isUsed))}
              />
              <span>{words}</span>
            </label>
            {isUsed && keyIndex > 0 && (
              <ActionButton
                tone="quiet"
                label={`Move up ${words}`}
                onPress={() => onEdit((settings) => withKeyTypeEarlier(settings, keyType))}
              >
                Move up
              </ActionButton>
            )}
          </div>
        );
      })}
      {isLastOne && <p class="quiet">One kind of key is always needed.</p>}
    </fieldset>
  );
}
