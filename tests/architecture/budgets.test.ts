import { describe, expect, test } from 'vitest';
import { projectFiles, readJson, readText, recordIn } from './tree.ts';

const code = projectFiles().filter((file) => /\.(ts|tsx|js|mjs)$/.test(file));
const isTest = (file: string) => file.startsWith('tests/') || file.endsWith('.test.ts');

describe('budgets', () => {
  test('no file of code is longer than 400 lines, no test longer than 600', () => {
    expect(code.length).toBeGreaterThan(20);
    const tooLong = code.map((file) => ({ file, lines: countLines(file) })).filter(isTooLong);
    expect(tooLong).toEqual([]);
  });

  test('the linter keeps functions within 60 lines and a complexity of 12', () => {
    const rules = recordIn(recordIn(readJson('biome.json'), 'linter'), 'rules');
    expect(recordIn(rules, 'complexity')).toMatchObject({
      noExcessiveLinesPerFunction: { level: 'error', options: { maxLines: 60 } },
      noExcessiveCognitiveComplexity: { level: 'error', options: { maxAllowedComplexity: 12 } },
    });
  });

  test('the linter is nowhere talked out of what a budget or a type asks', () => {
    const excused = /biome-ignore lint\/(suspicious\/noExplicitAny|style\/noNonNullAssertion|complexity)/;
    expect(code.filter((file) => excused.test(readText(file)) && !file.startsWith('tests/architecture/'))).toEqual([]);
  });

  test('there are at most twelve scripts', () => {
    expect(Object.keys(recordIn(readJson('package.json'), 'scripts')).length).toBeLessThanOrEqual(12);
  });

  test('the README shows its first command by line 20', () => {
    const lines = readText('README.md').split('\n');
    const first = lines.findIndex((line) => /^\s*(\$ )?(npm|npx|node) /.test(line));
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(20);
  });
});

function countLines(file: string): number {
  return readText(file).trimEnd().split('\n').length;
}

function isTooLong({ file, lines }: { file: string; lines: number }): boolean {
  return lines > (isTest(file) ? 600 : 400);
}
