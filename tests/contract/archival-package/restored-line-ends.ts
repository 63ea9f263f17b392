import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A copy of the package in which each text file whose METS states the checksum of its CR LF form has that form again. */
export function withRestoredLineEnds(packageFolder: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sillok-eark-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const copy = join(folder, basename(packageFolder));
  cpSync(packageFolder, copy, { recursive: true });
  const mets = readFileSync(join(copy, 'METS.xml'), 'utf8').toLowerCase();
  for (const name of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    const path = join(copy, name);
    if (statSync(path).isFile()) restore(path, mets);
  }
  return copy;
}

function restore(path: string, mets: string): void {
  const text = readFileSync(path, 'latin1');
  const restored = Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'latin1');
  const isStated = ['md5', 'sha256'].some((name) => mets.includes(createHash(name).update(restored).digest('hex')));
  if (!isStated) return;
  // The corpus may be kept read-only, and a copy keeps that.
  writeFileSync(`${path}.new`, restored);
  renameSync(`${path}.new`, path);
}
