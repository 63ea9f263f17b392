import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { officeFiles } from './office-files.ts';

const letters = join(import.meta.dirname, '..', '..', 'vectors', 'letters');

test('writes every attachment of the letters as it lies there, byte for byte', async () => {
  const made = await officeFiles();
  for (const [path, bytes] of made) expect(await readFile(join(letters, path)), path).toEqual(Buffer.from(bytes));
});

test('knows how to write everything that lies beside a letter', async () => {
  const there = await readdir(letters, { recursive: true, withFileTypes: true });
  const files = there.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const attachments = files.filter((file) => !/\.(json|md|ts)$|\/scan\.[a-z]+$/.test(file));
  const made = [...(await officeFiles()).keys()].map((path) => join(letters, path));
  expect(attachments.sort()).toEqual(made.sort());
});
