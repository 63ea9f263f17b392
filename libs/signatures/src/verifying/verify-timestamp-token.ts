import { asked, failed, passed, type Question, undecided, worstOf } from '@sillok/kernel';
import { digestWith } from '../algorithms.ts';
import { signerCertificate } from '../cades/signer-checks.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { readableCertificates } from '../certificates/read-certificate.ts';
import { sameOctets } from '../der/octet-order.ts';
import { oid } from '../der/oids.ts';
import { certificatesQuestion } from './certificates-question.ts';
import { chainQuestions } from './chain-questions.ts';
import { type OpenedToken, openToken } from './signed-data-form.ts';
import { signerQuestions } from './signer-questions.ts';
import { type ReadTrust, readTrust, type Trust } from './trust.ts';

export interface TimestampCheck {
  /** SHA-256 of what the token is about. */
  readonly digest: Uint8Array;
  readonly trust: Trust;
  /** Further certificates in DER that may stand above the authority. */
  readonly certificates?: readonly Uint8Array[];
}

export interface TimestampVerdict {
  readonly questions: readonly Question[];
  /** When the token says that it was made: worth something only where every question passed. */
  readonly genTime?: string;
}

/**
 * Verifies a timestamp token (RFC 3161; EN 319 102-1 §5.4) as of its own time: form, imprint, reference to and
 * signature of the authority, chain to a given root, revocation. Question names begin with `timestamp-`.
 */
export function verifyTimestampToken(der: Uint8Array, check: TimestampCheck): TimestampVerdict {
  const more = readableCertificates(check.certificates ?? []);
  return tokenVerdict(der, { digest: check.digest, trust: readTrust(check.trust), more });
}

interface TokenInquiry {
  readonly digest: Uint8Array;
  readonly trust: ReadTrust;
  readonly more: readonly Certificate[];
}

/** The same for trust that was read already. */
export function tokenVerdict(der: Uint8Array, inquiry: TokenInquiry): TimestampVerdict {
  const opened = openToken(der);
  if (typeof opened === 'string') return { questions: [failed('timestamp-form', 'FORMAT_FAILURE', opened)] };
  const { token } = opened;
  const about = token.imprintAlgorithm === oid.sha256 && sameOctets(token.imprint, inquiry.digest);
  const questions = [
    passed('timestamp-form'),
    asked('timestamp-imprint', about, 'HASH_FAILURE'),
    ...authorityQuestions(opened, inquiry),
  ];
  return { questions, genTime: token.genTime };
}

function authorityQuestions({ token, attributes }: OpenedToken, { trust, more }: TokenInquiry): readonly Question[] {
  const { signedData } = token;
  const own = readableCertificates(signedData.certificates);
  const pool = [...own, ...more];
  const signer = signerCertificate(signedData, pool);
  if (signer === undefined) return [undecided('timestamp-signing-certificate', 'NO_SIGNING_CERTIFICATE_FOUND')];
  const contentDigest = digestWith(signedData.digestAlgorithm, token.content);
  const first = signerQuestions({ prefix: 'timestamp-', signed: signedData, attributes, signer, pool, contentDigest });
  if (worstOf(first) === 'failed') return first;
  const carried = certificatesQuestion('timestamp-certificates', {
    signer,
    readable: own,
    count: signedData.certificates.length,
    roots: [...more, ...trust.roots],
  });
  if (carried.verdict === 'failed') return [...first, carried];
  const chain = chainQuestions({
    names: { chain: 'timestamp-chain', revocation: 'timestamp-revocation' },
    signer,
    pool,
    trust,
    at: token.genTime,
    purpose: 'timestamping',
  });
  return [...first, carried, ...chain];
}
