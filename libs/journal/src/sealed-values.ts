import type { Json } from '@sillok/kernel';
import { type KeyName, type KeyVault, openField, type SealedField, sealField } from '@sillok/key-vault';
import { type EventDefinition, subjectFieldOf } from '@sillok/schemas/vocabulary/event-definition';
import { z } from 'zod';
import type { RecordedEvent } from './recorded-event.ts';

interface Place {
  readonly log: string;
  readonly stream: string;
  readonly eventId: string;
  readonly type: string;
}

/** Seals an event's secret values one by one; each key is durable before it is used. */
export async function sealValues(
  vault: KeyVault,
  definition: EventDefinition,
  place: Place,
  data: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, Json | undefined>>,
): Promise<Record<string, SealedField> | undefined> {
  const sealed: Record<string, SealedField> = {};
  for (const [field, { scope, schema }] of Object.entries(definition.sealed)) {
    if (values[field] === undefined) continue;
    // What could not be read back would halt every reader later; it fails its writer now.
    const value = z.json().parse(schema.parse(values[field]));
    const keyName: KeyName = `${scope}:${z.string().parse(data[subjectFieldOf[scope]])}`;
    const key = await vault.keyFor(keyName);
    sealed[field] = sealField({ key, keyName, context: contextOf(place, field), value });
  }
  return Object.keys(sealed).length === 0 ? undefined : sealed;
}

/** Opens what can still be opened: a value whose key was destroyed is simply absent. */
export async function openValues(
  vault: KeyVault,
  definition: EventDefinition,
  event: RecordedEvent,
): Promise<Record<string, unknown>> {
  const { id, log, stream, type, sealed = {} } = event.envelope;
  const opened: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(sealed)) {
    const schema = definition.sealed[field]?.schema;
    // The name was written by sealValues; the vault answers undefined for anything else.
    const key = await vault.find(value.keyName as KeyName);
    if (schema === undefined || key === undefined) continue;
    opened[field] = schema.parse(
      openField({ key, context: contextOf({ log, stream, eventId: id, type }, field), sealed: value }),
    );
  }
  return opened;
}

function contextOf(place: Place, field: string) {
  return { log: place.log, stream: place.stream, eventId: place.eventId, schema: place.type, field };
}
