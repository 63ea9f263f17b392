/** Counts which of the capabilities in `rows.json` have a test that would really run: `row 16: …` is its title. */
import { createVitest } from 'vitest/node';
import { readJson } from './tree.ts';

const asked = rowsAsked();
const vitest = await createVitest({ watch: false, reporters: [] });
const { testModules } = await vitest.collect();
const titles = testModules.flatMap((module) =>
  [...module.children.allTests()].filter((test) => test.options.mode === 'run').map((test) => test.name),
);
await vitest.close();

const named = new Set(titles.flatMap((title) => /^row (\d+[a-z]?): /.exec(title)?.[1] ?? []));
const unknown = [...named].filter((row) => !asked.includes(row));
console.log(`rows proven: ${named.size - unknown.length} of ${asked.length}`);
if (process.argv.includes('--missing')) console.log(`missing: ${asked.filter((row) => !named.has(row)).join(' ')}`);
if (unknown.length > 0) console.error(`tests name rows that nobody asked for: ${unknown.join(' ')}`);
process.exit(unknown.length > 0 ? 1 : 0);

function rowsAsked(): readonly string[] {
  const rows = readJson('tests/architecture/rows.json');
  if (!Array.isArray(rows)) throw new TypeError('rows.json holds no list');
  return rows.map(({ row }: { row: string }) => row);
}
