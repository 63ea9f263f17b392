import { about, failed, passed, type Question, undecided, worstOf } from '@sillok/kernel';
import {
  type ExaminedPdf,
  type ExaminedSignature,
  examinePdf,
  type FrozenPaper,
  paperQuestion,
} from '@sillok/signatures/pdf';
import { type SignerFacts, verifyCades, verifyTimestampToken } from '@sillok/signatures/verifying';
import type { Anchors } from './anchors.ts';

export interface SealedPdfVerdict {
  readonly questions: readonly Question[];
  readonly examined: ExaminedPdf;
  /** Who sealed, in the order of the revisions. */
  readonly seals: readonly SignerFacts[];
}

/**
 * A PDF's structure, every seal (level B-T or above) and every document timestamp in it, and, where a paper is given,
 * whether the file begins with it. Never throws for what the input holds.
 */
export function verifySealedPdf(bytes: Uint8Array, anchors: Anchors, paper?: FrozenPaper): SealedPdfVerdict {
  const examined = examinePdf(bytes);
  const stamps = examined.signatures.flatMap((one) => (one.kind === 'timestamp' ? [stampOf(one, anchors)] : []));
  const seals = examined.signatures.flatMap((one) => (one.kind === 'seal' ? [sealOf(one, stamps, anchors)] : []));
  return {
    questions: [
      ...examined.questions,
      ...(paper === undefined ? [] : [paperQuestion(bytes, examined, paper)]),
      ...seals.flatMap((one) => one.questions),
      ...stamps.flatMap((one) => one.questions),
      ...examined.signatures.flatMap((one) => (one.kind === 'unknown' ? [unknownOf(one)] : [])),
    ],
    examined,
    seals: seals.flatMap((one) => one.signer ?? []),
  };
}

interface Stamp {
  readonly revision: number;
  readonly questions: readonly Question[];
  /** Only of a token that can be trusted. */
  readonly provenAt: string | undefined;
}

function stampOf({ field, cms, signedDigest, revision }: ExaminedSignature, { trust }: Anchors): Stamp {
  if (cms === undefined || signedDigest === undefined)
    return { revision, questions: [empty(field)], provenAt: undefined };
  const { questions, genTime } = verifyTimestampToken(cms, { digest: signedDigest, trust });
  const provenAt = worstOf(questions) === 'passed' ? genTime : undefined;
  return { revision, questions: about(field, questions), provenAt };
}

function sealOf(
  { field, cms, signedDigest, revision }: ExaminedSignature,
  stamps: readonly Stamp[],
  { trust }: Anchors,
) {
  if (cms === undefined || signedDigest === undefined) return { questions: [empty(field)], signer: undefined };
  const later = stamps.filter((one) => one.revision > revision);
  const provenAt = later.flatMap((one) => one.provenAt ?? []).sort()[0];
  const { questions, signer } = verifyCades(cms, {
    digest: signedDigest,
    trust,
    requireTimestamp: later.length === 0,
    signingTime: 'forbidden',
    ...(provenAt === undefined ? {} : { provenAt }),
  });
  const sealed = signer === undefined ? [] : [passed('signed', `${signer.subjectCommonName}, ${signer.serial}`)];
  return { questions: about(field, [...questions, ...sealed]), signer };
}

function empty(field: string): Question {
  return failed(`${field}: form`, 'FORMAT_FAILURE', 'there is no signature in it');
}

function unknownOf({ field }: ExaminedSignature): Question {
  return undecided(`${field}: form`, 'FORMAT_FAILURE', 'the signature is of another kind');
}
