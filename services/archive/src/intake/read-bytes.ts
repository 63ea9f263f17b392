import type { PackageFile, PackageSource } from '@sillok/archival-package';

/** The bytes of one file, or undefined where it is absent, larger than `limit`, or cannot be unpacked. */
export async function bytesAt(
  { files }: PackageSource,
  path: string,
  limit = largest,
): Promise<Uint8Array | undefined> {
  const file = files.get(path);
  if (file === undefined || file.size > limit) return undefined;
  try {
    return await bytesOf(file, limit);
  } catch {
    // However a file is damaged, what counts here is that it cannot be read; the inspection says how.
    return undefined;
  }
}

const largest = 268_435_456;

async function bytesOf(file: PackageFile, limit: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of await file.open()) {
    if (!(piece instanceof Uint8Array)) return undefined;
    pieces.push(piece);
    length += piece.length;
    if (length > limit) return undefined;
  }
  return new Uint8Array(Buffer.concat(pieces));
}
