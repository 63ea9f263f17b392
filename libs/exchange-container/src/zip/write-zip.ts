import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { ContainerEntry } from '../container-file.ts';
import { malformed } from '../malformed.ts';

/**
 * One byte string for the same entries and instant: stored, UTF-8 names, no extra field, one time for all. Nothing is
 * compressed, because what DEFLATE yields changes with the version of zlib. `modifiedAt` is an instant from 1980 to
 * 2107, kept by the zip to two seconds, in UTC.
 */
export async function writeZip(entries: readonly ContainerEntry[], modifiedAt: string): Promise<Uint8Array> {
  const mtime = new UtcFace(modifiedAt);
  const year = mtime.getUTCFullYear();
  if (!(year >= 1980 && year <= 2107)) throw malformed(`a zip cannot carry the time ${modifiedAt}`);
  const zip = new ZipFile();
  for (const { name, bytes } of entries) {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    zip.addBuffer(content, name, { mtime, mode: 0o100644, compress: false, forceDosTimestamp: true });
  }
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

/** The zip writer asks for local time; the same container must come out in every time zone. */
class UtcFace extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override getHours(): number {
    return this.getUTCHours();
  }
  override getMinutes(): number {
    return this.getUTCMinutes();
  }
  override getSeconds(): number {
    return this.getUTCSeconds();
  }
}
