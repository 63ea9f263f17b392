import { generateKeyPairSync } from 'node:crypto';
import { canonicalBytes, type Json } from '@sillok/kernel';
import {
  createTree,
  formatProof,
  leafHash,
  type MerkleTree,
  type NoteSigner,
  noteSigner,
  signCheckpoint,
} from '@sillok/ledger';
import { documentId, type SampleStatement, signedAt } from './sample-evidence.ts';

export const origin = 'ministry.example/1741000';
export const number = 'Budget-12';

/** Whoever signs checkpoints: the log by two algorithms, and another institution as a witness. */
export function noteSigners(): readonly NoteSigner[] {
  return [
    noteSigner({ name: origin, privateKey: generateKeyPairSync('ed25519').privateKey }),
    noteSigner({ name: origin, privateKey: generateKeyPairSync('ml-dsa-44').privateKey }),
    noteSigner({ name: 'archives.example', privateKey: generateKeyPairSync('ed25519').privateKey, role: 'witness' }),
  ];
}

export interface SampleEvent {
  readonly type: string;
  readonly stream: string;
  readonly data: Readonly<Record<string, Json>>;
}

/** One canonical envelope each, revisions counted by stream. */
export function linesOf(events: readonly SampleEvent[]): readonly Uint8Array[] {
  const next = new Map<string, number>();
  return events.map(({ type, stream, data }, index) => {
    const revision = next.get(stream) ?? 0;
    next.set(stream, revision + 1);
    return canonicalBytes({
      id: `event-${String(index).padStart(4, '0')}`,
      type,
      log: '1741000',
      stream,
      revision,
      recordedAt: signedAt,
      actor: 'person-drafter-1',
      commandId: `command-${index}`,
      commandMac: 'ab',
      correlationId: 'correlation-1',
      causationId: 'causation-1',
      data,
    });
  });
}

const address = 'd'.repeat(64);
const register = { scope: 'BUDGET', year: 2016, book: 'main' };
const classification = {
  form: 'internal-memo',
  language: 'ko',
  unitTaskId: 'unit-task-1',
  folderId: 'folder-0001',
  matter: 'budget',
  disclosure: { class: 'open', grounds: [] },
  important: false,
};

export function eventsOf(statements: readonly SampleStatement[]): readonly SampleEvent[] {
  const stream = `approval_case-${documentId}`;
  const [submission, approval] = statements.map(actOf);
  const establishmentEventId = 'event-0004';
  const pinned = { classification, textAddress: address, paperAddress: address };
  const registered = {
    documentId,
    number: 12,
    register,
    display: number,
    folderId: 'folder-0001',
    unitId: 'unit-00001',
  };
  return [
    { type: 'directory.UnitEstablished.v1', stream: 'unit-unit-00001', data: { unitId: 'unit-00001' } },
    { type: 'directory.PersonEnrolled.v1', stream: 'person-person-1', data: { personId: 'person-1' } },
    { type: 'approval.SubmissionSigned.v1', stream, data: submission ?? {} },
    { type: 'approval.DocumentApproved.v1', stream, data: { ...approval, mode: 'own' } },
    { type: 'approval.DocumentEstablished.v1', stream, data: { documentId } },
    {
      type: 'records.RecordRegistered.v1',
      stream: 'register-BUDGET-2016-main',
      data: { ...registered, establishmentEventId, establishedAt: signedAt, ...pinned },
    },
  ];
}

function actOf({ statement }: SampleStatement): Readonly<Record<string, Json>> {
  return {
    documentId,
    version: statement.caseVersion,
    step: statement.step,
    personId: 'person-drafter-1',
    appointmentId: statement.authority.appointment,
    statementAddress: address,
    signatureAddress: address,
    certificateDigest: statement.certificate,
    controlClass: statement.controlClass,
  };
}

export function sealingOf(pdf: Uint8Array): readonly SampleEvent[] {
  const data = { documentId, sealId: 'seal-0001', sealVersion: 1, evidenceAddress: address };
  const copy = { recordCopyAddress: address, recordCopyBytes: pdf.length };
  return [
    { type: 'records.RecordSealed.v1', stream: `record-${documentId}`, data: { ...data, ...copy } },
    { type: 'directory.PersonEnrolled.v1', stream: 'person-person-2', data: { personId: 'person-2' } },
  ];
}

export function treeOf(lines: readonly Uint8Array[]): MerkleTree {
  const tree = createTree();
  for (const line of lines) tree.append(leafHash(line));
  return tree;
}

export function checkpointOf(tree: MerkleTree, signers: readonly NoteSigner[], name = origin): Promise<string> {
  return signCheckpoint({ origin: name, size: tree.size, root: tree.root() }, signers, signedAt);
}

export function proofOf(tree: MerkleTree, index: number, checkpoint: string): string {
  return formatProof({ index, hashes: tree.inclusionProof(index), checkpoint });
}

/** As an export writes it: the log, the leaf hashes, the checkpoint. */
export function exportedLog(lines: readonly Uint8Array[], checkpoint: string) {
  const tree = treeOf(lines);
  const leaves = lines.map((_, index) => `${Buffer.from(tree.leaf(index)).toString('hex')}\n`);
  return {
    events: Buffer.concat(lines.map((line) => Buffer.concat([line, Buffer.from('\n')]))),
    leaves: Buffer.from(leaves.join('')),
    checkpoint: Buffer.from(checkpoint),
  };
}
