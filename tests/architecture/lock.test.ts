import { describe, expect, test } from 'vitest';
import { completed, missingOptionals } from './lock.ts';
import { readJson, recordIn, textIn } from './tree.ts';

describe('the lock', () => {
  const lock = readJson('package-lock.json');

  test('holds the binaries of every platform', () => {
    expect(missingOptionals(lock).map(({ path }) => path)).toEqual([]);
  });

  test('names no place from which packages come', () => {
    const packages = Object.entries(recordIn(lock, 'packages'));
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(([, entry]) => /:\/\//.test(textIn(entry, 'resolved') ?? '')).map(([path]) => path)).toEqual(
      [],
    );
  });

  test('is completed from names where a registry had only this platform', () => {
    const partial = {
      packages: {
        'node_modules/tool': { license: 'MIT', optionalDependencies: { '@tool/linux-arm64-musl': '^1.2.3' } },
        'node_modules/tool/node_modules/other': { optionalDependencies: { fsevents: '~2.3.3', tool: '1.0.0' } },
      },
    };
    const missing = missingOptionals(partial);
    expect(missing).toEqual([
      {
        path: 'node_modules/@tool/linux-arm64-musl',
        entry: { version: '1.2.3', cpu: ['arm64'], license: 'MIT', optional: true, os: ['linux'], libc: ['musl'] },
      },
      { path: 'node_modules/fsevents', entry: { version: '2.3.3', optional: true, os: ['darwin'] } },
    ]);
    const whole = completed(partial, missing);
    expect(Object.keys(recordIn(whole, 'packages'))[0]).toBe('node_modules/@tool/linux-arm64-musl');
    expect(missingOptionals(whole)).toEqual([]);
  });
});
