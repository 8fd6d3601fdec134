import { expect, test } from 'vitest';
import { headersMark } from '../../../src/core/terms/headers-mark.ts';

test('is the same in another order, with blanks and with a header twice', () => {
  expect(headersMark(['Beds', ' Baths ', '', 'Beds'])).toBe(headersMark(['Baths', 'Beds']));
});

test('is another for other headers, and blank where there are none', () => {
  expect(headersMark(['Beds', 'Baths'])).not.toBe(headersMark(['Beds,Baths']));
  expect(headersMark(['', ' '])).toBe('');
});
