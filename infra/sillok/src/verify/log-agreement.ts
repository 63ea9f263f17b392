import {
  type Anchors,
  type DocumentVerdict,
  indexOfProof,
  type LogVerdict,
  treeQuestion,
  verifyCheckpoint,
  verifyLogProof,
} from '@sillok/evidence/verifying';
import type { ContainerFile } from '@sillok/exchange-container';
import { about, asked, type Question } from '@sillok/kernel';
import { transferPrepared } from '@sillok/schemas/events/records/transfer-prepared';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';

export interface ProvenFiles {
  readonly named: readonly ContainerFile[];
  readonly evidence: readonly ContainerFile[];
  readonly document: DocumentVerdict;
}

/** Whether each proof, in the folder and in its container, and each statement's checkpoint fits the log at hand. */
export function logAgreement(log: LogVerdict, files: ProvenFiles, anchors: Anchors): readonly Question[] {
  const documentId = files.document.statements.at(-1)?.case;
  const isProof = ({ name }: ContainerFile) => name.endsWith('.tlog-proof');
  const proofs = [
    ...files.named.filter(isProof),
    ...files.evidence.filter(isProof).map((one) => ({ ...one, name: `evidence.asice: ${one.name}` })),
  ];
  return [
    ...proofs.flatMap(({ name, bytes }) => about(name, proofQuestions(bytes, log, documentId, anchors))),
    ...files.document.statements.flatMap(({ step, checkpoint }) =>
      checkpoint === null
        ? []
        : about(`checkpoint of statement ${step}`, checkpointQuestions(checkpoint, log, anchors)),
    ),
  ];
}

function proofQuestions(proof: Uint8Array, log: LogVerdict, documentId: string | undefined, anchors: Anchors) {
  const index = indexOfProof(proof) ?? -1;
  const isOurs = documentId === undefined || isAbout(documentId, log.envelopes[index], log);
  const { questions } = verifyLogProof(proof, { event: log.lines[index], tree: log.tree }, anchors);
  return [
    ...questions,
    asked('of this document', isOurs, 'SIG_CONSTRAINTS_FAILURE', `event ${index} is about something else`),
  ];
}

/** A transfer is about every record that it was prepared for. */
export function isAbout(
  documentId: string,
  event: Envelope | undefined,
  { envelopes }: Pick<LogVerdict, 'envelopes'>,
): boolean {
  if (event?.data['documentId'] === documentId) return true;
  return envelopes.some((one) => {
    const prepared = one?.type === transferPrepared.type ? transferPrepared.data.safeParse(one.data).data : undefined;
    return prepared?.transferId === event?.data['transferId'] && prepared?.items.includes(documentId) === true;
  });
}

function checkpointQuestions(note: string, log: LogVerdict, anchors: Anchors): readonly Question[] {
  const { questions, checkpoint } = verifyCheckpoint(Buffer.from(note), anchors);
  return checkpoint === undefined ? questions : [...questions, treeQuestion('root', checkpoint, log.tree)];
}
