import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles, readJson, readText, recordIn } from './tree.ts';

const files = projectFiles();
const singles = ['schemas', 'infra/sillok', 'infra/small-country'];
const services = foldersBelow('services/').filter((folder) => files.includes(`${folder}/src/app.ts`));
const headings = ['Owns', 'Streams', 'Commands', 'Events out', 'Events in', 'Routes'];

describe('the workspaces', () => {
  const folders = [...singles, ...foldersBelow('libs/'), ...foldersBelow('services/')].sort();

  test('are exactly the folders that hold a package.json', () => {
    const described = files.filter((file) => basename(file) === 'package.json' && file !== 'package.json');
    expect(described.map((file) => dirname(file)).sort()).toEqual(folders);
  });

  test.each(folders)('%s is named after its folder, private, and installed', (folder) => {
    const name = `@sillok/${basename(folder)}`;
    expect(readJson(`${folder}/package.json`)).toMatchObject({ name, private: true, type: 'module' });
    expect(recordIn(readJson('package-lock.json'), 'packages')).toHaveProperty(
      [`node_modules/${name}`, 'resolved'],
      folder,
    );
  });

  test.each(folders)('%s keeps scripts and tools in the root', (folder) => {
    const own = Object.keys(recordIn({ own: readJson(`${folder}/package.json`) }, 'own'));
    expect(own.filter((key) => !known.includes(key))).toEqual([]);
    const forTests = Object.keys(recordIn(readJson(`${folder}/package.json`), 'devDependencies'));
    expect(forTests.filter((name) => !name.startsWith('@sillok/') && name !== 'zod')).toEqual([]);
  });

  test('the root has no dependencies of its own but tools', () => {
    expect(recordIn(readJson('package.json'), 'dependencies')).toEqual({});
  });
});

const known = ['name', 'private', 'type', 'exports', 'dependencies', 'devDependencies', 'optionalDependencies'];

describe('the services', () => {
  test('have nothing unknown in their folders, written or half written', () => {
    const inside = files.filter((file) => file.startsWith('services/'));
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.filter((file) => !isInShape(file.split('/').slice(2).join('/')))).toEqual([]);
  });

  for (const service of services) {
    const inside = files.filter((file) => file.startsWith(`${service}/`)).map((file) => file.slice(service.length + 1));

    test(`${service} has one door`, () => {
      expect(recordIn(readJson(`${service}/package.json`), 'exports')).toEqual({ '.': './src/app.ts' });
    });

    test(`${service} tells under six headings what it owns and does`, () => {
      expect(inside).toContain('README.md');
      const told = readText(`${service}/README.md`).match(/^## .*$/gm) ?? [];
      expect(told.map((line) => line.slice('## '.length))).toEqual(headings);
    });

    test(`${service} decides in every stream folder`, () => {
      const streams = new Set(
        inside.filter((file) => /^src\/[^/]+\/commands\//.test(file)).map((file) => file.split('/')[1]),
      );
      expect([...streams].filter((stream) => !inside.includes(`src/${stream}/decide.ts`))).toEqual([]);
    });

    test(`${service} names its reactions after what they wait for`, () => {
      const reactions = inside.filter((file) => file.startsWith('src/reactions/'));
      expect(reactions.filter((file) => !basename(file).startsWith('when-'))).toEqual([]);
    });
  }
});

describe('what lies beside a decider', () => {
  const outside =
    /\b(Date\.now|new Date\(\)|Math\.random|performance\.|process\.|console\.|crypto\.|fetch\(|setTimeout\()/;
  const streams = files.filter((file) => /^services\/.*\/decide\.ts$/.test(file)).map((file) => `${dirname(file)}/`);

  test('asks no clock, no chance and no outside', () => {
    const pure = files.filter(
      (file) => streams.some((folder) => file.startsWith(folder)) && !file.endsWith('.test.ts'),
    );
    expect(pure.length).toBeGreaterThan(0);
    expect(pure.filter((file) => outside.test(readText(file)))).toEqual([]);
  });

  test.each([
    ['Date.now()', true],
    ['new Date()', true],
    ['new Date(command.at)', false],
    ['Math.random()', true],
    ['Math.max(1, 2)', false],
    ['await fetch(url)', true],
  ])('%s asks outside: %s', (text, verdict) => {
    expect(outside.test(text)).toBe(verdict);
  });
});

function foldersBelow(parent: string): readonly string[] {
  const names = files.filter((file) => file.startsWith(parent)).map((file) => file.split('/').slice(0, 2).join('/'));
  return [...new Set(names)];
}

/**
 * `app`, `main`, `config` and their tests at the top, and `context`: what this service needs beside what all get.
 * Everything else lies in a folder that says what it is; which folders those are is the service's own business.
 */
function isInShape(file: string): boolean {
  return /^(README\.md|package\.json|src\/(app|main|config|context)(\.test)?\.ts|src\/[a-z][a-z-]*\/.+)$/.test(file);
}
