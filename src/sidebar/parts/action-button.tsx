/** Buttons that stay reachable while they cannot be used, and say why. */
import type { ComponentChildren } from 'preact';

/** `main` is the one button of a view; `danger` removes something; `quiet` looks like a link. */
type ButtonTone = 'main' | 'plain' | 'danger' | 'quiet';

/** What a button needs. */
export interface ActionButtonProps {
  readonly children: ComponentChildren;
  readonly onPress: () => void;
  readonly tone?: ButtonTone;
  /** Unique in the page, where the keyboard is led to the button. */
  readonly id?: string;
  /** The id of the visible text that says why the button is off. Off buttons keep the focus and can be found. */
  readonly obstacleId?: string | undefined;
  /** What to read out instead of the text, where the text alone is ambiguous. */
  readonly label?: string;
  /** Whether what the button opens is open. */
  readonly isExpanded?: boolean;
  /** Sends the form it stands in; `onPress` is then the form's matter. */
  readonly isSubmit?: boolean;
}

/** A button. */
export function ActionButton({
  children,
  onPress,
  tone,
  id,
  obstacleId,
  label,
  isExpanded,
  isSubmit,
}: ActionButtonProps) {
  const isOff = obstacleId !== undefined;
  return (
    <button
      id={id}
      type={isSubmit === true ? 'submit' : 'button'}
      class={`button button-${tone ?? 'plain'}`}
      aria-disabled={isOff}
      aria-describedby={obstacleId}
      aria-label={label}
      aria-expanded={isExpanded}
      onClick={() => {
        if (!isOff && isSubmit !== true) onPress();
      }}
    >
      {children}
    </button>
  );
}

/** The visible reason why a button is off; nothing when it is not. */
export function Obstacle(props: { readonly id: string; readonly reason: string | undefined }) {
  if (props.reason === undefined) return null;
  return (
    <p class="obstacle" id={props.id}>
      {props.reason}
    </p>
  );
}
