import { createHash, type Hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { PackageFile } from '../source/package-source.ts';

const hashes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    MD5: 'md5',
    'SHA-1': 'sha1',
    'SHA-256': 'sha256',
    'SHA-384': 'sha384',
    'SHA-512': 'sha512',
  }),
);

export interface Digest {
  readonly size: number;
  readonly crc32: number;
  /** Lower-case hexadecimal digits by METS CHECKSUMTYPE; none for what cannot be computed here. */
  readonly checksum: string | undefined;
}

export function canCompute(checksumType: string): boolean {
  return hashes.has(checksumType) || checksumType === 'CRC32' || checksumType === 'Adler-32';
}

/** Reads the file once. Throws what its stream throws: a damaged or lying entry. */
export async function digestFile(file: PackageFile, checksumType: string): Promise<Digest> {
  const algorithm = hashes.get(checksumType);
  const hash: Hash | undefined = algorithm === undefined ? undefined : createHash(algorithm);
  let size = 0;
  let crc = 0;
  let adler = 1;
  for await (const chunk of await file.open()) {
    const bytes: Uint8Array = chunk;
    size += bytes.length;
    crc = crc32(bytes, crc);
    hash?.update(bytes);
    if (checksumType === 'Adler-32') adler = adler32(bytes, adler);
  }
  return { size, crc32: crc, checksum: hash?.digest('hex') ?? simple(checksumType, crc, adler) };
}

function simple(checksumType: string, crc: number, adler: number): string | undefined {
  if (checksumType === 'CRC32') return hex(crc);
  return checksumType === 'Adler-32' ? hex(adler) : undefined;
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** RFC 1950 §8.2. */
function adler32(bytes: Uint8Array, before: number): number {
  let low = before & 0xffff;
  let high = (before >>> 16) & 0xffff;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return ((high << 16) | low) >>> 0;
}
