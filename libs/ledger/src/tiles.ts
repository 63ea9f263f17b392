import { proofInvalid } from './invalid.ts';

/** Hashes of one level, 256 side by side, fewer in the last (c2sp.org/tlog-tiles). */
export interface Tile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const tileWidth = 256;

/** `tile/<level>/<index in groups of three digits>[.p/<width>]`: 1234067 is `x001/x234/067`. */
export function tilePath(level: number, index: number, width: number = tileWidth): string {
  const padded = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = padded.match(/.{3}/g) ?? [];
  const name = groups.map((group, place) => (place === groups.length - 1 ? group : `x${group}`)).join('/');
  return `tile/${level}/${name}${width === tileWidth ? '' : `.p/${width}`}`;
}

export interface LeafTilesOptions {
  readonly size: number;
  readonly leafHashAt: (index: number) => Uint8Array;
  /** Tiles that were full at this size are left out: they never change. */
  readonly after?: number;
}

/** The tiles of level 0 for a log of this size. */
export function* leafTiles({ size, leafHashAt, after = 0 }: LeafTilesOptions): Generator<Tile> {
  for (let index = Math.floor(after / tileWidth); index * tileWidth < size; index += 1) {
    const width = Math.min(tileWidth, size - index * tileWidth);
    const hashes = Array.from({ length: width }, (_, place) => leafHashAt(index * tileWidth + place));
    yield { path: tilePath(0, index, width), bytes: new Uint8Array(Buffer.concat(hashes)) };
  }
}

export interface LeafHashesOptions {
  readonly size: number;
  /** `undefined` where there is no such tile. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

/** All leaf hashes of a log of this size. Throws LEDGER_PROOF_INVALID where a tile is missing or has another length. */
export async function leafHashesOfTiles({ size, read }: LeafHashesOptions): Promise<readonly Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  for (let index = 0; index * tileWidth < size; index += 1) {
    const width = Math.min(tileWidth, size - index * tileWidth);
    const bytes = new Uint8Array(await readTile(read, index, width));
    for (let place = 0; place < width; place += 1) hashes.push(bytes.slice(place * 32, (place + 1) * 32));
  }
  return hashes;
}

// A partial tile may be gone once the full one is there.
async function readTile(read: LeafHashesOptions['read'], index: number, width: number): Promise<Uint8Array> {
  const exact = await read(tilePath(0, index, width));
  if (exact?.length === width * 32) return exact;
  const full = exact === undefined ? await read(tilePath(0, index)) : undefined;
  if (full?.length === tileWidth * 32) return full;
  throw proofInvalid(`${tilePath(0, index, width)} is missing or has another length`);
}
