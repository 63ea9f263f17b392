import { asked, failed, passed, type Question } from '@sillok/kernel';
import type { StepStatement } from '@sillok/schemas/statements/step-statement';
import { type SignerFacts, verifyCades } from '@sillok/signatures/verifying';
import { readStatement } from '../read-statement.ts';
import type { Anchors } from './anchors.ts';
import { sha256 } from './exact-bytes.ts';

export interface SignedStatement {
  /** What its questions are said to be about where there are several, such as its path. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Detached CAdES in DER. */
  readonly signature: Uint8Array;
}

export interface StatementVerdict {
  readonly questions: readonly Question[];
  readonly statement?: StepStatement;
  readonly signer?: SignerFacts;
}

/**
 * One statement with its signature: canonical, signed, and by whose certificate it names. `provenAt` is an instant at
 * which the signature is known by other means to have existed; without it or a timestamp inside never `passed`.
 */
export function verifyStatement(
  { bytes, signature }: Omit<SignedStatement, 'name'>,
  { trust }: Anchors,
  provenAt?: string,
): StatementVerdict {
  const statement = readStatement(bytes);
  const { questions, signer } = verifyCades(signature, {
    digest: sha256(bytes),
    trust,
    signingTime: 'required',
    ...(provenAt === undefined ? {} : { provenAt }),
  });
  return {
    questions: [
      asked('canonical', statement !== undefined, 'FORMAT_FAILURE', 'not the canonical bytes of a statement'),
      ...questions,
      signerQuestion(statement, signer),
    ],
    ...(statement === undefined ? {} : { statement }),
    ...(signer === undefined ? {} : { signer }),
  };
}

function signerQuestion(statement: StepStatement | undefined, signer: SignerFacts | undefined): Question {
  const question = 'signed by whom it names';
  if (statement !== undefined && signer?.certificateDigest === statement.certificate) {
    return passed(question, `${signer.subjectCommonName}, ${signer.serial}`);
  }
  return failed(question, 'SIG_CONSTRAINTS_FAILURE', 'the certificate is another');
}
