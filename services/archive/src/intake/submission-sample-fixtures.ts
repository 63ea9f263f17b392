import {
  bytesOf,
  type ErmsModel,
  type PlannedFile,
  type PlannedRepresentation,
  writeDc,
  writeErms,
  writePackage,
  writePremis,
} from '@sillok/archival-package';
import { writeHistory } from '@sillok/evidence/history';
import { canonicalBytes, type Json } from '@sillok/kernel';

export const sample = { transferId: 'transfer-0001', folderId: 'folder-0001', sender: 'mopa', archives: 'mois' };
export const documents = ['document-letter', 'document-report'] as const;
const createdAt = '2045-03-01T08:00:00.000Z';

export interface SampleChange {
  readonly transferId?: string;
  readonly sender?: string;
  readonly archives?: string;
  readonly kind?: 'SIP' | 'AIP';
  readonly label?: string;
  /** Files of the first record beside or instead of its own, by path. */
  readonly data?: Readonly<Record<string, Uint8Array>>;
  readonly title?: string;
  /** Who may see each record, as its history says; its metadata say that everybody may. */
  readonly disclosure?: 'open' | 'partial' | 'closed';
}

/** A folder of two records as another institution would send it. */
export async function sampleSubmission(
  sign: (mets: Uint8Array) => Promise<Uint8Array>,
  change: SampleChange = {},
): Promise<Uint8Array> {
  const { transferId, sender, archives } = { ...sample, ...change };
  const { bytes } = await writePackage(
    {
      kind: change.kind ?? 'SIP',
      packageId: transferId,
      label: change.label ?? 'Letters',
      createdAt,
      recordStatus: 'NEW',
      software: { name: 'Sillok', version: '0.1.0' },
      submitter: { name: 'Ministry', code: sender },
      creator: { name: 'Ministry', code: sender },
      preservation: { name: 'Archives', code: archives },
      references: { referenceCode: sample.folderId },
      descriptive: [{ ...file('metadata/descriptive/dc.xml', dc('Letters')), metadataType: 'DC' }],
      preservationMetadata: [
        { ...file('metadata/preservation/premis.xml', premis(transferId)), metadataType: 'PREMIS' },
      ],
      other: [other('metadata/other/history.jsonl', historyOf(`folder-${sample.folderId}`, []))],
      schemas: [file('schemas/envelope.schema.json', text('{}'))],
      documentation: [file('documentation/contents.txt', text('What lies where.'))],
      representations: documents.map((documentId, index) => representation(documentId, index, transferId, change)),
    },
    { sign },
  );
  return bytes;
}

function representation(
  documentId: string,
  index: number,
  transferId: string,
  { data = {}, title, disclosure = 'open' }: SampleChange,
): PlannedRepresentation {
  const own = { 'data/document.txt': text(`The text of ${documentId}.`), ...(index === 0 ? data : {}) };
  const model = modelOf(documentId, index, index === 0 ? title : undefined);
  return {
    name: `item-000${index + 1}`,
    label: documentId,
    contentInformationType: 'citserms_v3_0',
    data: [
      file('data/erms.xml', bytesOf(writeErms(model))),
      ...Object.entries(own).map(([path, bytes]) => file(path, bytes)),
    ],
    descriptive: [{ ...file('metadata/descriptive/dc.xml', dc(documentId)), metadataType: 'DC' }],
    preservation: [{ ...file('metadata/preservation/premis.xml', premis(documentId)), metadataType: 'PREMIS' }],
    other: [
      other(
        'metadata/other/history.jsonl',
        historyOf(`record-${documentId}`, [
          ['records.RecordRegistered.v1', registered(documentId, index, disclosure)],
          ['records.HistoryClosed.v1', closing(documentId, transferId)],
        ]),
      ),
    ],
  };
}

export function modelOf(documentId: string, index: number, title = `Letter ${index + 1}`): ErmsModel {
  return {
    identifier: documentId,
    createdAt,
    agency: { name: 'Ministry', code: sample.sender },
    folder: {
      id: sample.folderId,
      title: 'Letters',
      classification: [{ code: 'L', title: 'Letters' }],
      status: 'closed',
      openedOn: '2034-01-02',
      closedOn: '2034-12-31',
      agents: [],
    },
    records: [
      {
        id: documentId,
        title,
        type: 'produced',
        display: `M-${index + 1}`,
        number: index + 1,
        register: 'MOPA/2034/register',
        language: 'en',
        direction: 'internal',
        keywords: [],
        disclosure: { class: 'open', grounds: [] },
        createdAt: '2034-03-03T09:00:00.000Z',
        registeredAt: '2034-03-03T09:00:00.000Z',
        agents: [],
        actions: [],
        signatures: [],
        components: [{ name: 'document.txt', path: 'data/document.txt' }],
        physicalLocations: [],
        relations: [],
      },
    ],
  };
}

function registered(documentId: string, index: number, disclosure: string): Json {
  const classification = { disclosure: { class: disclosure, grounds: [] } };
  return { documentId, folderId: sample.folderId, display: `M-${index + 1}`, classification };
}

function closing(documentId: string, transferId: string): Json {
  const stream = { stream: `record-${documentId}`, whole: true, events: 1, revision: 0, leaf: 'a'.repeat(64) };
  return { documentId, transferId, streams: [stream] };
}

function historyOf(stream: string, events: readonly (readonly [type: string, data: Json])[]): Uint8Array {
  const all = events.length === 0 ? ([['records.FolderOpened.v1', { folderId: sample.folderId }]] as const) : events;
  return writeHistory(
    all.map(([type, data], revision) =>
      canonicalBytes({
        id: `${stream}-event-${revision}`,
        type,
        log: sample.sender,
        stream,
        revision,
        recordedAt: '2034-03-03T09:00:00.000Z',
        actor: 'service:records',
        commandId: `${stream}-${revision}`,
        commandMac: 'ab',
        correlationId: 'correlation',
        causationId: 'causation',
        data,
      }),
    ),
  );
}

function dc(title: string): Uint8Array {
  const empty = { creator: [], subject: [], contributor: [], date: [], format: [], identifier: [], language: [] };
  return bytesOf(writeDc({ ...empty, title, type: 'Collection', relation: [], rights: [] }));
}

function premis(id: string): Uint8Array {
  const object = { kind: 'intellectualEntity', id, relationships: [] } as const;
  return bytesOf(writePremis({ objects: [object], events: [], agents: [], rights: [] }));
}

function file(path: string, bytes: Uint8Array): PlannedFile {
  const mediaType = path.endsWith('.xml')
    ? 'application/xml'
    : path.endsWith('.pdf')
      ? 'application/pdf'
      : 'text/plain';
  return { path, mediaType, createdAt, content: () => bytes };
}

function other(path: string, bytes: Uint8Array) {
  return { ...file(path, bytes), metadataType: 'OTHER', otherType: 'SILLOK-HISTORY' } as const;
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
