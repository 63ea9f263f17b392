import { readExchangeMessage, sha256Hex } from '@sillok/evidence';
import { fileNamed, verifyContainer, verifySealedPdf } from '@sillok/evidence/verifying';
import { type Asic, readAsic, signedDigestOf } from '@sillok/exchange-container';
import { hasCode, type Question, type Refusal, refuse, worstOf } from '@sillok/kernel';
import { type AddressBookEntry, trustIn } from '@sillok/outbound';
import type { ExchangeMessage } from '@sillok/schemas/statements/exchange-message';
import type { RefusalCode } from '@sillok/schemas/vocabulary/errors';
import type { Trust } from '@sillok/signatures/verifying';
import type { DistributionContext } from '../context.ts';

/** A message that can be read and names a sender that we know; what is wrong with it, if anything, is its fault. */
export interface ExaminedMessage {
  readonly message: ExchangeMessage;
  readonly sender: AddressBookEntry;
  readonly messageDigest: string;
  readonly containerDigest: string;
  readonly copy: Uint8Array;
  readonly fault: RefusalCode | undefined;
  /** The seal of the sender signed this: then a fault is the sender's and may stand in our log. */
  readonly isAuthentic: boolean;
}

/** Nothing in it is believed before the seal of the sender was seen over it. */
export async function examineMessage(
  context: DistributionContext,
  bytes: Uint8Array,
): Promise<ExaminedMessage | Refusal> {
  const asic = await readable(bytes);
  const json = fileNamed('message.json', asic?.files ?? []);
  const message = json === undefined ? undefined : readExchangeMessage(json);
  if (asic === undefined || message === undefined) return refuse('exchange-message-malformed', 'body');
  const sender = context.addressBook.find(message.sender);
  if (sender === undefined) return refuse('exchange-sender-unknown', 'sender');
  const trust = await trustIn(context.trust, sender, asic.signatures[0]?.bytes ?? new Uint8Array());
  const container = await verifyContainer(bytes, { trust, witnesses: [] });
  const isSigned = container.signers.some((one) => sender.sealCertificates.includes(one));
  const containerFault = faultOfContainer(container.questions, isSigned);
  const copy = fileNamed('document.pdf', asic.files) ?? new Uint8Array();
  return {
    message,
    sender,
    messageDigest: signedDigestOf(asic),
    containerDigest: sha256Hex(bytes),
    copy,
    fault: containerFault ?? faultOfContent(context, { message, asic, copy, sender, trust }),
    isAuthentic: containerFault === undefined,
  };
}

async function readable(bytes: Uint8Array): Promise<Asic | undefined> {
  try {
    return await readAsic(bytes);
  } catch (error) {
    if (hasCode(error, 'CONTAINER_MALFORMED')) return undefined;
    throw error;
  }
}

function faultOfContainer(questions: readonly Question[], isSigned: boolean): RefusalCode | undefined {
  const broken = questions.filter((one) => one.verdict === 'failed').map((one) => one.question);
  if (broken.includes('digest')) return 'exchange-digest-mismatch';
  if (broken.some((one) => one.startsWith('container') || one === 'covered')) return 'exchange-message-malformed';
  return worstOf(questions) === 'passed' && isSigned ? undefined : 'signature-invalid';
}

interface Content {
  readonly message: ExchangeMessage;
  readonly asic: Asic;
  readonly copy: Uint8Array;
  readonly sender: AddressBookEntry;
  readonly trust: Trust;
}

function faultOfContent(context: DistributionContext, content: Content): RefusalCode | undefined {
  const { message, asic, copy, sender, trust } = content;
  if (message.recipient !== context.institutionId) return 'exchange-recipient-another';
  const named = [message.document, ...message.attachments];
  const isNamed = (name: string) => name === 'message.json' || named.some((one) => one.name === name);
  const isHeld = named.every(({ name, sha256 }) => sha256Hex(fileNamed(name, asic.files) ?? empty) === sha256);
  if (!isHeld || !asic.files.every(({ name }) => isNamed(name))) return 'exchange-digest-mismatch';
  const { questions, seals } = verifySealedPdf(copy, { trust, witnesses: [] });
  const isSealed = seals.some((one) => sender.sealCertificates.includes(one.certificateDigest));
  return worstOf(questions) === 'passed' && isSealed ? undefined : 'exchange-copy-invalid';
}

const empty = new Uint8Array();
