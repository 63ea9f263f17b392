import { ministry } from '@sillok/authority/testing';
import type { Position } from '@sillok/event-store';
import type { RecordedEvent } from '@sillok/journal';
import { canonicalBytes, type Json } from '@sillok/kernel';
import type { HistoryClosed } from '@sillok/schemas/events/records/history-closed';
import type { Describing, ItemToDescribe, MeasuredFile } from './describing.ts';
import type { RecordHistory } from './record-history.ts';

export const documentId = 'document-00001';
export const folderId = 'folder-00001';
export const address = 'a'.repeat(64);
export const disclosureTask = 'task-disclosure';

/** What was said, and what of it opens. */
export interface Said {
  readonly type: string;
  readonly at?: string;
  readonly actor?: string;
  readonly data: Readonly<Record<string, Json>>;
  readonly opened?: Readonly<Record<string, Json>>;
}

/** As the log would hold it, in this order. */
export function historyOf(...said: readonly Said[]): RecordHistory {
  const closed: HistoryClosed['data'] = { documentId, transferId: 'transfer-0001', streams: [] };
  const opened = said.flatMap(({ opened: values = {} }, index) =>
    Object.entries(values).map(([field, value]) => ({ event: eventId(index), field, value, key: address })),
  );
  return { events: said.map(recorded), opened, closed };
}

export function eventId(index: number): string {
  return `event-${String(index).padStart(5, '0')}`;
}

function recorded(
  { type, data, at = '2026-03-02T00:00:00.000Z', actor = 'person-officer' }: Said,
  index: number,
): RecordedEvent {
  const envelope = {
    id: eventId(index),
    type,
    log: 'mois',
    stream: `record-${documentId}`,
    revision: index,
    recordedAt: at,
    actor,
    commandId: 'command-0001',
    commandMac: 'ab',
    correlationId: 'command-0001',
    causationId: 'command-0001',
    data,
  };
  // Nothing here compares positions.
  return { type, data, envelope, bytes: canonicalBytes(envelope), position: String(index) as Position };
}

export function fileOf(path: string, more: Partial<MeasuredFile> = {}): MeasuredFile {
  return {
    path,
    role: 'document',
    mediaType: 'application/pdf',
    createdAt: '2026-03-02T00:00:00.000Z',
    originalName: path.slice(path.lastIndexOf('/') + 1),
    eventId: eventId(0),
    read: async () => new Uint8Array([1]),
    sha256: address,
    bytes: 1,
    format: { name: 'Acrobat PDF/A', version: '2a', key: 'fmt/476' },
    ...more,
  };
}

export function itemOf(history: RecordHistory, more: Partial<ItemToDescribe> = {}): ItemToDescribe {
  return { documentId, history, files: [fileOf('data/document.pdf')], text: undefined, ...more };
}

/** The small Korean ministry of the authority's tests, which knows one other institution. */
export function describing(more: Partial<Describing> = {}): Describing {
  return {
    directory: ministry(),
    institutionId: 'mois',
    nameOfInstitution: (code) => (code === 'mopa' ? 'Ministry of Public Administration' : undefined),
    at: '2032-01-05T00:00:00.000Z',
    previousTransferId: null,
    ...more,
  };
}

const classification = {
  form: 'general-draft',
  language: 'ko',
  unitTaskId: disclosureTask,
  folderId,
  matter: 'routine',
  disclosure: { class: 'closed', grounds: ['5'] },
  important: false,
};

const register = { scope: 'division', year: 2026, book: 'register' };

const line = [
  { role: 'drafter', who: 'officer', position: '주무관' },
  { role: 'approver', who: 'division', position: '과장' },
].map(({ role, who, position }, index) => ({
  step: index + 1,
  role,
  personId: `person-${who}`,
  appointmentId: `post-${who}`,
  unitId: 'unit-division',
  position,
}));

function act(step: number, who: string): Record<string, Json> {
  return {
    documentId,
    version: 1,
    step,
    personId: `person-${who}`,
    appointmentId: `post-${who}`,
    statementAddress: address,
    signatureAddress: address,
    certificateDigest: address,
    controlClass: 'demo-software',
  };
}

