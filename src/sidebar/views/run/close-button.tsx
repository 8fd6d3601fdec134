/** Puts a result away and leads the keyboard back to where the next one begins. */
import { ActionButton } from '../../parts/action-button.tsx';

/** The id of the button that begins a run. */
export const START_BUTTON_ID = 'start-button';

/** The button that ends the look at a result. */
export function CloseButton({ onClose }: { readonly onClose: () => void }) {
  return (
    <ActionButton
      tone="quiet"
      onPress={() => {
        onClose();
        // This button goes with the result; the keyboard must not fall to the body.
        document.getElementById(START_BUTTON_ID)?.focus();
      }}
    >
      Close
    </ActionButton>
  );
}
