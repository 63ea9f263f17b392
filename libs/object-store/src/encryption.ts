import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { SillokError } from '@sillok/kernel';

/**
 * Format, version 1: header = version (1 byte) ‖ salt (16) ‖ key commitment (32), then chunks of 64 KiB of plaintext,
 * each AES-256-GCM with its tag (16 bytes) behind it. Nonce = 7 zero bytes ‖ number of the chunk (4, big-endian) ‖
 * 1 for the last chunk, 0 before (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 * Additional data = the header. The key of an object and its commitment come from HKDF-SHA-256 (RFC 5869) with the salt.
 */
const version = 1;
const saltLength = 16;
const commitmentLength = 32;
const headerLength = 1 + saltLength + commitmentLength;
const chunkLength = 64 * 1024;
const tagLength = 16;

/** The key has 32 bytes (a RangeError otherwise). Encrypting twice gives two objects with two addresses. */
export function encryptObject(key: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const salt = randomBytes(saltLength);
  const { objectKey, commitment } = derive(key, salt);
  const header = Buffer.concat([Uint8Array.of(version), salt, commitment]);
  const count = Math.max(1, Math.ceil(plaintext.length / chunkLength));
  const sealed = Array.from({ length: count }, (_, index) => {
    const cipher = createCipheriv('aes-256-gcm', objectKey, nonceOf(index, index === count - 1));
    cipher.setAAD(header);
    const body = cipher.update(plaintext.subarray(index * chunkLength, (index + 1) * chunkLength));
    return Buffer.concat([body, cipher.final(), cipher.getAuthTag()]);
  });
  return new Uint8Array(Buffer.concat([header, ...sealed]));
}

/** Throws OBJECT_DAMAGED for another key and for anything cut off, added, reordered or changed. */
export function decryptObject(key: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  const header = ciphertext.subarray(0, headerLength);
  const body = ciphertext.subarray(headerLength);
  if (body.length < tagLength) throw damaged('it is cut off');
  if (header[0] !== version) throw damaged('its version is unknown');
  const { objectKey, commitment } = derive(key, header.subarray(1, 1 + saltLength));
  if (!timingSafeEqual(commitment, header.subarray(1 + saltLength))) throw damaged('it was made under another key');
  const sealedLength = chunkLength + tagLength;
  const count = Math.ceil(body.length / sealedLength);
  const opened = Array.from({ length: count }, (_, index) => {
    const chunk = body.subarray(index * sealedLength, (index + 1) * sealedLength);
    const isLast = index === count - 1;
    if (chunk.length < tagLength || (chunk.length === tagLength && index > 0)) throw damaged('it is cut off');
    return openChunk({ objectKey, header, chunk, nonce: nonceOf(index, isLast) });
  });
  return new Uint8Array(Buffer.concat(opened));
}

interface Chunk {
  readonly objectKey: Uint8Array;
  readonly header: Uint8Array;
  readonly chunk: Uint8Array;
  readonly nonce: Uint8Array;
}

function openChunk({ objectKey, header, chunk, nonce }: Chunk): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', objectKey, nonce);
  decipher.setAAD(header);
  decipher.setAuthTag(chunk.subarray(chunk.length - tagLength));
  const body = decipher.update(chunk.subarray(0, chunk.length - tagLength));
  try {
    return Buffer.concat([body, decipher.final()]);
  } catch (cause) {
    throw damaged('a part of it was changed', cause);
  }
}

function derive(key: Uint8Array, salt: Uint8Array): { objectKey: Uint8Array; commitment: Uint8Array } {
  if (key.length !== 32) throw new RangeError('the key of an object has 32 bytes');
  const derived = new Uint8Array(hkdfSync('sha256', key, salt, 'sillok object v1', 32 + commitmentLength));
  return { objectKey: derived.subarray(0, 32), commitment: derived.subarray(32) };
}

function nonceOf(index: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

function damaged(why: string, cause?: unknown): SillokError {
  return new SillokError('OBJECT_DAMAGED', `the object cannot be decrypted: ${why}`, { cause });
}
