import type { PlannedFile } from '@sillok/archival-package';
import type { Catalogue } from '@sillok/journal';
import { envelopeSchema } from '@sillok/schemas/vocabulary/envelope';
import type { EventDefinition } from '@sillok/schemas/vocabulary/event-definition';
import { z } from 'zod';
import { text } from './evidence-of-history.ts';

/** JSON Schemas (2020-12) of the envelope and of each event type: a history is understood without our program. */
export function schemaFiles(catalogue: Catalogue, types: Iterable<string>, createdAt: string): readonly PlannedFile[] {
  const file = (name: string, schema: z.ZodType): PlannedFile => ({
    path: `schemas/${name}.schema.json`,
    mediaType: 'application/json',
    createdAt,
    content: () => text(`${JSON.stringify({ title: name, ...z.toJSONSchema(schema) }, null, 2)}\n`),
  });
  const events = [...new Set(types)].toSorted().map((type) => file(type, schemaOfEvent(catalogue.definitionOf(type))));
  return [file('envelope', envelopeSchema), ...events];
}

/** `data` as it lies in the envelope, and in `opened` what its sealed fields hold. */
function schemaOfEvent({ data, sealed }: EventDefinition): z.ZodType {
  const opened = Object.fromEntries(Object.entries(sealed).map(([field, { schema }]) => [field, schema]));
  return z.object({ data, opened: z.object(opened).partial() });
}
