import { failed, passed, type Question, undecided, worstOf } from '@sillok/kernel';
import { sha256 } from '../algorithms.ts';
import { signerCertificate } from '../cades/signer-checks.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { readableCertificates } from '../certificates/read-certificate.ts';
import { certificatesQuestion } from './certificates-question.ts';
import { chainQuestions } from './chain-questions.ts';
import { type OpenedCades, openCades, type SigningTimeRule } from './signed-data-form.ts';
import { signerQuestions } from './signer-questions.ts';
import { type ReadTrust, readTrust, type Trust } from './trust.ts';
import { tokenVerdict } from './verify-timestamp-token.ts';

export interface CadesCheck {
  /** SHA-256 of the detached content. */
  readonly digest: Uint8Array;
  readonly trust: Trust;
  /** Level B-T is demanded. */
  readonly requireTimestamp?: boolean;
  /** An instant at which the signature is known by other means to have existed, such as a witnessed checkpoint. */
  readonly provenAt?: string;
  /** Whether the signer claims a time: `required` where the signature stands alone, `forbidden` in a PDF; else `any`. */
  readonly signingTime?: SigningTimeRule;
}

export interface CadesVerdict {
  readonly questions: readonly Question[];
  /** Who made the signature value; whether to trust the certificate is in the questions. */
  readonly signer?: SignerFacts;
  /** The earliest instant at which the signature is proven to have existed. */
  readonly bestSignatureTime?: string;
  /** The whole second at which the signer says to have signed: a claim, no evidence. */
  readonly claimedAt?: string;
}

export interface SignerFacts {
  readonly subjectCommonName: string;
  /** Hex. */
  readonly serial: string;
  /** SHA-256 of the certificate in hex. */
  readonly certificateDigest: string;
}

/**
 * Verifies a detached CAdES signature of level B-B or B-T (EN 319 122-1, EN 319 102-1 §5.3, §5.5): the chain is
 * judged as of the earliest trusted timestamp. Never throws for what the input holds; without roots never `passed`.
 */
export function verifyCades(der: Uint8Array, check: CadesCheck): CadesVerdict {
  const opened = openCades(der, check.signingTime ?? 'any');
  if (typeof opened === 'string') return { questions: [failed('form', 'FORMAT_FAILURE', opened)] };
  const { signed, attributes } = opened;
  const own = readableCertificates(signed.certificates);
  const signer = signerCertificate(signed, own);
  if (signer === undefined) return { questions: [failed('form', 'FORMAT_FAILURE', 'the signer is not inside')] };
  const inquiry = { prefix: '', signed, attributes, signer, pool: own, contentDigest: check.digest };
  const first = [passed('form'), ...signerQuestions(inquiry)];
  if (worstOf(first) === 'failed') return { questions: first };
  const trust = readTrust(check.trust);
  const count = signed.certificates.length;
  const carried = certificatesQuestion('certificates', { signer, readable: own, count, roots: trust.roots });
  if (carried.verdict === 'failed') return { questions: [...first, carried] };
  const times = timeQuestions(opened, check, trust);
  return {
    questions: [...first, carried, ...times.questions, ...signerChain(signer, own, trust, times.earliest)],
    signer: factsOf(signer),
    ...(times.earliest === undefined ? {} : { bestSignatureTime: times.earliest }),
    ...(opened.claimedAt === undefined ? {} : { claimedAt: opened.claimedAt }),
  };
}

function timeQuestions({ signed, tokens }: OpenedCades, check: CadesCheck, trust: ReadTrust) {
  const digest = sha256(signed.signature);
  const verdicts = tokens.map((token) => tokenVerdict(token, { digest, trust, more: [] }));
  const trusted = verdicts.filter((one) => worstOf(one.questions) === 'passed').flatMap((one) => one.genTime ?? []);
  const known = check.provenAt === undefined ? trusted : [...trusted, check.provenAt];
  const missing = tokens.length === 0 && check.requireTimestamp === true;
  return {
    questions: missing ? [undecided('timestamp', 'NO_POE', 'no timestamp')] : verdicts.flatMap((one) => one.questions),
    earliest: known.sort()[0],
  };
}

function signerChain(signer: Certificate, pool: readonly Certificate[], trust: ReadTrust, at: string | undefined) {
  return chainQuestions({
    names: { chain: 'chain', revocation: 'revocation' },
    signer,
    pool,
    trust,
    at,
    purpose: 'signing',
  });
}

function factsOf(signer: Certificate): SignerFacts {
  return {
    subjectCommonName: signer.commonName ?? '',
    serial: signer.serial,
    certificateDigest: signer.digest,
  };
}
