import type { Readable } from 'node:stream';
import type { Finding } from '../finding.ts';

/** One file of a package; `path` is relative to the root folder, with `/`. */
export interface PackageFile {
  readonly path: string;
  readonly size: number;
  /** CRC-32 that the container states for the file. */
  readonly crc32?: number;
  readonly open: () => Promise<Readable>;
}

/** A package as it lies there, whatever it is packed in. Nothing of it is written to a disk. */
export interface PackageSource {
  /** The name of the root folder, or what the container is called where there is none. */
  readonly rootName: string;
  readonly files: ReadonlyMap<string, PackageFile>;
  readonly folders: ReadonlySet<string>;
  /** The one file with this path but for the case of its letters; none where there are several. */
  readonly fileOfAnyCase: (path: string) => string | undefined;
  /** What is wrong with the container and its names. */
  readonly findings: readonly Finding[];
  readonly close: () => Promise<void>;
}

/** What a folder, zip or tar says it holds, before anything is believed. */
export interface RawEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  readonly packedSize?: number;
  readonly crc32?: number;
  readonly isEncrypted?: boolean;
  readonly open: () => Promise<Readable>;
}

export interface RawContainer {
  /** What the container is called without its ending. */
  readonly name: string;
  readonly kind: 'folder' | 'zip' | 'tar';
  readonly entries: readonly RawEntry[];
  /** What could not be read of the container. */
  readonly damages: readonly string[];
  readonly close: () => Promise<void>;
}
