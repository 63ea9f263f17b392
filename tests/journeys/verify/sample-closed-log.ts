import { type OpenedField, openedFieldsOf } from '@sillok/evidence/history';
import { readEnvelope } from '@sillok/evidence/verifying';
import { canonicalBytes, type Json } from '@sillok/kernel';
import { sealField } from '@sillok/key-vault';
import { leafHash } from '@sillok/ledger';
import { documentId, signedAt } from './sample-evidence.ts';
import type { SampleFolder } from './sample-folder.ts';
import { checkpointOf, proofOf, treeOf } from './sample-log.ts';

export const secondDocumentId = 'document-0000002';
const key = new Uint8Array(32).fill(9);

/** The log of the sample folder, in which two records are noted and their histories closed. */
export async function closedLog({ lines, signers }: Pick<SampleFolder, 'lines' | 'signers'>) {
  const log = [...lines];
  const add = (stream: string, type: string, data: Readonly<Record<string, Json>>, title?: string) => {
    log.push(lineOf({ stream, type, data, index: log.length, revision: revisions(log, stream), title }));
  };
  for (const id of [documentId, secondDocumentId]) {
    add(`record-${id}`, 'records.DisclosureReviewed.v1', { documentId: id }, `제목 "${id}"`);
  }
  for (const id of [documentId, secondDocumentId]) {
    const streams = streamsOf(log, id);
    add(`record-${id}`, 'records.HistoryClosed.v1', { documentId: id, transferId: 'transfer-0001', streams });
  }
  const tree = treeOf(log);
  const checkpoint = await checkpointOf(tree, signers);
  const histories = new Map<string, History>();
  for (const id of [documentId, secondDocumentId]) {
    const places = log.flatMap((line, index) => (readEnvelope(line)?.data['documentId'] === id ? [index] : []));
    const own = places.flatMap((index) => log[index] ?? []);
    const proofs = places.map((index) => [idOf(log[index]), proofOf(tree, index, checkpoint)] as const);
    const envelopes = own.flatMap((line) => readEnvelope(line) ?? []);
    const opened = await openedFieldsOf({ find: async () => key }, envelopes);
    histories.set(id, { lines: own, proofs: new Map(proofs), opened });
  }
  const none: History = { lines: [], proofs: new Map(), opened: [] };
  return { record: (id: string) => histories.get(id) ?? none };
}

interface History {
  readonly lines: readonly Uint8Array[];
  readonly proofs: ReadonlyMap<string, string>;
  readonly opened: readonly OpenedField[];
}

interface Line {
  readonly stream: string;
  readonly type: string;
  readonly data: Readonly<Record<string, Json>>;
  readonly index: number;
  readonly revision: number;
  readonly title: string | undefined;
}

function lineOf({ stream, type, data, index, revision, title }: Line): Uint8Array {
  const id = `event-${String(index).padStart(4, '0')}`;
  const context = { log: '1741000', stream, eventId: id, schema: type, field: 'title' };
  const sealed =
    title === undefined
      ? {}
      : { sealed: { title: { ...sealField({ keyName: `content:${documentId}`, key, context, value: title }) } } };
  return canonicalBytes({
    id,
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
    ...sealed,
  });
}

function streamsOf(log: readonly Uint8Array[], id: string): Json {
  const own = log.flatMap((line) => {
    const envelope = readEnvelope(line);
    return envelope?.data['documentId'] === id ? [{ line, envelope }] : [];
  });
  return [...Map.groupBy(own, ({ envelope }) => envelope.stream)].map(([stream, events]) => ({
    stream,
    whole: !stream.startsWith('register-'),
    events: events.length,
    revision: events.at(-1)?.envelope.revision ?? 0,
    leaf: Buffer.from(leafHash(events.at(-1)?.line ?? new Uint8Array())).toString('hex'),
  }));
}

function revisions(log: readonly Uint8Array[], stream: string): number {
  return log.filter((line) => readEnvelope(line)?.stream === stream).length;
}

function idOf(line: Uint8Array | undefined): string {
  return readEnvelope(line ?? new Uint8Array())?.id ?? '';
}
