import { z } from 'zod';

/** Where a page of a list ended: an instant and an id. Whoever reads on gives it back as it came. */
export const cursor = z
  .string()
  .max(100)
  .refine(isPlace, 'as the page before gave it')
  .describe('The `next` of the page before');

function isPlace(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z\|[0-9A-Za-z-]{8,64}$/.test(text);
}

/** Where the newest-first list goes on: behind the cursor's instant and id, or from the top. */
export function placeOf(after: string | undefined): readonly [at: string, id: string] {
  const [at = top, id = '~'] = (after ?? top).split('|');
  return [at, id];
}

/** Behind every instant there is. */
const top = '9999';
