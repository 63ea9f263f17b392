import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from './tree.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sillok-count-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('adds up tests, and counts a check without a report as one', () => {
  write('steps', 'check\t0\ntest\t0\ntest:conformance\t0\n');
  report('test', { passed: 5, skipped: 1 });
  report('test-conformance', { passed: 2 });
  expect(count()).toEqual({ code: 0, line: '8 passed, 0 failed, 1 skipped' });
});

test('counts a file that could not be loaded, which holds no test, as a failure', () => {
  write('steps', 'test\t1\n');
  report('test', { passed: 5, files: [{ status: 'failed', name: 'a.test.ts', assertionResults: [] }] });
  expect(count()).toEqual({ code: 1, line: '5 passed, 1 failed, 0 skipped' });
});

test('counts a step that failed without a failing test', () => {
  write('steps', 'check\t1\ntest\t1\ntest:conformance\t137\n');
  report('test', { passed: 5 });
  expect(count()).toEqual({ code: 1, line: '5 passed, 3 failed, 0 skipped' });
});

test('counts a failing test once', () => {
  write('steps', 'test\t1\n');
  report('test', { passed: 5, failed: 2 });
  expect(count()).toEqual({ code: 1, line: '5 passed, 2 failed, 0 skipped' });
});

function count(): { code: number | null; line: string | undefined } {
  const args = [join(root, '.ci', 'count.ts'), folder];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { code: status, line: stdout.trim().split('\n').at(-1) };
}

function report(step: string, { passed = 0, failed = 0, skipped = 0, files = [] as readonly unknown[] }): void {
  const numbers = { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, numTodoTests: 0 };
  write(`${step}.json`, JSON.stringify({ ...numbers, testResults: files }));
}

function write(file: string, text: string): void {
  writeFileSync(join(folder, file), text);
}
