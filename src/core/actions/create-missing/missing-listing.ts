/** What a look-up and a create are known by: the row's own key, as the update before them. */
import { identityOfKey, nameOfKey } from '../listing-key.ts';
import type { OperationOf } from '../operation.ts';

type Missing = OperationOf<'lookUp'> | OperationOf<'create'>;

/** By the row's own key. */
export function missingIdentity(operation: Missing): string {
  return identityOfKey(operation);
}

/** Neither is ever planned, so that nothing but its own kind may have this text. */
export function missingText(verb: string, { serialNumber, bodyText, ...key }: Missing): string {
  return `${verb} ${serialNumber} ${nameOfKey(key)} ${bodyText}`;
}
