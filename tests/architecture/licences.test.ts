import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readJson, recordIn, root, textIn } from './tree.ts';

/** Licences that ask for no more than a notice, or for nothing. */
const allowed = new Set([
  'Apache-2.0',
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
  // Fonts. It asks that a changed font bear another name; we embed fonts and change none.
  'OFL-1.1',
  // The licence of Python itself, on parsers that were carried over from it; a notice is all it asks.
  'Python-2.0',
  // Data rather than code (names of licences, of browsers): naming the source is all it asks.
  'CC-BY-3.0',
  'CC-BY-4.0',
]);

/** Asks that changes to its own files be published; fit for tools that never reach those who use the product. */
const allowedForTools = new Set(['MPL-2.0']);

/** Packages whose own statement is missing or wrong, with what their text really says. */
const readByHand: ReadonlyMap<string, string> = new Map([]);

describe('the licences of what we stand on', () => {
  const packages = Object.entries(recordIn(readJson('package-lock.json'), 'packages')).filter(
    ([path, entry]) => path.includes('node_modules/') && recordIn({ entry }, 'entry')['link'] !== true,
  );

  test('are all on the list', () => {
    expect(packages.length).toBeGreaterThan(100);
    const refused = packages.filter(([path, entry]) => !isAllowed(licenceOf(path, entry), isForTools(entry)));
    expect(refused.map(([path, entry]) => `${path}: ${licenceOf(path, entry) ?? 'none'}`)).toEqual([]);
  });

  test.each([
    ['MIT', false, true],
    ['(MIT OR GPL-3.0)', false, true],
    ['MIT AND OFL-1.1', false, true],
    ['MIT AND GPL-3.0', false, false],
    ['MPL-2.0', true, true],
    ['MPL-2.0', false, false],
    ['AGPL-3.0-only', true, false],
    [undefined, true, false],
  ])('%s for tools %s: %s', (licence, forTools, verdict) => {
    expect(isAllowed(licence, forTools)).toBe(verdict);
  });
});

function licenceOf(path: string, entry: unknown): string | undefined {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return readByHand.get(name) ?? textIn(entry, 'license') ?? licenceInstalled(path);
}

function licenceInstalled(path: string): string | undefined {
  const file = join(path, 'package.json');
  return existsSync(join(root, file)) ? textIn(readJson(file), 'license') : undefined;
}

function isForTools(entry: unknown): boolean {
  const { dev, devOptional } = recordIn({ entry }, 'entry');
  return dev === true || devOptional === true;
}

/** SPDX expressions as packages write them: one name, `A OR B`, `A AND B`, never mixed. */
function isAllowed(licence: string | undefined, forTools: boolean): boolean {
  const fits = (name: string) => allowed.has(name) || (forTools && allowedForTools.has(name));
  const expression = (licence ?? '').replace(/^\(|\)$/g, '');
  return expression.includes(' OR ') ? expression.split(' OR ').some(fits) : expression.split(' AND ').every(fits);
}
