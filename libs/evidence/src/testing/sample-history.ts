import { generateKeyPairSync } from 'node:crypto';
import { canonicalBytes, type Json } from '@sillok/kernel';
import { type FieldContext, sealField } from '@sillok/key-vault';
import { createTree, formatProof, leafHash, noteSigner, signCheckpoint } from '@sillok/ledger';
import { type OpenedField, openedFieldsOf, writeOpened } from '../history/opened-fields.ts';
import { writeHistory } from '../history/write-history.ts';
import { noAnchors } from '../verifying/anchors.ts';
import { readEnvelope } from '../verifying/read-log-lines.ts';

export const documentId = 'document-00000001';
const origin = 'ministry.example/1741000';
const key = new Uint8Array(32).fill(7);

interface SampleEvent {
  readonly stream: string;
  readonly data: Readonly<Record<string, Json>>;
  readonly type?: string;
  readonly sealed?: Readonly<Record<string, Json>>;
}

const ours = { documentId };
const record = `record-${documentId}`;

/** Of the log: another record's events lie between ours. */
const before: readonly SampleEvent[] = [
  { stream: 'register-2026', data: { documentId: 'document-00000002' } },
  { stream: `draft-${documentId}`, data: ours, sealed: { title: '정보공개 청구', drafter: 'Kim' } },
  { stream: 'draft-document-00000002', data: { documentId: 'document-00000002' } },
  { stream: `draft-${documentId}`, data: ours },
  { stream: 'register-2026', data: ours },
  { stream: record, data: ours, sealed: { title: '정보공개 청구' } },
  { stream: 'register-2026', data: { documentId: 'document-00000003' } },
  { stream: record, data: ours },
  { stream: 'register-2026', data: ours },
];

function lineOf(event: SampleEvent, index: number, revision: number): Uint8Array {
  const { stream, data, type = 'records.RecordNoted.v1', sealed = {} } = event;
  const id = `event-${String(index).padStart(4, '0')}`;
  const context = (field: string): FieldContext => ({ log: '1741000', stream, eventId: id, schema: type, field });
  const fields = Object.entries(sealed).map(([field, value]) => [
    field,
    { ...sealField({ keyName: `content:${documentId}`, key, context: context(field), value }) },
  ]);
  return canonicalBytes({
    id,
    type,
    log: '1741000',
    stream,
    revision,
    recordedAt: '2026-03-02T00:00:00.000Z',
    actor: 'person-00001',
    commandId: `command-${index}`,
    commandMac: 'ab',
    correlationId: 'correlation-1',
    causationId: 'causation-1',
    data,
    ...(fields.length === 0 ? {} : { sealed: Object.fromEntries(fields) }),
  });
}

function linesOf(events: readonly SampleEvent[]): readonly Uint8Array[] {
  const next = new Map<string, number>();
  return events.map((event, index) => {
    const revision = next.get(event.stream) ?? 0;
    next.set(event.stream, revision + 1);
    return lineOf(event, index, revision);
  });
}

const leafOf = (line: Uint8Array | undefined) => Buffer.from(leafHash(line ?? new Uint8Array())).toString('hex');

function closing(lines: readonly Uint8Array[]): SampleEvent {
  const streams = [
    { stream: `draft-${documentId}`, whole: true, events: 2, revision: 1, leaf: leafOf(lines[3]) },
    { stream: 'register-2026', whole: false, events: 2, revision: 3, leaf: leafOf(lines[8]) },
    { stream: record, whole: true, events: 2, revision: 1, leaf: leafOf(lines[7]) },
  ];
  return {
    stream: record,
    type: 'records.HistoryClosed.v1',
    data: { documentId, transferId: 'transfer-00000001', streams },
  };
}

const isOurs = ({ data }: SampleEvent) => data['documentId'] === documentId;

export type SampleHistory = Awaited<ReturnType<typeof sampleHistory>>;

/** A log of eleven events, six of them and the closing one of one record, as they lie in a package. */
export async function sampleHistory(privateKey = generateKeyPairSync('ed25519').privateKey) {
  const events = [...before, closing(linesOf(before)), { stream: record, data: ours }];
  const log = linesOf(events);
  const tree = createTree();
  for (const line of log) tree.append(leafHash(line));
  const signer = noteSigner({ name: origin, privateKey });
  const at = '2026-03-02T00:00:00.000Z';
  const checkpoint = await signCheckpoint({ origin, size: tree.size, root: tree.root() }, [signer], at);
  const proofOf = (index: number) =>
    Buffer.from(formatProof({ index, hashes: tree.inclusionProof(index), checkpoint }));
  const places = events.slice(0, 10).flatMap((event, index) => (isOurs(event) ? [index] : []));
  const lines = places.flatMap((index) => log[index] ?? []);
  const opened = await openedOf(lines);
  return {
    /** Of the record, the closing event last. */
    lines,
    /** The whole log; the last event came after the history was closed. */
    log,
    opened,
    proofOf,
    checkpoint,
    proofs: new Map(places.map((index) => [`event-${String(index).padStart(4, '0')}`, proofOf(index)])),
    anchors: { ...noAnchors, witnesses: [signer.verifierKey] },
    verifierKey: signer.verifierKey,
    files: { history: writeHistory(lines), opened: writeOpened(opened) },
  };
}

function openedOf(lines: readonly Uint8Array[]): Promise<readonly OpenedField[]> {
  const envelopes = lines.flatMap((line) => readEnvelope(line) ?? []);
  return openedFieldsOf({ find: async () => key }, envelopes);
}
