import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';

/** Bytes that can be read from any place, on a disk or in memory. */
export interface RandomAccess {
  readonly size: number;
  /** Fewer bytes where they end before. */
  readonly read: (position: number, length: number) => Promise<Uint8Array>;
  /** From `start` up to, but without, `end`; stays usable after `close`. */
  readonly stream: (start: number, end: number) => Readable;
  readonly close: () => Promise<void>;
}

export async function accessToFile(path: string): Promise<RandomAccess> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  return {
    size,
    read: async (position, length) => {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    },
    stream: (start, end) => (end > start ? createReadStream(path, { start, end: end - 1 }) : Readable.from([])),
    close: () => file.close(),
  };
}

export function accessToBytes(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.length,
    read: async (position, length) => bytes.subarray(position, position + length),
    stream: (start, end) => Readable.from(pieces(bytes.subarray(start, end))),
    close: async () => undefined,
  };
}

const pieceSize = 64 * 1024;

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let place = 0; place < bytes.length; place += pieceSize) yield bytes.subarray(place, place + pieceSize);
}
