import { writeDc, writeErms, writePremis } from '@sillok/archival-package';
import { exampleDc, exampleErms, examplePremis } from './metadata-example.ts';

/**
 * Every path that the writers really write in an example that says all: `a/b`, `a/b/@c`, and `a/b[@c=d]`; prefixes are
 * kept for Dublin Core only.
 */
export function writtenPaths(): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const text of [writeErms(exampleErms), writePremis(examplePremis), writeDc(exampleDc)].map((one) =>
    [...one].join(''),
  ))
    addPaths(text, paths);
  return paths;
}

/** Throws where a path, or one of its conditions, is nowhere written. */
export function checkPath(path: string, written: ReadonlySet<string>): void {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    const [name = '', condition] = step.split('[');
    steps.push(name);
    const conditional = condition === undefined ? undefined : `${steps.join('/')}[${condition}`;
    if (conditional !== undefined && !written.has(conditional)) throw new Error(`${conditional} is not written`);
  }
  if (!written.has(steps.join('/'))) throw new Error(`${path} is not written`);
}

/** Our own output only: there, `<` and `>` stand in no text and in no attribute. */
function addPaths(text: string, paths: Set<string>): void {
  const open: string[] = [];
  for (const [, end, name = '', attributes = '', empty] of text.matchAll(/<(\/?)([\w:]+)([^>]*?)(\/?)>/g)) {
    if (end === '/') {
      open.pop();
      continue;
    }
    open.push(name.replace(/^(premis|oai_dc):/, ''));
    const path = open.join('/');
    paths.add(path);
    for (const [, key = '', value = ''] of attributes.matchAll(/([\w:]+)="([^"]*)"/g))
      paths.add(`${path}/@${key}`).add(`${path}[@${key}=${value}]`);
    if (empty === '/') open.pop();
  }
}
