/** Writes docs/fields.md from the field catalogue, the synonym dictionary and the vocabularies, so that it cannot go stale. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EVENT_FIELDS, type EventField } from '../src/core/events/event-fields.ts';
import { FIELD_HELP } from '../src/core/listing/field-help.ts';
import { FIELDS, type FieldDefinition, type FieldName } from '../src/core/listing/fields.ts';
import { ALL_VOCABULARIES } from '../src/core/listing/vocabulary/all-vocabularies.ts';
import { allSynonyms } from '../src/core/mapping/header-meanings.ts';

const NEEDS_A_LOOK = new Set(['fallback', 'ifValuesFit', 'proposal']);

/** The whole page. */
export function fieldDocs(): string {
  return [
    '# Fields, headers and words',
    'This page is generated (`npm run docs`) from the data the add-on itself uses. To add a header or a word, change the data in `src/core/mapping/synonyms` or `src/core/listing/vocabulary`, and say where you met it.',
    '## The 35 fields',
    fieldTable(),
    '## Members of messages',
    'What a `realestate/listing#update` message says (`data.object`), the column it fills, and the field that this column feeds.',
    memberTable(),
    '## Headers that are understood',
    'Case, spaces and punctuation do not matter. A header in *italics* is taken only where the cells confirm it, or is merely proposed. The field’s own name and label always count, but for a bare “Key” without a “Key type” beside it, which may be any office’s.',
    ...FIELDS.filter((field) => field.origin === 'tab').flatMap(headersOf),
    '## Words that are understood',
    'Whole words only, the longest phrase first: *Inactive* is not *Active*. A team can teach further words per tab.',
    ...ALL_VOCABULARIES.flatMap(({ name, entries }) => [`### ${name}`, wordTable(entries())]),
    '',
  ]
    .join('\n\n')
    .replace(/\n\n$/, '\n');
}

function fieldTable(): string {
  const rows = FIELDS.map((field: FieldDefinition & { readonly name: FieldName }) =>
    row(
      field.name,
      field.label,
      field.isRequired ? 'required' : '',
      field.kind,
      (field.options ?? []).join(', '),
      FIELD_HELP[field.name],
    ),
  );
  return table(['field', 'label', '', 'kind', 'allowed values', 'what belongs here'], rows);
}

function memberTable(): string {
  const rows = EVENT_FIELDS.map(({ member, header, field, isTicked }: EventField) =>
    row(`\`${member}\``, header, field ?? (isTicked === true ? 'extra information' : '')),
  );
  return table(['member', 'column', 'feeds'], rows);
}

function headersOf({ name, label }: FieldDefinition): readonly string[] {
  const entries = allSynonyms().filter((synonym) => synonym.field === name);
  if (entries.length === 0) return [];
  const bySource = new Map<string, string[]>();
  for (const { source, header, strength } of entries) {
    const shown = NEEDS_A_LOOK.has(strength) ? `*${escapeCell(header)}*` : escapeCell(header);
    bySource.set(source, [...(bySource.get(source) ?? []), shown]);
  }
  const rows = [...bySource].map(([source, headers]) => `| ${source} | ${headers.join(' · ')} |`);
  return [`### ${label} (${name})`, table(['met in', 'headers'], rows)];
}

function wordTable(
  entries: readonly { readonly meaning: string; readonly words: readonly string[]; readonly source: string }[],
) {
  return table(
    ['means', 'words', 'met in'],
    entries.map(({ meaning, words, source }) => row(meaning, words.join(' · '), source)),
  );
}

function table(head: readonly string[], rows: readonly string[]): string {
  return [row(...head), row(...head.map(() => '---')), ...rows].join('\n');
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map(escapeCell).join(' | ')} |`;
}

function escapeCell(text: string): string {
  return text.replace(/([|*_])/g, '\\$1');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../docs/fields.md', import.meta.url), fieldDocs());
}
