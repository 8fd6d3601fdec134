/** The add-on with something that happens in the sheet inside an execution, where no hand of a test could reach. */
import { readFile } from 'node:fs/promises';

const FILES = ['Code.js', 'Sidebar.html', 'appsscript.json'] as const;

/** Right before rows are looked at, which is right before they are written; `target` is where they stand. */
export const LOOK = 'function lookAt(target, writes) {';

/** The files of the add-on, with script that is run after a place in its code, of which there must be one. */
export async function addOnWhere(place: string, happening: string): Promise<Readonly<Record<string, string>>> {
  const entries = await Promise.all(
    FILES.map(async (name) => [name, await readFile(new URL(`../../dist/${name}`, import.meta.url), 'utf8')] as const),
  );
  const files = Object.fromEntries(entries);
  const code = files['Code.js'] ?? '';
  if (code.split(place).length !== 2) throw new Error(`There is no single place "${place}".`);
  return { ...files, 'Code.js': code.replace(place, `${place}\n${happening}\n`) };
}
