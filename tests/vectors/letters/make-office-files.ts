import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { officeFiles } from '../../contract/letters/office-files.ts';

for (const [path, bytes] of await officeFiles()) {
  const file = join(import.meta.dirname, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  console.log(`${path}  ${bytes.length} bytes`);
}
