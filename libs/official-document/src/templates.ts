import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PaperForm } from './paper-model.ts';

export const templateFolder = fileURLToPath(new URL('../templates', import.meta.url));
export const stampsTemplate = join(templateFolder, 'stamps.typ');

const generic = 'generic';

/** The one fixed file that sets a form: the country's own, else the generic one. */
export function templateOf(country: string, form: PaperForm): string {
  const own = /^[a-z]{2,20}$/.test(country) ? join(templateFolder, country, `${form}.typ`) : '';
  return existsSync(own) ? own : join(templateFolder, generic, `${form}.typ`);
}

/** SHA-256 in hex over all template files, each with its name, in the order of their names. */
export function templateDigest(): string {
  const names = readdirSync(templateFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.typ'))
    .map((name) => name.split(sep).join('/'))
    .sort();
  const hash = createHash('sha256');
  for (const name of names) {
    const bytes = readFileSync(join(templateFolder, name));
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
