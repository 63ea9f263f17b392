import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  answerOcsp,
  answerTimestamp,
  type CertificateProfile,
  type CertificateStatus,
  type Issuer,
  issueCertificate,
  issueCrl,
  type Revocation,
} from '@sillok/signatures/issuing';

/** One key of the test PKI: its certificate and the chain up to and without the root. */
export interface TestIdentity extends Issuer {
  readonly publicKey: KeyObject;
  readonly chain: readonly Uint8Array[];
  /** Hex. */
  readonly serial: string;
}

export type TestKeyKind = 'p256' | 'p384' | 'rsa3072';

export interface TestPkiOptions {
  /** What persons and seals sign with; authorities use P-256. */
  readonly keys?: TestKeyKind;
  readonly notBefore?: string;
  readonly notAfter?: string;
}

export type TestPki = ReturnType<typeof testPki>;

/** A root, an issuing authority, a person, a seal, a TSA and an OCSP responder, made anew for each test file. */
export function testPki(options: TestPkiOptions = {}) {
  const issue = issuerOfIdentities(options);
  const root = issue('root', '01', 'Test Root 시험 루트');
  const issuing = issue('issuing', '02', 'Test Issuing CA', root);
  const person = issue('person', '1001', '홍길동', issuing);
  const seal = issue('seal', '1002', '행정안전부장관', issuing);
  const tsa = issue('tsa', '1003', 'Test TSA', issuing);
  const ocsp = issue('ocsp', '1004', 'Test OCSP', issuing);
  const list = (issuer: Issuer, thisUpdate: string, nextUpdate: string, revoked: readonly Revocation[] = []) =>
    issueCrl({ issuer, revoked, thisUpdate, nextUpdate, number: 1 });
  return {
    root,
    issuing,
    person,
    seal,
    tsa,
    ocsp,
    issue,
    /** The CRLs of root and issuing authority; `revoked` stands in the latter. */
    crls: (thisUpdate: string, nextUpdate: string, revoked: readonly Revocation[] = []) => [
      list(root, thisUpdate, nextUpdate),
      list(issuing, thisUpdate, nextUpdate, revoked),
    ],
    answerOcsp: (request: Uint8Array, producedAt: string, nextUpdate: string, status: CertificateStatus) =>
      answerOcsp(request, {
        responderChain: [ocsp.certificate, issuing.certificate],
        key: ocsp.privateKey,
        statusOf: () => status,
        producedAt,
        nextUpdate,
      }),
    answerTimestamp: (request: Uint8Array, genTime: string, serial = '01') =>
      answerTimestamp(request, { chain: tsa.chain, privateKey: tsa.privateKey, policy: '1.2.3.4.1', serial, genTime }),
  };
}

function issuerOfIdentities(options: TestPkiOptions) {
  return (profile: CertificateProfile, serial: string, commonName: string, issuer?: TestIdentity): TestIdentity => {
    const signs = profile === 'person' || profile === 'seal';
    const { publicKey, privateKey } = keyPair(signs ? (options.keys ?? 'p256') : 'p256');
    const certificate = issueCertificate({
      profile,
      subject: { commonName, organization: '시험청', country: 'KR' },
      subjectKey: publicKey,
      issuer: issuer ?? { certificate: 'self', privateKey },
      serial,
      notBefore: options.notBefore ?? '2014-01-01T00:00:00.000Z',
      notAfter: options.notAfter ?? '2050-01-01T00:00:00.000Z',
    });
    const chain = issuer === undefined ? [] : [certificate, ...issuer.chain];
    return { certificate, privateKey, publicKey, chain, serial };
  };
}

function keyPair(kind: TestKeyKind) {
  if (kind === 'rsa3072') return generateKeyPairSync('rsa', { modulusLength: 3072 });
  return generateKeyPairSync('ec', { namedCurve: kind === 'p256' ? 'P-256' : 'P-384' });
}
