import { Buffer } from 'node:buffer';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PackageBytes } from '../source/package-input.ts';
import { rawZip } from './raw-zip.ts';
import { type SampleFiles, sampleName } from './sample-package.ts';

/** A new folder that is gone after the test. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sillok-package-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
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

/** The package as a zip that lies on no disk. */
export function zipped(files: SampleFiles, name = sampleName): PackageBytes {
  const entries = [...files].map(([path, content]) => ({ name: `${name}/${path}`, content: Buffer.from(content) }));
  return { name: `${name}.zip`, bytes: rawZip(entries) };
}

export function writeContainer(name: string, content: Buffer): string {
  const path = join(newFolder(), name);
  writeFileSync(path, content);
  return path;
}
