import type { KeptRepresentation, PackageSource, PlannedFile, PlannedMetadata } from '@sillok/archival-package';
import { signaturePath } from '@sillok/archival-package';
import { SillokError } from '@sillok/kernel';
import { bytesAt } from '../intake/read-bytes.ts';
import type { PackageToMake } from './package-to-make.ts';

/** A record as the sender packed it, byte for byte with its METS. */
export function keptRepresentations({ source, accepted, at }: PackageToMake): readonly KeptRepresentation[] {
  return accepted.map(({ folder, model }) => {
    const name = folder.slice('representations/'.length);
    const kept = pathsBelow(source, `${folder}/`).map((path) => ({
      ...keptFile(source, path, at),
      path: path.slice(folder.length + 1),
    }));
    return { name, label: model.records[0]?.title ?? name, contentInformationType: 'citserms_v3_0', kept };
  });
}

/** The folder's own history with its proofs, as it came. */
export function keptMetadata({ source, at }: PackageToMake): readonly PlannedMetadata[] {
  return pathsBelow(source, 'metadata/other/').map((path) => other(keptFile(source, path, at), typeOf(path)));
}

/** What the sender signed: its root METS with the seal over it, and the metadata that this METS names. */
export function submissionMetadata({ source, at }: PackageToMake): readonly PlannedMetadata[] {
  const moved = [
    ['METS.xml', 'METS.xml', 'METS'],
    [signaturePath, 'METS.xml.p7s', 'CADES'],
    ['metadata/descriptive/dc.xml', 'dc.xml', 'DC'],
    ['metadata/preservation/premis.xml', 'premis.xml', 'PREMIS'],
  ] as const;
  return moved.flatMap(([from, name, type]) =>
    source.files.has(from)
      ? [other({ ...keptFile(source, from, at), path: `metadata/other/submission/${name}` }, `SUBMISSION-${type}`)]
      : [],
  );
}

export function keptFolder({ source, at }: PackageToMake, folder: 'schemas' | 'documentation'): readonly PlannedFile[] {
  return pathsBelow(source, `${folder}/`).map((path) => keptFile(source, path, at));
}

export function other(file: PlannedFile, otherType: string): PlannedMetadata {
  return { ...file, metadataType: 'OTHER', otherType };
}

function pathsBelow({ files }: PackageSource, folder: string): readonly string[] {
  return [...files.keys()].filter((path) => path.startsWith(folder)).sort();
}

function keptFile(source: PackageSource, path: string, createdAt: string): PlannedFile {
  return {
    path,
    mediaType: mediaTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain',
    createdAt,
    async content() {
      const bytes = await bytesAt(source, path);
      if (bytes === undefined) throw new SillokError('CONTAINER_MALFORMED', path, { details: { entry: path } });
      return bytes;
    },
  };
}

const mediaTypes: Readonly<Record<string, string>> = {
  xml: 'application/xml',
  json: 'application/json',
  pdf: 'application/pdf',
  html: 'text/html',
  p7s: 'application/pkcs7-signature',
};

function typeOf(path: string): string {
  if (path.endsWith('.tlog-proof')) return 'C2SP-TLOG-PROOF';
  if (path.endsWith('/checkpoint')) return 'C2SP-CHECKPOINT';
  return path.endsWith('/opened.jsonl') ? 'SILLOK-OPENED' : 'SILLOK-HISTORY';
}
