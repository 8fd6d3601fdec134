import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

async function lockedPackages(): Promise<readonly (readonly [string, LockedPackage])[]> {
  const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
    await readFile('package-lock.json', 'utf8'),
  );
  return Object.entries(lock.packages).filter(([path, { link }]) => path !== '' && link !== true);
}

/** `npm install` leaves hashes out of packages for other systems: they would be installed there without being compared. */
test('every package has the hash that its content is compared with, on every system', async () => {
  const without = (await lockedPackages()).filter(([, { integrity = '' }]) => !/^sha512-[\w+/]{86}==$/.test(integrity));
  expect(without.map(([path, { version }]) => `${path}@${version}`)).toEqual([]);
});

test('no package names a place to come from, so that the registry that is set up serves them all', async () => {
  const placed = (await lockedPackages()).filter(([, { resolved }]) => resolved !== undefined);
  expect(placed.map(([path]) => path)).toEqual([]);
});
