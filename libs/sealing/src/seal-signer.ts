import { createHash } from 'node:crypto';
import { metsHeaderIn } from '@sillok/archival-package';
import { readAcknowledgement, readTransferReceipt } from '@sillok/evidence';
import { SillokError, worstFirst, worstOf } from '@sillok/kernel';
import type { TrustService } from '@sillok/outbound';
import {
  addSignatureTimestamp,
  completeCades,
  prepareCades,
  type Signer,
  type TimestampClient,
} from '@sillok/signatures';
import { checkCertificateNow } from '@sillok/signatures/verifying';
import { digitisationSaid } from './digitisation-said.ts';
import { sealQuestions } from './seal-questions.ts';
import type {
  AcknowledgementRequest,
  DigitisationRequest,
  PackageRequest,
  SealRequest,
  TransferReceiptRequest,
} from './seal-request.ts';

/** Signs in the institution's name and for nobody's asking: it reads the statements itself and refuses otherwise. */
export interface SealSigner {
  /** CAdES B-T in DER. Throws signature-invalid, certificate-not-valid-now, certificate-revoked. */
  sign(request: SealRequest): Promise<Uint8Array>;
  /** The same for an acknowledgement; it must be one in the name of this institution. */
  acknowledge(request: AcknowledgementRequest): Promise<Uint8Array>;
  /** The same over the root METS of a SIP or AIP that names this institution as its submitter. */
  signPackage(request: PackageRequest): Promise<Uint8Array>;
  /** The same for a receipt of a submission in the name of this institution. */
  signTransferReceipt(request: TransferReceiptRequest): Promise<Uint8Array>;
  /** The same over the manifest of a scan and its digitisation statement in the name of this institution. */
  signDigitisation(request: DigitisationRequest): Promise<Uint8Array>;
}

export interface SealSignerOptions {
  readonly institutionId: string;
  readonly signer: Signer;
  readonly trust: TrustService;
  readonly timestamps: TimestampClient;
}

export function createSealSigner(options: SealSignerOptions): SealSigner {
  return {
    async sign(request) {
      await assertApproved(options.trust, request);
      const { keyId, content, sentence, at } = request;
      return seal(options, { keyId, content, sentence, at, claimed: request.kind === 'container' });
    },
    async acknowledge({ keyId, acknowledgement, at }) {
      const said = readAcknowledgement(acknowledgement);
      if (said === undefined || said.from !== options.institutionId || said.at !== at)
        throw notOurs('acknowledgement', 'no acknowledgement of ours');
      const sentence = `${said.kind} ${said.dispatchId}`;
      return seal(options, { keyId, content: [acknowledgement], sentence, at, claimed: true });
    },
    async signPackage({ keyId, mets, at }) {
      const header = metsHeaderIn(mets);
      if (header?.submitter?.code !== options.institutionId || !packageKinds.includes(header.packageType))
        throw notOurs('mets', 'no package of ours');
      const sentence = `${header.packageType} ${header.objId}`;
      return seal(options, { keyId, content: [mets], sentence, at, claimed: true });
    },
    async signTransferReceipt({ keyId, receipt, at }) {
      const said = readTransferReceipt(receipt);
      if (said === undefined || said.from !== options.institutionId || said.at !== at)
        throw notOurs('receipt', 'no receipt of ours');
      const sentence = `${said.kind} ${said.transferId}`;
      return seal(options, { keyId, content: [receipt], sentence, at, claimed: true });
    },
    async signDigitisation(request) {
      const said = digitisationSaid(request);
      if (said?.institution !== options.institutionId) throw notOurs('digitisation', 'no digitisation of ours');
      const { keyId, manifest, at } = request;
      const sentence = `digitisation ${said.documentId}`;
      return seal(options, { keyId, content: [manifest], sentence, at, claimed: true });
    },
  };
}

const packageKinds: readonly string[] = ['SIP', 'AIP'];

function notOurs(field: string, why: string): SillokError {
  return new SillokError('signature-invalid', `the seal refuses: ${why}`, { field });
}

interface Sealing extends Pick<SealRequest, 'keyId' | 'content' | 'sentence' | 'at'> {
  readonly claimed: boolean;
}

async function seal({ signer, trust, timestamps }: SealSignerOptions, sealing: Sealing): Promise<Uint8Array> {
  const { keyId, content, at } = sealing;
  const chain = await signer.certificateChain(keyId);
  const unusable = checkCertificateNow([...chain, ...trust.roots], at, await trust.revocationOf(chain));
  if (unusable !== undefined) throw new SillokError(unusable, 'the seal cannot sign now', { field: 'seal' });
  const hash = createHash('sha256');
  for (const part of content) hash.update(part);
  const prepared = prepareCades({ digest: hash.digest(), chain, ...(sealing.claimed ? { signedAt: at } : {}) });
  const signature = await signWith(signer, sealing, prepared.toBeSigned);
  const token = await timestamps.stamp(createHash('sha256').update(signature).digest());
  return addSignatureTimestamp(completeCades(prepared, signature), token);
}

async function signWith(signer: Signer, { keyId, sentence }: Sealing, toBeSigned: Uint8Array): Promise<Uint8Array> {
  const { handle, challenge } = await signer.prepare({ keyId, toBeSigned, sentence });
  await signer.authorise(handle, { kind: 'demo-confirmation', confirmed: challenge });
  return signer.complete(handle);
}

async function assertApproved(trust: TrustService, request: SealRequest): Promise<void> {
  const questions = await sealQuestions(trust, request);
  if (worstOf(questions) === 'passed') return;
  const [worst] = worstFirst(questions);
  throw new SillokError('signature-invalid', `the seal refuses: ${worst?.question ?? ''} ${worst?.reason ?? ''}`, {
    field: 'statements',
  });
}
