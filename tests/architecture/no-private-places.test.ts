import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles, readText, root } from './tree.ts';

const text = projectFiles().filter((file) =>
  /\.(ts|tsx|js|mjs|json|md|css|html|ya?ml|xml|sh|txt|typ|npmrc|py|java)$|^\.ci\//.test(file),
);

/** Where this checkout happens to lie, and whose home it lies beside: no file may know. */
const places = [root, join(dirname(root), 'shared'), homedir()].filter(
  (place) => place.split('/').length > 1 && place.length > 4,
);

/** Where packages happen to come from: that is each reader's own setting. */
const registries = /https?:\/\/(registry|npm|packages|mirror)[.-][\w.-]+|^\s*(@[\w-]+:)?registry\s*=/m;

describe('no file names a private place', () => {
  test('no path of the machine at hand', () => {
    expect(text.length).toBeGreaterThan(50);
    expect(text.filter((file) => places.some((place) => names(readText(file), place)))).toEqual([]);
  });

  test.each([
    ['cd /home/some then', true],
    ['"/home/some/file"', true],
    ['http://ca.invalid/home/some.crl', false],
    ['/home/somebody', false],
  ])('%s names /home/some: %s', (content, verdict) => {
    expect(names(content, '/home/some')).toBe(verdict);
  });

  test('no host of a package registry', () => {
    expect(text.filter((file) => registries.test(readText(file)))).toEqual([]);
  });

  test('no address in a settings file of npm', () => {
    expect(readText('.npmrc')).not.toMatch(/:\/\/|_auth|_token/i);
  });
});

/** `/home` is named by `/home/x` and `"/home"`, not by `example.org/home.html`. */
function names(content: string, place: string): boolean {
  return content.split(place).some((before, at, all) => at + 1 < all.length && isWhole(before, all[at + 1] ?? ''));
}

function isWhole(before: string, after: string): boolean {
  return !/[\w.-]$/.test(before) && !/^[\w.-]/.test(after);
}
