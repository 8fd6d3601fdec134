/** What keys mean in the playground's grid. */
import { expect, test } from 'vitest';
import { keyCommand } from '../../../playground/page/grid/key-command.ts';

const PLAIN = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

test.each([
  ['ArrowDown', {}, { kind: 'move', rowStep: 1, columnStep: 0, isExtending: false }],
  ['ArrowLeft', { shiftKey: true }, { kind: 'move', rowStep: 0, columnStep: -1, isExtending: true }],
  ['PageDown', {}, { kind: 'move', rowStep: 20, columnStep: 0, isExtending: false }],
  [' ', { shiftKey: true }, { kind: 'selectRow' }],
  [' ', { ctrlKey: true }, { kind: 'selectColumn' }],
  ['a', { metaKey: true }, { kind: 'selectAll' }],
  ['F10', { shiftKey: true }, { kind: 'openMenu' }],
  ['Enter', {}, { kind: 'edit' }],
  ['Delete', {}, { kind: 'clear' }],
  ['x', {}, { kind: 'edit', text: 'x' }],
  [' ', {}, { kind: 'edit', text: ' ' }],
])('"%s" with %j is %j', (key, modifiers, command) => {
  expect(keyCommand({ ...PLAIN, key, ...modifiers }, 20)).toEqual(command);
});

test.each([
  ['Tab', {}],
  ['c', { ctrlKey: true }],
  ['v', { metaKey: true }],
  ['F5', {}],
  ['Escape', {}],
  ['é', { altKey: true }],
])('"%s" with %j is left to the browser', (key, modifiers) => {
  expect(keyCommand({ ...PLAIN, key, ...modifiers }, 20)).toBeUndefined();
});
