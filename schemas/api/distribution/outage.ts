import { z } from 'zod';
import { id, instant } from '../../vocabulary/primitives.ts';

export const newOutage = z.strictObject({ from: instant, until: instant });
export const outageItem = newOutage.extend({ outageId: id });
export const outageListAnswer = z.strictObject({ items: z.array(outageItem) });
