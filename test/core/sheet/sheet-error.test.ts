import { describe, expect, test } from 'vitest';
import { isErrorText, isSheetError } from '../../../src/core/sheet/sheet-error.ts';

describe('a cell that shows an error', () => {
  test.each([
    ...[
      '#N/A',
      '#REF!',
      '#VALUE!',
      '#DIV/0!',
      '#NAME?',
      '#NUM!',
      '#NULL!',
      '#ERROR!',
      '#SPILL!',
      '#CALC!',
      '#GETTING_DATA',
    ],
    ...[
      '#NV',
      '#BEZUG!',
      '#WERT!',
      '#FEHLER!',
      '#ZAHL!',
      '#N/D',
      '#VALEUR!',
      '#NOM?',
      '#¡REF!',
      '#¿NOMBRE?',
      '#¡DIV/0!',
    ],
    ...['#RIF!', '#NÚM!', '#VERW!', '#N/B', '#DEEL/0!', '#ССЫЛКА!', '#Н/Д', '#BŁĄD!', '#SAKNAS!', ' #REF! '],
    ...['Loading...', 'Wird geladen...', 'Chargement...'],
  ])('is known in the words of any language: %s', (text) => {
    expect(isErrorText(text)).toBe(true);
    expect(isSheetError({ value: text, text })).toBe(true);
  });

  test.each([
    ...[
      '#1',
      '#12!',
      '# 4',
      '#A',
      '#hashtag!',
      '#Pool',
      '#',
      'REF!',
      'Unit #B2',
      '#B2',
      'Lovely...',
      'Lots of light...',
      '',
    ],
  ])('is not seen in what people write: %s', (text) => {
    expect(isErrorText(text)).toBe(false);
  });

  test('is no number either', () => {
    expect(isSheetError({ value: 42, text: '#REF!' })).toBe(false);
  });
});
