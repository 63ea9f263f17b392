import { createHash } from 'node:crypto';
import { makeManifest, manifestDigest, sha256Hex } from '@sillok/evidence';
import { writeAsic } from '@sillok/exchange-container';
import { canonicalBytes, type Json } from '@sillok/kernel';
import type { StepStatement } from '@sillok/schemas/statements/step-statement';
import { completeFields, declareFields, embedSignature, prepareSeal } from '@sillok/signatures/pdf';
import { signDetached, signStamped, type TestIdentity, type TestPki, testPki } from '@sillok/test-support';
import { plainPdf } from '../../conformance/making/plain-pdf.ts';

export const signedAt = '2016-05-04T03:02:01.000Z';
export const documentId = 'document-0000001';

const position = '주무관';
const signers = ['person-drafter-1', 'person-approver1'] as const;

export interface People {
  readonly pki: TestPki;
  readonly drafter: TestIdentity;
  readonly approver: TestIdentity;
}

export function people(): People {
  const pki = testPki();
  const drafter = pki.issue('person', '2001', '홍길동', pki.issuing);
  const approver = pki.issue('person', '2002', '김서연', pki.issuing);
  return { pki, drafter, approver };
}

/** One page with a number and a seal, as it was frozen. */
export function frozenPaper(): Uint8Array {
  return declareFields(Buffer.from(plainPdf(595, 842), 'latin1'), [
    { name: 'number', page: 1, rect: [50, 700, 250, 720], kind: 'text', tooltip: 'Number' },
    { name: 'seal', page: 1, rect: [400, 50, 500, 150], kind: 'signature', tooltip: 'Seal' },
  ]);
}

export async function sealedPaper({ pki }: People, frozen: Uint8Array, number: string): Promise<Uint8Array> {
  const appearance = { pdf: Buffer.from(plainPdf(200, 20), 'latin1'), page: 1 };
  const completed = completeFields(frozen, [{ name: 'number', value: number, appearance }]);
  const prepared = prepareSeal(completed, { field: 'seal', signedAt, reserveBytes: 6000 });
  return embedSignature(prepared, await signStamped(pki, pki.seal, prepared.digest, signedAt, 'in-pdf'));
}

export function sampleManifest(frozen: Uint8Array, title = '예산 편성 지침') {
  let salts = 0;
  const salt = () => {
    salts += 1;
    return String(salts).padStart(32, '0');
  };
  const manifest = makeManifest(
    [
      ['title', title],
      ['paper', { sha256: sha256Hex(frozen), bytes: frozen.length }],
    ],
    salt,
  );
  return { bytes: canonicalBytes(manifest as Json), digest: manifestDigest(manifest) };
}

export interface SampleStatement {
  readonly statement: StepStatement;
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** What the drafter and the approver signed, in this order. */
export function sampleStatements(
  { drafter, approver }: People,
  frozen: Uint8Array,
  manifest: string,
  checkpoint: string | null = null,
): readonly SampleStatement[] {
  const line = signers.map((personId, index) => ({
    step: index + 1,
    role: index === 0 ? ('drafter' as const) : ('approver' as const),
    personId,
    appointmentId: `appointment-${index + 1}`,
    unitId: 'unit-00001',
    position,
  }));
  const signed: SampleStatement[] = [];
  for (const [index, who] of [drafter, approver].entries()) {
    const statement: StepStatement = {
      type: 'step-statement',
      version: 1,
      log: '1741000',
      institution: '행정안전부',
      case: documentId,
      caseVersion: 1,
      nonce: String(index).padStart(32, 'a'),
      manifest: { algorithm: 'sha-256', digest: manifest },
      paper: { sha256: sha256Hex(frozen), bytes: frozen.length },
      line,
      step: index + 1,
      capacity: index === 0 ? 'drafter' : 'approver',
      earlier: signed.map((one) => sha256Hex(one.bytes)),
      decision: index === 0 ? 'submitted' : 'approved',
      opinion: '이견 없음',
      authority: { appointment: `appointment-${index + 1}`, directoryEvent: 'event-0001', policyPack: 'c'.repeat(64) },
      checkpoint,
      certificate: sha256Hex(who.certificate),
      controlClass: 'software',
      claimedAt: signedAt,
      sentence: '나는 이 문서에 서명합니다.',
    };
    const bytes = canonicalBytes(statement);
    const digest = createHash('sha256').update(bytes).digest();
    signed.push({ statement, bytes, signature: signDetached(who, digest, signedAt) });
  }
  return signed;
}

export interface SampleParts {
  readonly pdf: Uint8Array;
  readonly manifest: Uint8Array;
  readonly statements: readonly SampleStatement[];
  readonly proof: string;
}

export async function sampleContainer(
  { pki }: People,
  { pdf, manifest, statements, proof }: SampleParts,
): Promise<Uint8Array> {
  return writeAsic({
    files: [
      { name: 'document.pdf', bytes: pdf, mediaType: 'application/pdf' },
      { name: 'manifest.json', bytes: manifest, mediaType: 'application/json' },
      ...statements.flatMap(({ bytes, signature }, index) => [
        { name: `statements/0${index + 1}-statement.json`, bytes, mediaType: 'application/json' },
        { name: `statements/0${index + 1}-statement.p7s`, bytes: signature, mediaType: 'application/pkcs7-signature' },
      ]),
      { name: 'proof/registered.tlog-proof', bytes: Buffer.from(proof), mediaType: 'text/plain' },
    ],
    sign: (bytes) => signStamped(pki, pki.seal, createHash('sha256').update(bytes).digest(), signedAt),
    modifiedAt: signedAt,
  });
}
