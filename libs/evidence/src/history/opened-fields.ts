import { canonicalBytes, canonicalJson, type Json } from '@sillok/kernel';
import { fieldKeyOf, type KeyName, type KeyVault, openWithFieldKey } from '@sillok/key-vault';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import { z } from 'zod';
import { strictText } from '../verifying/exact-bytes.ts';
import { linesOf } from '../verifying/read-log-lines.ts';
import { fieldContextOf } from './field-context.ts';
import { writeHistory } from './write-history.ts';

/** A sealed value of an event that anybody may read from now on, and the AES-256 key (64 hex) that shows it. */
export interface OpenedField {
  /** The id of the event. */
  readonly event: string;
  readonly field: string;
  readonly value: Json;
  readonly key: string;
}

/**
 * Every sealed value that can still be opened, in the order of the events and of their fields' names; one whose key is
 * gone is absent. Throws SEALED_VALUE_DAMAGED for a value that its own key does not open.
 */
export async function openedFieldsOf(
  vault: Pick<KeyVault, 'find'>,
  envelopes: readonly Envelope[],
): Promise<readonly OpenedField[]> {
  const opened: OpenedField[] = [];
  for (const envelope of envelopes) {
    for (const [field, sealed] of Object.entries(envelope.sealed ?? {}).sort(byName)) {
      // The name was written when the value was sealed; the vault answers undefined for anything else.
      const key = await vault.find(sealed.keyName as KeyName);
      if (key === undefined) continue;
      const context = fieldContextOf(envelope, field);
      const fieldKey = fieldKeyOf(key, context);
      const value = openWithFieldKey({ fieldKey, context, sealed });
      opened.push({ event: envelope.id, field, value, key: Buffer.from(fieldKey).toString('hex') });
    }
  }
  return opened;
}

/** `opened.jsonl`: one canonical `{event, field, key, value}` a line. */
export function writeOpened(opened: readonly OpenedField[]): Uint8Array {
  return writeHistory(opened.map(({ event, field, value, key }) => canonicalBytes({ event, field, value, key })));
}

/** `undefined` where a line is not the only spelling of what it says, or says a field of an event twice. */
export function readOpened(bytes: Uint8Array): readonly OpenedField[] | undefined {
  const opened = linesOf(bytes)?.map(readLine);
  const places = new Set(opened?.map((one) => canonicalJson([one?.event ?? null, one?.field ?? null])));
  if (opened === undefined || places.size !== opened.length) return undefined;
  const read = opened.flatMap((one) => one ?? []);
  return read.length === opened.length ? read : undefined;
}

const openedField = z.strictObject({
  event: z.string(),
  field: z.string(),
  value: z.json(),
  key: z.string().regex(/^[0-9a-f]{64}$/),
});

function readLine(line: Uint8Array): OpenedField | undefined {
  const text = strictText(line);
  if (text === undefined) return undefined;
  try {
    const said = openedField.safeParse(JSON.parse(text)).data;
    return said !== undefined && canonicalJson(said) === text ? said : undefined;
  } catch {
    return undefined;
  }
}

function byName([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}
