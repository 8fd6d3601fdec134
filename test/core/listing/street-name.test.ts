import { describe, expect, test } from 'vitest';
import { namesStreet, streetOf } from '../../../src/core/listing/street-name.ts';

test.each([
  ['1616 W Montrose Ave Unit 2G', ['montrose'], '1616'],
  ['12 Oak St #4, Springfield', ['oak'], '12'],
  ['200 5th Avenue', ['5th'], '200'],
  ['Lindenstraße 12a', ['lindenstraße'], '12a'],
  ['Calle Mayor 5', ['mayor'], '5'],
  ['3 Park Ave', ['park'], '3'],
  ['88 The Avenue', ['the'], '88'],
  ['Elm Street', ['elm'], undefined],
])('the street of “%s” is %j', (address, name, houseNumber) => {
  expect(streetOf(address)).toEqual({ name, houseNumber });
});

test.each(['', '12', 'N'])('“%s” names no street', (address) => {
  expect(streetOf(address)).toBeUndefined();
});

describe('a text names the street', () => {
  test.each([
    ['1616 W Montrose Ave', 'https://homes.example.com/IL/1616-W-Montrose-Ave-60613/home/1', true],
    ['1616 W Montrose Ave', 'Steps from Montrose Beach', true],
    ['1616 W Montrose Ave', 'https://cdn.example.com/1616montrose/1.jpg', false],
    ['12 Oak St', 'Oak floors throughout', false],
    ['12 Oak St', 'Call about 12 Oak today', true],
    ['12 Oak St', 'A quiet corner of Oak Street', true],
    ['3 Park Ave', 'Two blocks from the park', false],
    ['3 Park Ave', 'On Park Avenue', true],
    ['3 Park Ave', 'https://homes.example.com/3-park-ave', true],
    ['200 5th Avenue', 'The 5th bedroom is an office', false],
    ['200 5th Avenue', 'A block off 5th Ave', true],
    ['9 Martin Luther King Blvd', 'near Martin Luther King station', true],
    ['Lindenstraße 12', 'Ruhige Lage an der Lindenstraße', true],
    ['Calle Mayor 5', 'Piso en la calle Mayor', true],
    ['Calle Mayor 5', 'La mayor terraza del barrio', false],
  ])('%s · “%s”: %s', (address, text, isNamed) => {
    const street = streetOf(address);
    expect(street !== undefined && namesStreet(text, street)).toBe(isNamed);
  });
});
