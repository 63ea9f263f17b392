import { mkdirSync, writeFileSync } from 'node:fs';
import { pages } from './docs/pages.ts';

const root = new URL('../../../', import.meta.url);

for (const [path, make] of Object.entries(pages)) {
  const file = new URL(path, root);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, await make());
  console.log(`made ${path}`);
}
