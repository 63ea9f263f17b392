import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { canonicalBytes, canonicalJson, type Json, SillokError } from '@sillok/kernel';

/** Where a sealed value stands: it opens nowhere else. `schema` is the wire type of the event. */
export interface FieldContext {
  readonly log: string;
  readonly stream: string;
  readonly eventId: string;
  readonly schema: string;
  readonly field: string;
}

/** A value of an event that only the holder of a key can read. Bytes are base64url without padding (RFC 4648 §5). */
export interface SealedField {
  readonly keyName: string;
  /** 16 bytes: shows to which key the value belongs, so that no second key can open it to something else. */
  readonly commitment: string;
  /** 12 bytes. */
  readonly nonce: string;
  /** The value as canonical JSON, filled up with spaces to a multiple of 32 bytes, and a tag of 16 bytes. */
  readonly ciphertext: string;
}

export interface FieldToSeal {
  readonly keyName: string;
  readonly key: Uint8Array;
  readonly context: FieldContext;
  readonly value: Json;
}

/** AES-256-GCM under a key that HKDF-SHA-256 derives for this field of this event. The key has 32 bytes. */
export function sealField({ keyName, key, context, value }: FieldToSeal): SealedField {
  const { fieldKey, commitment } = derive(key, context);
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', fieldKey, nonce).setAAD(additionalData(keyName, context));
  const ciphertext = Buffer.concat([cipher.update(padded(value)), cipher.final(), cipher.getAuthTag()]);
  return {
    keyName,
    commitment: commitment.toString('base64url'),
    nonce: nonce.toString('base64url'),
    ciphertext: ciphertext.toString('base64url'),
  };
}

export interface FieldToOpen {
  readonly key: Uint8Array;
  readonly context: FieldContext;
  readonly sealed: SealedField;
}

/** Throws SEALED_VALUE_DAMAGED for another key, another context and any change of the sealed field. */
export function openField({ key, context, sealed }: FieldToOpen): Json {
  const { fieldKey, commitment } = derive(key, context);
  const given = decode(sealed.commitment, context);
  if (given.length !== commitmentLength || !timingSafeEqual(given, commitment)) throw damaged(context);
  return openWithFieldKey({ fieldKey, context, sealed });
}

/** The AES-256 key of one field of one event: whoever has it can open that field and nothing else. */
export function fieldKeyOf(key: Uint8Array, context: FieldContext): Uint8Array {
  return new Uint8Array(derive(key, context).fieldKey);
}

export interface FieldToOpenAlone {
  /** 32 bytes, of `fieldKeyOf`. */
  readonly fieldKey: Uint8Array;
  readonly context: FieldContext;
  readonly sealed: SealedField;
}

/**
 * Opens a field with its own key. The commitment shows to whom the key behind it belongs and cannot be asked here.
 * Throws SEALED_VALUE_DAMAGED as `openField` does.
 */
export function openWithFieldKey({ fieldKey, context, sealed }: FieldToOpenAlone): Json {
  if (fieldKey.length !== 32) throw damaged(context);
  const nonce = decode(sealed.nonce, context);
  const ciphertext = decode(sealed.ciphertext, context);
  if (nonce.length !== nonceLength || ciphertext.length < tagLength) throw damaged(context);
  const decipher = createDecipheriv('aes-256-gcm', fieldKey, nonce).setAAD(additionalData(sealed.keyName, context));
  decipher.setAuthTag(ciphertext.subarray(-tagLength));
  try {
    const text = Buffer.concat([decipher.update(ciphertext.subarray(0, -tagLength)), decipher.final()]);
    return JSON.parse(text.toString('utf8'));
  } catch (cause) {
    throw damaged(context, cause);
  }
}

const nonceLength = 12;
const tagLength = 16;
const commitmentLength = 16;
const block = 32;

// The length of a title says a lot about it. Spaces behind a JSON value mean nothing (RFC 8259 §2).
function padded(value: Json): Uint8Array {
  const bytes = Buffer.from(canonicalJson(value));
  return Buffer.concat([bytes, Buffer.alloc((block - (bytes.length % block)) % block, ' ')]);
}

function derive(key: Uint8Array, context: FieldContext): { fieldKey: Buffer; commitment: Buffer } {
  if (key.length !== 32) throw new RangeError('the key of a sealed field has 32 bytes');
  const info = canonicalBytes(['sillok sealed field v1', context.field, context.eventId]);
  const derived = Buffer.from(hkdfSync('sha256', key, new Uint8Array(0), info, 32 + commitmentLength));
  return { fieldKey: derived.subarray(0, 32), commitment: derived.subarray(32) };
}

function additionalData(keyName: string, { log, stream, eventId, schema, field }: FieldContext): Uint8Array {
  return canonicalBytes({ keyName, log, stream, eventId, schema, field });
}

// The decoder of Node forgives what is no base64url; a sealed field has one spelling only.
function decode(text: string, context: FieldContext): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw damaged(context);
  return bytes;
}

function damaged(context: FieldContext, cause?: unknown): SillokError {
  const { eventId, field } = context;
  return new SillokError('SEALED_VALUE_DAMAGED', `${field} of event ${eventId} cannot be opened`, {
    details: { eventId, field },
    cause,
  });
}
