import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { fieldDocs } from '../../scripts/field-docs.ts';

test('docs/fields.md says what the add-on understands; `npm run docs` writes it anew', async () => {
  expect(await readFile(new URL('../../docs/fields.md', import.meta.url), 'utf8')).toBe(fieldDocs());
});
