import { malformed } from '@sillok/zip';
import type { ContainerEntry, ContainerFile } from './container-file.ts';
import { asicE, manifestName, signatureName } from './manifest/manifest-names.ts';
import { writeManifest } from './manifest/write-manifest.ts';
import { assertDataFileNames } from './safe-name.ts';
import { writeZip } from './zip/write-zip.ts';

export interface AsicOrder {
  /** At least one; their order is kept, the first is the root file. */
  readonly files: readonly ContainerFile[];
  /** Makes the detached CAdES signature (DER) over exactly these bytes. */
  readonly sign: (manifest: Uint8Array) => Promise<Uint8Array>;
  /** RFC 3339 in UTC. */
  readonly modifiedAt: string;
}

/**
 * An ASiC-E with one CAdES signature (EN 319 162-1 §4.4): `mimetype` first and stored, the files, the manifest, the
 * signature over it. The same order and the same signature give the same bytes.
 * Throws CONTAINER_MALFORMED naming the file whose name is not safe.
 */
export async function writeAsic(order: AsicOrder): Promise<Uint8Array> {
  if (order.files.length === 0) throw malformed('a container without a file proves nothing');
  assertDataFileNames(order.files.map((file) => file.name));
  const manifest = writeManifest(order.files, order.modifiedAt);
  const entries: readonly ContainerEntry[] = [
    { name: 'mimetype', bytes: new TextEncoder().encode(asicE) },
    ...order.files,
    { name: manifestName, bytes: manifest },
    { name: signatureName, bytes: await order.sign(manifest) },
  ];
  return writeZip(entries, order.modifiedAt);
}
