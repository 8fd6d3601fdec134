/** What the add-on's frame and the page around it say to each other. */
import type { Json } from '../../apps-script/emulator.ts';
import type { CallOutcome } from '../../serve/wire.ts';

/** From the frame. */
export type FrameMessage =
  | {
      readonly kind: 'call';
      readonly callNumber: number;
      readonly functionName: string;
      readonly args: readonly Json[];
    }
  | { readonly kind: 'close' }
  | { readonly kind: 'focusEditor' }
  | { readonly kind: 'resize'; readonly width?: number; readonly height?: number };

/** From the page. */
export interface PageMessage {
  readonly kind: 'ended';
  readonly callNumber: number;
  readonly outcome: CallOutcome;
}
