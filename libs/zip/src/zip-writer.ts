import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { malformed } from './malformed.ts';

/**
 * One byte string for the same entries and instant: stored, UTF-8 names, no extra field, one time for all. Nothing is
 * compressed, because what DEFLATE yields changes with the version of zlib.
 */
export class ZipWriter {
  readonly #zip = new ZipFile();
  readonly #modifiedAt: Date;

  /** An instant from 1980 to 2107, kept by the zip to two seconds, in UTC; CONTAINER_MALFORMED for another. */
  constructor(modifiedAt: string) {
    this.#modifiedAt = new UtcFace(modifiedAt);
    const year = this.#modifiedAt.getUTCFullYear();
    if (!(year >= 1980 && year <= 2107)) throw malformed(`a zip cannot carry the time ${modifiedAt}`);
  }

  /** Up to a gibibyte; the bytes are not copied before the end. */
  add(name: string, bytes: Uint8Array): void {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const more = { mtime: this.#modifiedAt, mode: 0o100644, compress: false, forceDosTimestamp: true };
    this.#zip.addBuffer(content, name, more);
  }

  async end(): Promise<Uint8Array> {
    this.#zip.end();
    return new Uint8Array(await buffer(this.#zip.outputStream));
  }
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
