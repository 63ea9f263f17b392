import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pages } from './pages.ts';

const root = new URL('../../../../', import.meta.url);

test.each(Object.entries(pages))('%s is fresh; "npm run docs" makes it anew', async (path, make) => {
  const made = await make();
  expect(made.length).toBeGreaterThan(100);
  expect(readFileSync(new URL(path, root), 'utf8')).toBe(made);
});
