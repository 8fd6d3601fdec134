/** Keeps the secret by which a person's agreement to a delete is known: in their own properties, where no cell reaches. */
import { isDeleteSecret } from '../../../core/own-cells/signed-delete.ts';

const SECRET_PROPERTY = 'deletes.secret';

/** This person's secret; `''` as long as they have agreed to no delete. */
export function readDeleteSecret(): string {
  const text = PropertiesService.getUserProperties().getProperty(SECRET_PROPERTY) ?? '';
  return isDeleteSecret(text) ? text : '';
}

/**
 * This person's secret, made at the first need: a random UUID, of whose 128 bits 122 are random.
 *
 * @see https://developers.google.com/apps-script/reference/utilities/utilities#getUuid() "equivalent to using the
 * java.util.UUID.randomUUID() method", which draws from a cryptographically strong generator (read 2026-11-29).
 */
export function makeDeleteSecret(): string {
  const kept = readDeleteSecret();
  if (kept !== '') return kept;
  const made = Utilities.getUuid().split('-').join('').toLowerCase();
  PropertiesService.getUserProperties().setProperty(SECRET_PROPERTY, made);
  return made;
}
