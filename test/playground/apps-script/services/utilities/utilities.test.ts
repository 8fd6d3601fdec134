/** `Utilities` and `Session`. */
import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addOn, emulatorFor, thrownBy, valueFrom } from '../../emulator-fixture.ts';

// @see https://docs.oracle.com/javase/7/docs/api/java/text/SimpleDateFormat.html (letters; read 2026-11-21)
test.each([
  ['yyyy-MM-dd HH:mm:ss', 'America/New_York', '2026-07-04 08:05:09'],
  ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", 'America/New_York', '2026-07-04T08:05:09.007-04:00'],
  ["yyyy-MM-dd'T'HH:mm:ssXXX", 'UTC', '2026-07-04T12:05:09Z'],
  ['EEEE, MMMM d, yy h:mm a', 'Europe/Berlin', 'Saturday, July 4, 26 2:05 PM'],
  ['EEE MMM', 'UTC', 'Sat Jul'],
  ['Z', 'Asia/Kolkata', '+0530'],
  ["h 'o''clock'", 'GMT+2', "2 o'clock"],
  ['D u k', 'UTC', '185 6 12'],
  ['HH', 'No/Such_Zone', '12'],
])('formatDate with %s in %s is %s', async (format, zone, text) => {
  const emulator = await emulatorFor();
  const body = `return Utilities.formatDate(new Date(Date.UTC(2026, 6, 4, 12, 5, 9, 7)), ${JSON.stringify(zone)}, ${JSON.stringify(format)});`;
  expect(await valueFrom(emulator, body)).toBe(text);
});

const signed = (bytes: Uint8Array) => Array.from(new Int8Array(bytes));

test('digests are signed bytes of the UTF-8 text', async () => {
  const emulator = await emulatorFor();
  const body = `return [Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'ünï'),
    Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, [1, -1]),
    Utilities.computeHmacSha256Signature('text', 'key')];`;
  expect(await valueFrom(emulator, body)).toEqual([
    signed(createHash('sha256').update('ünï').digest()),
    signed(
      createHash('md5')
        .update(Buffer.from([1, 255]))
        .digest(),
    ),
    signed(createHmac('sha256', 'key').update('text').digest()),
  ]);
});

test('base64 is the standard one, web-safe with - and _, and comes back', async () => {
  const emulator = await emulatorFor();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 9 }), async (bytes) => {
      const body = `const bytes = ${JSON.stringify(signed(bytes))};
        const texts = [Utilities.base64Encode(bytes), Utilities.base64EncodeWebSafe(bytes)];
        return [texts, Utilities.base64Decode(texts[0]), Utilities.base64DecodeWebSafe(texts[1])];`;
      const standard = Buffer.from(bytes).toString('base64');
      const webSafe = standard.replaceAll('+', '-').replaceAll('/', '_');
      expect(await valueFrom(emulator, body)).toEqual([[standard, webSafe], signed(bytes), signed(bytes)]);
    }),
    { numRuns: 25 },
  );
});

test('what is no base64 is refused', async () => {
  const emulator = await emulatorFor();
  expect(await thrownBy(emulator, `Utilities.base64Decode('a*b');`)).toBe('Exception: Could not decode string.');
});

test('formatString fills in texts and numbers', async () => {
  const emulator = await emulatorFor();
  expect(await valueFrom(emulator, `return Utilities.formatString('%s|%5d|%-4s|%.2f|%%', 'a', 42, 'b', 1 / 3);`)).toBe(
    'a|   42|b   |0.33|%',
  );
});

test('blobs keep bytes, type and name', async () => {
  const emulator = await emulatorFor();
  const body = `const blob = Utilities.newBlob('é', 'text/plain', 'a.txt');
    return [blob.getBytes(), blob.getDataAsString(), blob.getContentType(), blob.getName()];`;
  expect(await valueFrom(emulator, body)).toEqual([[-61, -87], 'é', 'text/plain', 'a.txt']);
});

test('uuids differ', async () => {
  const emulator = await emulatorFor();
  const body = `return [Utilities.getUuid(), Utilities.getUuid()];`;
  const uuids = await valueFrom(emulator, body);
  expect(new Set(uuids as string[]).size).toBe(2);
});

test('the script’s zone is the manifest’s, and user keys tell people apart', async () => {
  const emulator = await emulatorFor({ files: addOn('', { timeZone: 'Europe/Paris' }) });
  expect(await valueFrom(emulator, 'return Session.getScriptTimeZone();')).toBe('Europe/Paris');
  const key = 'return Session.getTemporaryActiveUserKey();';
  const [one, again, other] = [
    await valueFrom(emulator, key, { user: 'a@example.com' }),
    await valueFrom(emulator, key, { user: 'a@example.com' }),
    await valueFrom(emulator, key, { user: 'b@example.com' }),
  ];
  expect([one === again, one === other]).toEqual([true, false]);
});
