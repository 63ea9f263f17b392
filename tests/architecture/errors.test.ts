import { faults, refusals } from '@sillok/schemas/vocabulary/errors';
import { expect, test } from 'vitest';
import { projectFiles, readText } from './tree.ts';

const codes: readonly string[] = [...refusals, ...faults];
const sources = projectFiles().filter((file) => /\.tsx?$/.test(file));
const tests = textsOf(sources.filter((file) => file.endsWith('.test.ts') || file.startsWith('tests/contract/')));
const code = textsOf(sources.filter((file) => !isTest(file) && !isList(file)));

test('every code of the closed list is raised somewhere', () => {
  expect(codes.length).toBeGreaterThan(60);
  expect(missingFrom(code, codes)).toEqual([]);
});

test('every code of the closed list is asserted by a test', () => {
  expect(missingFrom(tests, codes)).toEqual([]);
});

test('no code is there twice', () => {
  expect(codes.filter((one, index) => codes.indexOf(one) !== index)).toEqual([]);
});

test('a code that is only spoken of is missed', () => {
  expect(missingFrom(['// raises quite-new', "refuse('quite-old')"], ['quite-new', 'quite-old'])).toEqual([
    'quite-new',
  ]);
});

function missingFrom(texts: readonly string[], wanted: readonly string[]): readonly string[] {
  return wanted.filter((one) => !texts.some((text) => text.includes(`'${one}'`)));
}

function textsOf(files: readonly string[]): readonly string[] {
  return files.map(readText);
}

function isTest(file: string): boolean {
  return /\.test\.ts$|^tests\/|^libs\/test-support\/|\/testing\//.test(file);
}

/** Where every code stands whether or not anybody raises it. */
function isList(file: string): boolean {
  return /^schemas\/(messages\/|vocabulary\/errors\.ts$)|\/status-of-code\.ts$/.test(file);
}
