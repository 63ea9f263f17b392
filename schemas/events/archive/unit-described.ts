import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { disclosure } from '../../vocabulary/official-document.ts';
import { civilDate, code, id, line } from '../../vocabulary/primitives.ts';

/** One unit of description (ISAD(G) 3.1 to 3.3): what it is, whose, from when, where it stands in the tree, and what it holds. Described again, the newest holds. */
export const unitDescribed = defineEvent(
  'archive.UnitDescribed.v1',
  z.strictObject({
    descriptionId: id,
    parentId: id.nullable(),
    level: z.enum(['fonds', 'series', 'file', 'item']),
    referenceCode: z.string().max(200),
    creatorId: code,
    dates: z.strictObject({ from: civilDate, to: civilDate }),
    packageId: id.nullable(),
    documentId: id.nullable(),
    disclosure,
    describedBy: z.string().max(100),
  }),
  { title: sealedBy('description', line), creator: sealedBy('description', line) },
);

export type UnitDescribed = EventOf<typeof unitDescribed>;
