import { about, asked, type Question, undecided } from '@sillok/kernel';
import type { Acknowledgement } from '@sillok/schemas/statements/acknowledgement';
import { sha256Hex } from '../digest.ts';
import { readAcknowledgement } from '../read-exchange.ts';
import type { Anchors } from './anchors.ts';
import { sealOver } from './seal-over.ts';
import type { SignedStatement } from './verify-statement.ts';

export interface AcknowledgementVerdict {
  readonly questions: readonly Question[];
  readonly acknowledgement?: Acknowledgement;
}

/** One acknowledgement with its signature: canonical, sealed, and stamped by a trusted time. */
export function verifyAcknowledgement(
  { bytes, signature }: Omit<SignedStatement, 'name'>,
  { trust }: Anchors,
): AcknowledgementVerdict {
  const acknowledgement = readAcknowledgement(bytes);
  return {
    questions: [
      asked('canonical', acknowledgement !== undefined, 'FORMAT_FAILURE', 'not the canonical bytes of one'),
      ...sealOver(bytes, signature, trust),
    ],
    ...(acknowledgement === undefined ? {} : { acknowledgement }),
  };
}

/**
 * All that was said of one message, in order: each by itself, each answering the message, each chained to the one
 * before, and all by one institution. `messageDigest` is absent where the message was not found.
 */
export function verifyAcknowledgements(
  said: readonly SignedStatement[],
  messageDigest: string | undefined,
  anchors: Anchors,
): readonly Question[] {
  const verdicts = said.map((one) => verifyAcknowledgement(one, anchors).acknowledgement);
  return said.flatMap((one, index) => {
    const { questions, acknowledgement } = verifyAcknowledgement(one, anchors);
    const before = said[index - 1];
    const previous = before === undefined ? null : sha256Hex(before.bytes);
    const isChained = acknowledgement?.previous === previous && acknowledgement.from === verdicts[0]?.from;
    return about(one.name, [
      ...questions,
      messageDigest === undefined
        ? undecided('answers', 'SIGNED_DATA_NOT_FOUND', 'the message was not found')
        : asked('answers', acknowledgement?.answers === messageDigest, 'HASH_FAILURE', 'it answers another message'),
      asked('chain', isChained, 'HASH_FAILURE', 'it does not follow the one before'),
    ]);
  });
}
