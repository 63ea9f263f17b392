import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { benchmarks } from './all.ts';
import type { Benchmark } from './benchmark.ts';
import { dirtOf } from './dirt.ts';
import { figureLine, isMissed, widestSpread } from './figures.ts';
import { watchMachine } from './machine.ts';
import { type Result, withResult } from './results-table.ts';
import { measure, ratiosOf } from './rounds.ts';

const usage = `usage: npm run bench -- NAME [NAME …] [options]

  ${benchmarks.map(({ id, title }) => `${id.padEnd(4)} ${title}`).join('\n  ')}
  all  each of them

  --rounds N   how often each takes its turn (7)
  --folder F   the disk that is measured (the one for temporary files)
  --small      a tenth of the work: whether it runs, not how fast
  --large      the million documents too (b8)
  --judges     commons-ip as a peer too (b12; a JDK and Maven)
  --strict     exit code 1 when an asked bound is missed
  --write      put what came out into docs/benchmarks.md
`;

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '7' },
      folder: { type: 'string', default: tmpdir() },
      small: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
      judges: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const chosen = positionals.includes('all') ? benchmarks : benchmarks.filter(({ id }) => positionals.includes(id));
  const rounds = Number(values.rounds);
  const isKnown = positionals.every((name) => name === 'all' || benchmarks.some(({ id }) => id === name));
  if (chosen.length === 0 || !isKnown || !Number.isInteger(rounds) || rounds < 1) {
    process.stderr.write(usage);
    return 2;
  }
  let missed = 0;
  for (const one of chosen) {
    const result = await take(one, rounds, {
      parent: values.folder,
      isSmall: values.small,
      isLarge: values.large,
      withJudges: values.judges,
    });
    print(one, result, values.small);
    if (values.write) write(result);
    missed += result.figures.filter(isMissed).length;
  }
  return values.strict && missed > 0 ? 1 : 0;
}

interface Place {
  readonly parent: string;
  readonly isSmall: boolean;
  readonly isLarge: boolean;
  readonly withJudges: boolean;
}

async function take(benchmark: Benchmark, rounds: number, { parent, ...sizes }: Place): Promise<Result> {
  const folder = mkdtempSync(join(parent, 'sillok-bench-'));
  try {
    const prepared = await benchmark.prepare({ folder, ...sizes });
    try {
      const watched = watchMachine();
      const measured = await measure(prepared.contenders, rounds);
      const figures = prepared.comparisons.map((one) => ({
        ...one,
        ratios: ratiosOf(measured, one.subject, one.peer),
      }));
      const dirt = [...dirtOf(watched(widestSpread(figures))), ...(sizes.isSmall ? ['a tenth of the work'] : [])];
      return { id: benchmark.id, figures, dirt, facts: [`Node ${process.versions.node}`, ...prepared.facts] };
    } finally {
      await prepared.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print({ id, title, boundedBy }: Benchmark, { figures, dirt, facts }: Result, isSmall: boolean): void {
  const state = dirt.length === 0 ? 'clean' : `DIRTY: ${dirt.join('; ')}`;
  const lines = [`${id} ${title}`, ...figures.map(figureLine), `  bound by ${boundedBy}`, `  ${facts.join('; ')}`];
  process.stdout.write(`${[...lines, `  ${state}`].join('\n')}\n${isSmall ? '' : '\n'}`);
}

function write(result: Result): void {
  const file = join(import.meta.dirname, '..', '..', 'docs', 'benchmarks.md');
  writeFileSync(file, withResult(readFileSync(file, 'utf8'), result, new Date().toISOString().slice(0, 10)));
}