/** A document that the officer drafted and that was approved with an opinion in the head's place. */
export function established(): readonly Said[] {
  return [
    {
      type: 'approval.CaseOpened.v1',
      data: {
        documentId,
        drafterId: 'person-officer',
        unitId: 'unit-division',
        classification,
        textAddress: address,
        attachments: [],
        outgoing: true,
        line,
        basis: { level: 'division-head', directoryEventId: 'event-00001' },
        packDigest: address,
        submissionEventId: 'event-00000',
      },
    },
    { type: 'approval.SubmissionSigned.v1', at: '2026-03-02T01:00:00.000Z', data: act(1, 'officer') },
    {
      type: 'approval.DocumentApproved.v1',
      at: '2026-03-02T02:00:00.000Z',
      data: { ...act(2, 'second'), principalId: 'person-division', mode: 'proxy' },
      opened: { opinion: '신속히 처리할 것' },
    },
    {
      type: 'approval.DocumentEstablished.v1',
      at: '2026-03-02T02:00:00.000Z',
      data: {
        documentId,
        at: '2026-03-02T02:00:00.000Z',
        version: 1,
        unitId: 'unit-division',
        drafterId: 'person-officer',
        approverId: 'person-second',
        outgoing: true,
        classification,
        register,
        textAddress: address,
        paperAddress: address,
        manifestAddress: address,
        packDigest: address,
      },
    },
    {
      type: 'records.RecordRegistered.v1',
      at: '2026-03-02T02:00:01.000Z',
      data: {
        documentId,
        number: 7,
        register,
        display: '정보공개정책과-7',
        folderId,
        unitId: 'unit-division',
        establishmentEventId: eventId(3),
        establishedAt: '2026-03-02T02:00:00.000Z',
        classification,
        textAddress: address,
        paperAddress: address,
      },
      opened: { title: '정보공개 청구 결정 통지' },
    },
  ];
}

/** A document that came over exchange and was received. */
export function received(): readonly Said[] {
  const way = { documentId, senderId: 'mopa', dispatchId: 'dispatch-0001', senderNumber: 'MOPA-12' };
  return [
    {
      type: 'distribution.DocumentArrived.v1',
      data: {
        ...way,
        sequence: 3,
        sentAt: '2026-03-03T00:00:00.000Z',
        effectiveAt: '2026-03-03T00:00:05.000Z',
        messageAddress: address,
        containerDigest: address,
        messageDigest: address,
        copyAddress: address,
      },
      opened: { title: 'A question' },
    },
    {
      type: 'records.ReceiptRegistered.v1',
      data: {
        ...way,
        number: 8,
        register,
        display: '정보공개정책과-8',
        folderId,
        unitId: 'unit-division',
        receiptEventId: eventId(0),
        receivedAt: '2026-03-04T00:00:00.000Z',
        arrivedAt: '2026-03-03T00:00:05.000Z',
      },
      opened: { title: 'A question' },
    },
  ];
}

/** A citizen's letter on paper. */
export function scanned(): readonly Said[] {
  const scan = { scanAddress: address, scanBytes: 1, mediaType: 'image/tiff', arrivedOn: '2026-03-05' };
  return [
    {
      type: 'distribution.PaperScanned.v1',
      data: {
        ...scan,
        documentId,
        scannedAt: '2026-03-05T03:00:00.000Z',
        personId: 'person-officer',
        pages: 1,
        process: { resolution: 300, colour: 'colour', device: 'scanner', software: 'scan 1' },
        original: { medium: 'paper', location: 'B-12' },
      },
      opened: { title: '민원', senderName: '홍길동' },
    },
    {
      type: 'records.PaperRegistered.v1',
      data: {
        ...scan,
        documentId,
        number: 9,
        register,
        display: '정보공개정책과-9',
        folderId,
        unitId: 'unit-division',
        unitTaskId: disclosureTask,
        receiptEventId: eventId(0),
        receivedAt: '2026-03-05T05:00:00.000Z',
        disclosure: { class: 'closed', grounds: ['6'] },
        language: 'ko',
      },
      opened: { title: '민원' },
    },
  ];
}

export function reviewed(to: 'open' | 'partial', grounds: readonly string[], on: string): Said {
  return {
    type: 'records.DisclosureReviewed.v1',
    at: `${on}T03:00:00.000Z`,
    data: { documentId, from: { class: 'closed', grounds: ['5'] }, to: { class: to, grounds: [...grounds] }, on },
  };
}

export function folder(retention: string, expiresOn: string | null): readonly Said[] {
  return [
    {
      type: 'records.FolderOpened.v1',
      at: '2025-12-31T16:00:00.000Z',
      data: { folderId, unitId: 'unit-division', unitTaskId: disclosureTask, year: 2026, retention, multiYear: false },
      opened: { title: '2026년 정보공개' },
    },
    {
      type: 'records.FolderClosed.v1',
      at: '2026-12-31T15:00:00.000Z',
      data: {
        folderId,
        on: '2026-12-31',
        retention,
        retentionStart: '2027-01-01',
        expiresOn,
        place: [{ ...register, number: 9 }],
        packDigest: address,
      },
    },
  ];
}
