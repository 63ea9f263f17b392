import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { completed, missingOptionals } from './lock.ts';
import { readJson, root } from './tree.ts';

const lock = readJson('package-lock.json');
const missing = missingOptionals(lock);

if (missing.length > 0) {
  writeFileSync(join(root, 'package-lock.json'), `${JSON.stringify(completed(lock, missing), null, 2)}\n`);
  for (const { path } of missing) console.log(`package-lock.json: added ${path}`);
}
