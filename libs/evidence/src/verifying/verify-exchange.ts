import { type ContainerFile, readAsic, signedDigestOf } from '@sillok/exchange-container';
import { about, asked, hasCode, type Question } from '@sillok/kernel';
import type { ExchangeMessage } from '@sillok/schemas/statements/exchange-message';
import { sha256Hex } from '../digest.ts';
import { readExchangeMessage } from '../read-exchange.ts';
import type { Anchors } from './anchors.ts';
import { fileNamed, verifyContainer } from './verify-evidence.ts';
import { verifySealedPdf } from './verify-sealed-pdf.ts';

export interface ExchangeVerdict {
  readonly questions: readonly Question[];
  readonly message?: ExchangeMessage;
  /** What acknowledgements of it answer. */
  readonly messageDigest?: string;
}

/** Whether a container says that it is an exchange message, without believing anything in it. */
export async function isExchangeContainer(bytes: Uint8Array): Promise<boolean> {
  return (await readable(bytes))?.files.some(({ name }) => name === 'message.json') === true;
}

/** A message from one institution to another: its seal, its letterhead, and the dispatch copy that it carries. */
export async function verifyExchange(bytes: Uint8Array, anchors: Anchors): Promise<ExchangeVerdict> {
  const { questions, files, signers } = await verifyContainer(bytes, anchors);
  const asic = await readable(bytes);
  if (asic === undefined) return { questions: about('container', questions) };
  const message = readExchangeMessage(fileNamed('message.json', files) ?? new Uint8Array());
  const pdf = verifySealedPdf(fileNamed('document.pdf', files) ?? new Uint8Array(), anchors);
  const oneSeal = pdf.seals.some((one) => signers.includes(one.certificateDigest));
  return {
    questions: [
      ...about('container', questions),
      asked('message.json: canonical', message !== undefined, 'FORMAT_FAILURE', 'not the canonical bytes of a message'),
      asked('files', holdsAll(message, files), 'HASH_FAILURE', 'they are not the ones that the message names'),
      ...about('document.pdf', pdf.questions),
      asked('one seal', oneSeal, 'SIG_CONSTRAINTS_FAILURE', 'document and container were sealed by different keys'),
    ],
    ...(message === undefined ? {} : { message }),
    messageDigest: signedDigestOf(asic),
  };
}

async function readable(bytes: Uint8Array) {
  try {
    return await readAsic(bytes);
  } catch (error) {
    if (hasCode(error, 'CONTAINER_MALFORMED')) return undefined;
    throw error;
  }
}

function holdsAll(message: ExchangeMessage | undefined, files: readonly ContainerFile[]): boolean {
  const named = message === undefined ? [] : [message.document, ...message.attachments];
  const isRight = named.every(({ name, sha256 }) => {
    const bytes = fileNamed(name, files);
    return bytes !== undefined && sha256Hex(bytes) === sha256;
  });
  return isRight && files.length === named.length + 1;
}
