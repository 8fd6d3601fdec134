/**
 * Keeps the webhook in the store of the script: a web app knows no document. A bound script has one file, so that the script's store
 * is the file's.
 */
import { parseWebhook, storedWebhook, WEBHOOK_NAMES, type Webhook } from '../../../core/events/webhook.ts';

/** All that the script's store holds, by name. */
export type ScriptProperties = Readonly<Record<string, string>>;

/** Everything that is stored, for one read. */
export function readScriptProperties(): ScriptProperties {
  return PropertiesService.getScriptProperties().getProperties();
}

/** The webhook among what is stored. */
export function webhookIn(stored: ScriptProperties): Webhook | undefined {
  return parseWebhook(stored[WEBHOOK_NAMES.record] ?? null);
}

/** The webhook alone. */
export function readWebhook(): Webhook | undefined {
  return parseWebhook(PropertiesService.getScriptProperties().getProperty(WEBHOOK_NAMES.record));
}

/** Keeps the webhook. */
export function saveWebhook(webhook: Webhook): void {
  PropertiesService.getScriptProperties().setProperty(WEBHOOK_NAMES.record, storedWebhook(webhook));
}

/** Keeps values together; others stay. */
export function keepInScript(values: ScriptProperties): void {
  if (Object.keys(values).length > 0) PropertiesService.getScriptProperties().setProperties({ ...values });
}

/** Removes values one by one: all at once would take with them what arrives meanwhile. */
export function removeFromScript(names: readonly string[]): void {
  const store = PropertiesService.getScriptProperties();
  for (const name of names) store.deleteProperty(name);
}

/**
 * A new secret: 32 bytes out of three random UUIDs, of which each has 122 random bits.
 *
 * @see https://developers.google.com/apps-script/reference/utilities/utilities#getUuid() (read 2026-11-29).
 */
export function makeWebhookSecret(): string {
  const random = [1, 2, 3].map(() => Utilities.getUuid()).join('');
  const digest = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, random);
  return Utilities.base64EncodeWebSafe(digest).replace(/=+$/, '');
}
