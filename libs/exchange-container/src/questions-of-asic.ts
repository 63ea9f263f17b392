import { createHash } from 'node:crypto';
import { failed, hasCode, passed, type Question, undecided } from '@sillok/kernel';
import type { ContainerEntry } from './container-file.ts';
import { digestAlgorithms } from './manifest/manifest-names.ts';
import type { AsicManifest, AsicReference } from './manifest/read-manifest.ts';
import { questionOfOwnBytes } from './question-of-own-bytes.ts';
import { type Asic, readAsic } from './read-asic.ts';
import type { ZipLimits } from './zip/zip-limits.ts';

/** Judges a detached signature (DER of a CMS) or a timestamp token over exactly this content. */
export type VerifyDetached = (
  signature: Uint8Array,
  content: Uint8Array,
) => readonly Question[] | Promise<readonly Question[]>;

export interface AsicAsked {
  readonly limits?: ZipLimits;
  /** `own` where only a container of our own form will do; else that form is asked of those that claim it. */
  readonly form?: 'own' | 'any';
  /** Without it a timestamp over a manifest is said to be undecided. */
  readonly verifyTimestamp?: VerifyDetached;
}

/**
 * What a verifier asks of an ASiC (EN 319 162-1 §4.4, EN 319 102-1 §5): can it be read, is each file named by a
 * manifest, do the digests hold, is each manifest signed, and, of our own, is each byte of the zip the only one that
 * could stand there. What the signatures are worth is `verifyCms`'s to say; its questions are passed on.
 */
export async function questionsOfAsic(
  bytes: Uint8Array,
  verifyCms: VerifyDetached,
  asked: AsicAsked = {},
): Promise<readonly Question[]> {
  try {
    const asic = await readAsic(bytes, asked.limits);
    const signed = asic.kind === 'ASiC-S' ? await ofSimple(asic, verifyCms) : await ofExtended(asic, verifyCms, asked);
    return [ofReading(asic), ...signed, ...(await questionOfOwnBytes(bytes, asic, asked.form ?? 'any'))];
  } catch (error) {
    if (!hasCode(error, 'CONTAINER_MALFORMED') || !(error instanceof Error)) throw error;
    return [failed('container-read', 'FORMAT_FAILURE', error.message)];
  }
}

function ofReading(asic: Asic): Question {
  return passed('container-read', asic.departures.length === 0 ? undefined : asic.departures.join('; '));
}

/** One file, one signature straight over it (EN 319 162-1 §4.3). */
async function ofSimple(asic: Asic, verifyCms: VerifyDetached): Promise<readonly Question[]> {
  const [file, ...moreFiles] = asic.files;
  const [signature, ...moreSignatures] = asic.signatures;
  if (file === undefined || moreFiles.length > 0) return [failed('data-files', 'FORMAT_FAILURE', 'not one file')];
  if (moreSignatures.length > 0) return [failed('signed', 'FORMAT_FAILURE', 'not one signature')];
  if (signature === undefined) return [ofMissingSignature(asic.others.length > 0)];
  return verifyCms(signature.bytes, file.bytes);
}

async function ofExtended(asic: Asic, verifyCms: VerifyDetached, asked: AsicAsked): Promise<readonly Question[]> {
  const signing = asic.manifests.filter((manifest) => isSigned(manifest));
  const questions = [
    signing.length > 0 ? passed('signed') : ofMissingSignature(asic.others.length > 0),
    ...asic.manifests.flatMap((manifest) => ofManifest(manifest, asic, signing.length > 0)),
    ...asic.files.map((file) => ofCoverage(file, asic.manifests, signing.length > 0)),
    ...asic.signatures.flatMap((signature) => ofStraySignature(signature, signing)),
  ];
  for (const manifest of asic.manifests) questions.push(...(await ofSignature(manifest, asic, verifyCms, asked)));
  return questions;
}

// Evidence that no longer holds (a timestamp over a signature that was extended since) takes nothing from a signature.
function ofManifest(manifest: AsicManifest, asic: Asic, hasSignature: boolean): readonly Question[] {
  const questions = manifest.references.map((one) => ofReference(one, manifest, asic));
  if (isSigned(manifest) || !hasSignature) return questions;
  return questions.map((one) => (one.verdict === 'failed' ? { ...one, verdict: 'indeterminate' } : one));
}

function ofReference(reference: AsicReference, manifest: AsicManifest, asic: Asic): Question {
  const question = 'digest';
  const entry = entryNamed(reference.name, asic);
  const where = `${reference.name} in ${manifest.name}`;
  if (entry === undefined) return failed(question, 'SIGNED_DATA_NOT_FOUND', where);
  const algorithm = digestAlgorithms.get(reference.algorithm);
  if (algorithm === undefined) {
    const detail = `${where} by ${reference.algorithm}`;
    return undecided(question, 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE', detail);
  }
  const digest = createHash(algorithm).update(entry.bytes).digest();
  if (!digest.equals(reference.digest)) return failed(question, 'HASH_FAILURE', where);
  return passed(question, where);
}

// A container may carry only a timestamp or an evidence record; what those are worth is not asked here.
function ofMissingSignature(hasOtherEvidence: boolean): Question {
  const detail = 'nothing in it is signed';
  if (!hasOtherEvidence) return failed('signed', 'FORMAT_FAILURE', detail);
  return undecided('signed', 'GENERIC', detail);
}

function ofCoverage(file: ContainerEntry, manifests: readonly AsicManifest[], hasSignature: boolean): Question {
  const naming = manifests.filter((manifest) => manifest.references.some((one) => one.name === file.name));
  if (naming.some(isSigned)) return passed('covered', file.name);
  const detail = `${file.name} is named by no signed manifest`;
  if (naming.length === 0 && hasSignature) return failed('covered', 'FORMAT_FAILURE', detail);
  return undecided('covered', 'GENERIC', detail);
}

function ofStraySignature(signature: ContainerEntry, signing: readonly AsicManifest[]): readonly Question[] {
  if (signing.some((manifest) => manifest.signature.name === signature.name)) return [];
  return [failed('signed', 'FORMAT_FAILURE', `${signature.name} belongs to no manifest`)];
}

async function ofSignature(
  manifest: AsicManifest,
  asic: Asic,
  verifyCms: VerifyDetached,
  asked: AsicAsked,
): Promise<readonly Question[]> {
  const entry = entryNamed(manifest.signature.name, asic);
  if (entry === undefined) {
    return [
      failed(
        'manifest-signature',
        'FORMAT_FAILURE',
        `${manifest.signature.name}, which ${manifest.name} names, is missing`,
      ),
    ];
  }
  const verify = isSigned(manifest) ? verifyCms : asked.verifyTimestamp;
  if (verify !== undefined && /\.(p7s|tst)$/.test(entry.name)) {
    return verify(entry.bytes, manifest.bytes);
  }
  const detail = `${entry.name} was not asked about`;
  return [undecided('manifest-evidence', 'NO_POE', detail)];
}

// By its name, which the standard fixes (EN 319 162-1 §4.4.3.2); media types are often wrong.
function isSigned(manifest: AsicManifest): boolean {
  return manifest.signature.name.endsWith('.p7s');
}

function entryNamed(name: string, asic: Asic): ContainerEntry | undefined {
  const all = [...asic.files, ...asic.signatures, ...asic.manifests, ...asic.others];
  return all.find((entry) => entry.name === name);
}
