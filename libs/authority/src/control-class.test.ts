import { expect, test } from 'vitest';
import { isControlEnough, reachesClass } from './control-class.ts';
import { emptyDirectory } from './directory-state.ts';
import { ministry } from './testing/ministry.ts';

test.each([
  ['demo-software', 'demo-software', true],
  ['token', 'demo-software', true],
  ['remote-qualified', 'token', true],
  ['demo-software', 'token', false],
  ['token', 'remote-qualified', false],
  ['paper', 'demo-software', false],
])('a key of class %s reaches %s: %s', (held, least, verdict) => {
  expect(reachesClass(held, least)).toBe(verdict);
});

test('asks for the least class that the pack has on the day', () => {
  const directory = ministry();
  expect(isControlEnough(directory, { controlClass: 'demo-software' }, '2014-03-03T00:00:00.000Z')).toBe(true);
  expect(isControlEnough(directory, { controlClass: 'paper' }, '2014-03-03T00:00:00.000Z')).toBe(false);
});

test('asks for the strongest class where no pack is in force', () => {
  const at = '2014-03-03T00:00:00.000Z';
  expect(isControlEnough(emptyDirectory(), { controlClass: 'token' }, at)).toBe(false);
  expect(isControlEnough(emptyDirectory(), { controlClass: 'remote-qualified' }, at)).toBe(true);
});
