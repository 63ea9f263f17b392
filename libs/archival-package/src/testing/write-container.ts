import type { Buffer } from 'node:buffer';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type SampleFiles, sampleName } from './sample-package.ts';

/** A new folder of its own for each call; the system clears it away. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'sillok-package-'));
}

/** The package's folder on disk. */
export function writeFolder(files: SampleFiles, name = sampleName): string {
  const root = join(newFolder(), name);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

export function writeContainer(name: string, content: Buffer): string {
  const path = join(newFolder(), name);
  writeFileSync(path, content);
  return path;
}
