import { envelopeSchema } from '@sillok/schemas/vocabulary/envelope';
import type { EventDefinition, KeyScope } from '@sillok/schemas/vocabulary/event-definition';
import { submittedText } from '@sillok/schemas/vocabulary/official-document';
import { z } from 'zod';
import { allEvents } from '../../composition/all-events.ts';

/** What the schemas say of a source: under whose key the value lies, none where it stands in the open. */
export interface SourceFacts {
  readonly type: string;
  readonly scope: KeyScope | undefined;
}

/** Of `<event type>#<field>`, `@<member>` or `#<address>/<field>`. Throws where there is no such event or field. */
export function factsOf(source: string): SourceFacts {
  const [, type = '', mark = '', place = ''] = /^([^#@]+)([#@])(.+)$/.exec(source) ?? [];
  const definition = allEvents.find((event) => event.type === type);
  if (definition === undefined) throw new Error(`${source}: there is no event ${type}`);
  if (mark === '@') return { type, scope: found(source, envelopeSchema, place) };
  const [field = '', inObject] = place.split('/');
  const scope = scopeOf(source, definition, field);
  if (inObject === undefined) return { type, scope: isAddress(field) ? 'content' : scope };
  if (!isAddress(field)) throw new Error(`${source}: ${field} is no address of an object`);
  found(source, submittedText, inObject);
  return { type, scope: 'content' };
}

/** What lies at an address is encrypted with the key of the record's content. */
function isAddress(field: string): boolean {
  return field.endsWith('Address');
}

function scopeOf(source: string, { data, sealed }: EventDefinition, field: string): KeyScope | undefined {
  const [first = ''] = field.split('.');
  return sealed[first]?.scope ?? found(source, data, field);
}

function found(source: string, schema: z.ZodType, path: string): undefined {
  let place: unknown = schema;
  for (const name of path.split('.')) {
    const inner = unwrapped(place);
    place = inner instanceof z.ZodObject ? inner.shape[name] : undefined;
    if (place === undefined) throw new Error(`${source}: there is no ${name}`);
  }
}

function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return unwrapped(schema.unwrap());
  return schema instanceof z.ZodArray ? unwrapped(schema.element) : schema;
}
