import { expect, test } from 'vitest';
import { tabKindOf } from '../../../src/core/mapping/tab-kind.ts';

test.each<[string, readonly string[], string]>([
  ['an ID and answers', ['ID', 'Topic', 'Question', 'Answer'], 'chatbotRows'],
  ['answers with a price and a link', ['id', 'Question', 'Answer', 'Price', 'Link'], 'chatbotRows'],
  ['no ID', ['Question', 'Answer'], 'listings'],
  ['listings that are numbered', ['ID', 'MLS#', 'Address'], 'listings'],
  ['homes with an ID', ['ID', 'Address', 'City', 'Bedrooms', 'Bathrooms', 'List price'], 'listings'],
  ['nothing', [], 'listings'],
])('a tab with %s: %o holds %s', (_title, headers, kind) => {
  expect(tabKindOf(headers)).toBe(kind);
});
