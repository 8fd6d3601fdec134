/** What executions show to the person at the keyboard, and what they ask them. */
import type { DialogAnswer, DialogRequest, EmulatorEvent } from '../../emulator.ts';

/** Something an execution shows. */
export type Showing = Exclude<EmulatorEvent, { readonly kind: 'changed' | 'selection' }>;

/** Every operation on the person at the keyboard: what is asked and what is answered. */
export interface InterfaceOperations {
  readonly askUser: { readonly request: DialogRequest; readonly answer: Required<DialogAnswer> };
  readonly show: { readonly request: Showing; readonly answer: null };
}
