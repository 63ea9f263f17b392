import { failed, passed, type Question } from '@sillok/kernel';
import type { ContainerFile } from './container-file.ts';
import type { Asic } from './read-asic.ts';
import { writeAsic } from './write-asic.ts';

const question = 'container-bytes';

/**
 * Whether the zip is, byte for byte, what we would write from its files, its signature and its signed instant: no
 * comment, no gap, no flag, no time and no name can then say anything that was not signed. Asked where the signed
 * manifest says that the container is ours, or where only one of ours will do.
 */
export async function questionOfOwnBytes(
  bytes: Uint8Array,
  asic: Asic,
  form: 'own' | 'any',
): Promise<readonly Question[]> {
  const claims = asic.manifests.some((manifest) => manifest.modifiedAt !== undefined);
  if (form === 'any' && !claims) return [];
  const [manifest, ...moreManifests] = asic.manifests;
  const [signature, ...moreSignatures] = asic.signatures;
  if (
    manifest?.modifiedAt === undefined ||
    signature === undefined ||
    moreManifests.length + moreSignatures.length > 0
  ) {
    return [failed(question, 'FORMAT_FAILURE', 'it is not of our own form')];
  }
  const files = manifest.references.flatMap((one): readonly ContainerFile[] => {
    const file = asic.files.find((each) => each.name === one.name);
    return file === undefined ? [] : [{ ...file, mediaType: one.mediaType ?? '' }];
  });
  if (files.length === 0) return [failed(question, 'SIGNED_DATA_NOT_FOUND')];
  const { modifiedAt } = manifest;
  const written = await writeAsic({ files, modifiedAt, sign: async () => signature.bytes });
  const place = firstDifference(bytes, written);
  if (place === undefined) return [passed(question)];
  const detail = `byte ${place} is not the one that must stand there`;
  return [failed(question, 'FORMAT_FAILURE', detail)];
}

function firstDifference(left: Uint8Array, right: Uint8Array): number | undefined {
  if (Buffer.from(left).equals(right)) return undefined;
  const place = left.findIndex((byte, index) => byte !== right[index]);
  return place === -1 ? left.length : place;
}
