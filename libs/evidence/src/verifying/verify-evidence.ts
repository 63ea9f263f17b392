import { type ContainerFile, questionsOfAsic, readAsic } from '@sillok/exchange-container';
import { about, asked, hasCode, passed, type Question, worstOf } from '@sillok/kernel';
import { type CadesVerdict, verifyCades, verifyTimestampToken } from '@sillok/signatures/verifying';
import type { Anchors } from './anchors.ts';
import { sha256 } from './exact-bytes.ts';
import { verifyDocument } from './verify-document.ts';
import { verifyLogProof } from './verify-log-proof.ts';
import type { SignedStatement } from './verify-statement.ts';

export interface EvidenceVerdict {
  readonly questions: readonly Question[];
  readonly files: readonly ContainerFile[];
  /** When the container is proven to have existed, and with it all it holds; absent where it did not pass. */
  readonly provenAt?: string;
}

/** Our own evidence container (ASiC-E): its seal, and everything in it as if it lay there alone. */
export async function verifyEvidence(bytes: Uint8Array, anchors: Anchors): Promise<EvidenceVerdict> {
  const outside = await verifyContainer(bytes, anchors);
  const { questions, files, provenAt, signers } = outside;
  if (files.length === 0) return { questions: about('container', questions), files };
  const document = verifyDocument(
    {
      pdf: fileNamed('document.pdf', files),
      manifest: fileNamed('manifest.json', files),
      statements: statementsIn(files),
    },
    anchors,
    provenAt,
  );
  const oneSeal = document.seals.some((one) => signers.includes(one.certificateDigest));
  return {
    questions: [
      ...about('container', questions),
      ...document.questions,
      asked('one seal', oneSeal, 'SIG_CONSTRAINTS_FAILURE', 'document and container were sealed by different keys'),
      ...proofsIn(files).flatMap((one) => about(one.name, proofQuestions(one, anchors))),
    ],
    files,
    ...(provenAt === undefined ? {} : { provenAt }),
  };
}

/** The container alone: form, digests, coverage, and the seal over it. */
export async function verifyContainer(bytes: Uint8Array, { trust }: Anchors) {
  const verdicts: CadesVerdict[] = [];
  const verifyCms = (signature: Uint8Array, content: Uint8Array): readonly Question[] => {
    const verdict = verifyCades(signature, { digest: sha256(content), trust, requireTimestamp: true });
    verdicts.push(verdict);
    return verdict.questions;
  };
  const verifyTimestamp = (token: Uint8Array, content: Uint8Array) =>
    verifyTimestampToken(token, { digest: sha256(content), trust }).questions;
  const questions = await questionsOfAsic(bytes, verifyCms, { form: 'own', verifyTimestamp });
  const times = verdicts.flatMap((one) => one.bestSignatureTime ?? []).sort();
  const signers = verdicts.flatMap(({ signer }) => signer ?? []);
  const provenAt = worstOf(questions) === 'passed' ? times[0] : undefined;
  return {
    questions: [...questions, ...signers.map((one) => passed('signed by', `${one.subjectCommonName}, ${one.serial}`))],
    files: await filesOf(bytes),
    provenAt,
    signers: signers.map((one) => one.certificateDigest),
  };
}

async function filesOf(bytes: Uint8Array): Promise<readonly ContainerFile[]> {
  try {
    return (await readAsic(bytes)).files;
  } catch (error) {
    if (hasCode(error, 'CONTAINER_MALFORMED')) return [];
    throw error;
  }
}

/** The statements in the order of their names; one without a signature has an empty one. */
export function statementsIn(files: readonly ContainerFile[]): readonly SignedStatement[] {
  const statements = files.filter(({ name }) => /^statements\/[^/]+\.json$/.test(name));
  return statements
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .map(({ name, bytes }) => ({
      name,
      bytes,
      signature: fileNamed(name.replace(/json$/, 'p7s'), files) ?? new Uint8Array(0),
    }));
}

function proofsIn(files: readonly ContainerFile[]): readonly ContainerFile[] {
  return files.filter(({ name }) => name.endsWith('.tlog-proof'));
}

// The event itself is not in the container: that it is in the log is asked where the log is at hand.
function proofQuestions({ bytes }: ContainerFile, anchors: Anchors): readonly Question[] {
  const { newest: _, ...without } = anchors;
  return verifyLogProof(bytes, { event: undefined }, without).questions.filter((one) => one.question !== 'event');
}

export function fileNamed(name: string, files: readonly ContainerFile[]): Uint8Array | undefined {
  return files.find((one) => one.name === name)?.bytes;
}
