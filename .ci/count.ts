/**
 * Adds up what the steps of `.ci/run` left behind: vitest's JSON reports and a list of steps with their exit codes.
 * A file that could not be loaded holds no test and would vanish; it counts as one failure. So does a step that
 * failed without a failing test. A step that leaves no report counts as one test.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly name: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

const folder = process.argv[2] ?? '.';
const total = { passed: 0, failed: 0, skipped: 0 };

for (const line of readFileSync(join(folder, 'steps'), 'utf8').trim().split('\n')) {
  const [name = '', code = ''] = line.split('\t');
  addStep(name, code === '0');
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;

function addStep(name: string, isGood: boolean): void {
  const file = join(folder, `${name.replaceAll(':', '-')}.json`);
  const before = total.failed;
  if (existsSync(file)) addReport(JSON.parse(readFileSync(file, 'utf8')));
  else if (isGood) total.passed += 1;
  if (!isGood && total.failed === before) total.failed += 1;
}

function addReport(report: Report): void {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  for (const { name } of unloaded) console.error(`could not be loaded: ${name}`);
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests + unloaded.length;
  total.skipped += report.numPendingTests + report.numTodoTests;
}
