import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beside, type Gate, lawful, type Violation, violations } from './planted-violations.ts';
import { readJson, recordIn, textIn } from './tree.ts';
import { copyTree } from './tree-copy.ts';

const gates: Readonly<Record<Gate, readonly string[]>> = {
  types: ['@typescript/native', '--pretty', 'false'],
  biome: ['@biomejs/biome', 'check', '--max-diagnostics=none', '--colors=off'],
  imports: ['dependency-cruiser', 'schemas', 'libs', 'services', 'infra', 'tests'],
  knip: ['knip', '--strict'],
};

describe('each gate catches what was planted for it', () => {
  const copy = copyTree();
  const said = new Map<Gate, string>();

  beforeAll(async () => {
    for (const { file, text } of [...violations, ...lawful]) copy.write(file, text);
    for (const [file, text] of Object.entries(beside)) copy.write(file, text);
    const run = async (gate: Gate) => ({ gate, ...(await copy.runTool(gates[gate])) });
    for (const { gate, code, output } of await Promise.all((['types', 'biome', 'imports', 'knip'] as const).map(run))) {
      expect(code, `${gate} must fail`).not.toBe(0);
      said.set(gate, output);
    }
  });
  afterAll(() => copy.remove());

  test.each(violations)('$gate names $rule in $file', (violation) => {
    expect(isNamed(said.get(violation.gate) ?? '', violation)).toBe(true);
  });

  test.each(['types', 'biome', 'imports'] as const)('%s leaves lawful files alone', (gate) => {
    expect(said.get(gate)).toContain('planted');
    for (const { file } of lawful) expect(said.get(gate)).not.toContain(file);
  });

  test('every import rule has a planted violation', async () => {
    const settings: { default: { forbidden: readonly { name: string }[] } } = await import(
      new URL('../../.dependency-cruiser.mjs', import.meta.url).href
    );
    const rules = settings.default.forbidden.map(({ name }) => name);
    const planted = violations.filter(({ gate }) => gate === 'imports').map(({ rule }) => rule);
    expect(rules.filter((rule) => !planted.includes(rule))).toEqual([]);
  });

  test('the check runs these very gates', () => {
    const check = textIn(recordIn(readJson('package.json'), 'scripts'), 'check') ?? '';
    const tools = Object.values(gates).map(([tool]) => tool ?? '');
    expect(tools.filter((tool) => !check.includes(`run.js ${tool}`))).toEqual([]);
  });
});

function isNamed(output: string, { gate, rule, file }: Violation): boolean {
  const lines = output.split('\n');
  if (gate === 'types') return lines.some((line) => line.startsWith(`${file}(`) && line.includes(`error ${rule}:`));
  if (gate === 'biome') return lines.some((line) => line.startsWith(file) && line.includes(` ${biomeName(rule)}`));
  if (gate === 'imports') return lines.some((line) => line.trim().startsWith(`error ${rule}: ${withoutEnding(file)}`));
  return knipSection(lines, rule).some((line) => line.includes(file));
}

function biomeName(rule: string): string {
  return rule === 'format' ? 'format' : `lint/${rule}`;
}

/** A cycle is told from either of its ends, so what differs only in what follows counts as the same. */
function withoutEnding(file: string): string {
  return file.slice(0, -'.ts'.length);
}

/** Knip prints a heading for each kind, then one line a finding. */
function knipSection(lines: readonly string[], heading: string): readonly string[] {
  const start = lines.findIndex((line) => line.startsWith(`${heading} (`));
  if (start < 0) return [];
  const end = lines.findIndex((line, at) => at > start && /^[A-Z].* \(\d+\)$/.test(line));
  return lines.slice(start, end < 0 ? undefined : end);
}
