import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ProfileVersion } from '@sillok/archival-package';

/** One package of the E-ARK corpus and what its `testCase.xml` says of one requirement. */
export interface EarkCase {
  readonly requirement: string;
  readonly version: ProfileVersion;
  /** Relative to the corpus. */
  readonly path: string;
  readonly isValid: boolean;
}

/**
 * Every package that a test case names and that is there, once for each requirement. `isValid` speaks of that
 * requirement only. A path that one rule of a test case calls valid and another invalid is invalid: a requirement is
 * kept when all its rules are.
 */
export function earkCases(corpus: string): readonly EarkCase[] {
  const cases = new Map<string, EarkCase>();
  for (const file of globSync('*/*/testCase.xml', { cwd: corpus }).sort()) {
    for (const one of casesIn(corpus, file)) {
      const known = cases.get(`${one.requirement} ${one.path}`);
      cases.set(`${one.requirement} ${one.path}`, { ...one, isValid: one.isValid && (known?.isValid ?? true) });
    }
  }
  return [...cases.values()];
}

function casesIn(corpus: string, file: string): readonly EarkCase[] {
  const text = readFileSync(join(corpus, file), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
  const id = /<id\b([^>]*)>/.exec(text)?.[1] ?? '';
  const requirement = attribute(id, 'requirementId');
  const version = versionOf(attribute(id, 'version'));
  return [...text.matchAll(/<package\b([^>]*)>([\s\S]*?)<\/package>/g)].flatMap(([, head = '', body = '']) => {
    const named = join(dirname(file), /<path>([^<]*)<\/path>/.exec(body)?.[1]?.trim() ?? '');
    const path = [named, `${named}.zip`].find((one) => existsSync(join(corpus, one)));
    return path === undefined || path === dirname(file)
      ? []
      : [{ requirement, version, path, isValid: attribute(head, 'isValid') === 'TRUE' }];
  });
}

function attribute(head: string, name: string): string {
  return new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`).exec(head)?.[1] ?? '';
}

/** Drafts and patch levels before 2.0.4 are read as 2.0.4. */
function versionOf(said: string): ProfileVersion {
  if (said.startsWith('2.2')) return '2.2.0';
  return said.startsWith('2.1') ? '2.1.0' : '2.0.4';
}
