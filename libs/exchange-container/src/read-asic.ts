import { malformed } from '@sillok/zip';
import type { ContainerEntry, ContainerFile } from './container-file.ts';
import { asicE, asicS } from './manifest/manifest-names.ts';
import { type AsicManifest, readManifest } from './manifest/read-manifest.ts';
import { readZip, type ZipEntry } from './zip/read-zip.ts';
import { ordinaryLimits, type ZipLimits } from './zip/zip-limits.ts';

const simpleSignature = 'META-INF/signature.p7s';

export interface Asic {
  readonly kind: 'ASiC-E' | 'ASiC-S';
  /** In the order of the zip; the media type is what a manifest says of the file. */
  readonly files: readonly ContainerFile[];
  /** Manifests of signatures, timestamps, archives and evidence records. */
  readonly manifests: readonly AsicManifest[];
  readonly signatures: readonly ContainerEntry[];
  /** What else lies in META-INF: timestamps, evidence records. */
  readonly others: readonly ContainerEntry[];
  /** Where it departs from the form that EN 319 162-1 asks of a writer, though it can be read. */
  readonly departures: readonly string[];
}

/**
 * An ASiC with CAdES signatures, ours or another's, parsed and not yet believed.
 * Throws CONTAINER_MALFORMED, naming the entry, for what is damaged, hostile, beyond the limits, or another container.
 */
export async function readAsic(bytes: Uint8Array, limits: ZipLimits = ordinaryLimits): Promise<Asic> {
  const entries = await readZip(bytes, limits);
  const kind = kindOf(entries);
  const isMeta = (entry: ZipEntry): boolean => entry.name.startsWith('META-INF/');
  const isManifest = (entry: ZipEntry): boolean =>
    /^META-INF\/[^/]*ASiC(Archive|EvidenceRecord)?Manifest[^/]*\.xml$/i.test(entry.name);
  const isSignature = (entry: ZipEntry): boolean => /^META-INF\/[^/]*signature[^/]*\.p7s$/i.test(entry.name);
  const manifests = entries.filter(isManifest).map(readManifest);
  const mediaTypes = new Map(manifests.flatMap((one) => one.references.map((each) => [each.name, each.mediaType])));
  return {
    kind,
    files: entries
      .filter((entry) => !isMeta(entry) && entry.name !== 'mimetype')
      .map(({ name, bytes }) => ({ name, bytes, mediaType: mediaTypes.get(name) ?? 'application/octet-stream' })),
    manifests,
    signatures: entries.filter(isSignature),
    others: entries.filter((entry) => isMeta(entry) && !isManifest(entry) && !isSignature(entry)),
    departures: departuresOf(entries),
  };
}

function kindOf(entries: readonly ZipEntry[]): Asic['kind'] {
  const mimetype = entries.find((entry) => entry.name === 'mimetype');
  // Old evidence containers lack it; a signature straight over one file has a name of its own (EN 319 162-1 §4.3.3).
  if (mimetype === undefined) return entries.some((entry) => entry.name === simpleSignature) ? 'ASiC-S' : 'ASiC-E';
  const type = Buffer.from(mimetype.bytes).toString('latin1').trimEnd();
  if (type === asicE) return 'ASiC-E';
  if (type === asicS) return 'ASiC-S';
  throw malformed(`the container is ${JSON.stringify(type.slice(0, 100))}, not an ASiC`, 'mimetype');
}

function departuresOf(entries: readonly ZipEntry[]): readonly string[] {
  const [first] = entries;
  const mimetype = entries.find((entry) => entry.name === 'mimetype');
  if (mimetype === undefined) return ['mimetype is missing'];
  const said = Buffer.from(mimetype.bytes).toString('latin1');
  return [
    ...(first === mimetype ? [] : ['mimetype is not the first entry']),
    ...(!mimetype.isStored ? ['mimetype is compressed'] : []),
    ...(mimetype.hasExtraField ? ['mimetype has an extra field'] : []),
    ...(said.trimEnd() === said ? [] : ['mimetype ends with white space']),
  ];
}
