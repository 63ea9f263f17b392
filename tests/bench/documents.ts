import { createHash } from 'node:crypto';
import { canonicalBytes, type Json } from '@sillok/kernel';

/** How documents lie in folders and units; these grow in number, not in size. */
export const inFolder = 100;
export const inUnit = 1_000;
/** As many are due of each kind, however many documents there are. */
export const due = 5;

export interface SampleEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, Json>>;
  readonly title: string;
}

export const folderId = (folder: number): string => `folder-${pad(folder)}`;
export const unitId = (unit: number): string => `unit-${pad(unit)}`;
export const documentId = (document: number): string => `document-${pad(document)}`;

/** A unit in which three documents came into being, the first of all. */
export const quietUnit = 'unit-quiet000';

/** An instant of its own for each document, in order, over some ten years. */
export function instantOf(document: number): string {
  return new Date(Date.UTC(2014, 2, 1) + document * 300_000).toISOString();
}

/** The folder of every hundredth document, opened before it and closed: five of all so early that they are due. */
export function folderEvents(folder: number): readonly SampleEvent[] {
  const unit = unitId(Math.floor((folder * inFolder) / inUnit));
  const common = { folderId: folderId(folder), retention: 'y10' };
  const start = folder < due ? '2015-01-01' : '2035-01-01';
  const title = `철 ${folder}`;
  return [
    {
      type: 'records.FolderOpened.v1',
      data: { ...common, unitId: unit, unitTaskId: 'task-00000001', year: 2014, multiYear: false },
      title,
    },
    {
      type: 'records.FolderClosed.v1',
      data: {
        ...common,
        on: '2014-12-31',
        retentionStart: start,
        expiresOn: '2045-01-01',
        place: [],
        packDigest: digestOf('pack'),
      },
      title,
    },
  ];
}

/** From the opened case to the sealed copy: what the list of records is made of. */
export function documentEvents(document: number): readonly SampleEvent[] {
  const id = documentId(document);
  const at = instantOf(document);
  const folder = folderId(Math.floor(document / inFolder));
  const unit = document < 3 ? quietUnit : unitId(Math.floor(document / inUnit));
  const register = { scope: 'bench', year: 2014, book: 'main' };
  const isOpen = document >= due;
  const disclosure = { class: isOpen ? 'open' : 'closed', grounds: isOpen ? [] : ['9-1-6'] };
  const classification = {
    form: 'letter',
    language: 'ko',
    unitTaskId: 'task-00000001',
    folderId: folder,
    matter: 'matter',
    disclosure,
    important: false,
  };
  const texts = { textAddress: digestOf(`text ${document}`), paperAddress: digestOf(`paper ${document}`) };
  const title = titleOf(document);
  const established = {
    documentId: id,
    at,
    version: 1,
    unitId: unit,
    drafterId: 'person-00001',
    approverId: 'person-00002',
    outgoing: false,
    classification,
    register,
    ...texts,
    manifestAddress: digestOf(`manifest ${document}`),
    packDigest: digestOf('pack'),
  };
  const registered = {
    documentId: id,
    number: document + 1,
    register,
    display: `과-${document + 1}`,
    folderId: folder,
    unitId: unit,
    establishmentEventId: `established-${document}`,
    establishedAt: at,
    classification,
    ...texts,
  };
  const sealed = {
    documentId: id,
    sealId: 'seal-000001',
    sealVersion: 1,
    recordCopyAddress: digestOf(`copy ${document}`),
    recordCopyBytes: 100_000,
    evidenceAddress: digestOf(`evidence ${document}`),
  };
  const opened = {
    documentId: id,
    drafterId: 'person-00001',
    unitId: unit,
    classification,
    textAddress: texts.textAddress,
    attachments: [],
    outgoing: false,
    line: lineOf(document, unit),
    basis: { level: 'head', directoryEventId: 'event-00000000' },
    packDigest: digestOf('pack'),
    submissionEventId: `submitted-${document}`,
  };
  return [
    { type: 'approval.CaseOpened.v1', data: opened, title },
    { type: 'approval.DocumentEstablished.v1', data: established, title },
    { type: 'records.RecordRegistered.v1', data: registered, title },
    { type: 'records.RecordSealed.v1', data: sealed, title },
  ];
}

/** The same as a unit of description in the public zone of the archives, under that of its folder. */
export function describedItem(document: number): SampleEvent {
  return described(`item-${pad(document)}`, `file-${pad(Math.floor(document / inFolder))}`, 'item', document);
}

export function describedFile(folder: number): SampleEvent {
  return described(`file-${pad(folder)}`, null, 'file', folder * inFolder);
}

function described(id: string, parentId: string | null, level: string, document: number): SampleEvent {
  const day = instantOf(document).slice(0, 10);
  const data = {
    descriptionId: id,
    parentId,
    level,
    referenceCode: id,
    creatorId: 'bench',
    dates: { from: day, to: day },
    packageId: level === 'item' ? 'package-00001' : null,
    documentId: level === 'item' ? documentId(document) : null,
    disclosure: { class: 'open', grounds: [] },
    describedBy: 'person-00001',
  };
  return { type: 'archive.UnitDescribed.v1', data, title: titleOf(document) };
}

/** Ten clerks in a unit, with one reviewer and one approver. */
function lineOf(document: number, unit: string): readonly Json[] {
  const steps = {
    drafter: `clerk-${document % 10}-${unit}`,
    reviewer: `reviewer-${unit}`,
    approver: `approver-${unit}`,
  };
  return Object.entries(steps).map(([role, personId], index) => ({
    step: index + 1,
    role,
    personId,
    appointmentId: `post-${personId}`,
    unitId: unit,
    position: role,
  }));
}

/** One word that all have, two that each seventieth and hundredth has, and a number that is its own. */
function titleOf(document: number): string {
  const matters = ['road', 'water', 'school', 'forest', 'harbour', 'bridge', 'market'];
  const matter = matters[document % matters.length] ?? '';
  return `Notice ${matter} ward${pad(document % 101)} n${pad(document)} 알림`;
}

/** The envelope as the journal would write it; without what it seals, for keys are another benchmark. */
export function envelopeOf(
  { type, data }: SampleEvent,
  index: number,
): { readonly id: string; readonly stream: string; readonly bytes: Uint8Array } {
  const id = `event-${pad(index)}`;
  const stream = `stream-${digestOf(id).slice(0, 32)}`;
  const command = { commandId: id, commandMac: digestOf('mac'), correlationId: id, causationId: id };
  const recordedAt = instantOf(index);
  const envelope = { id, type, log: 'bench', stream, revision: 0, recordedAt, actor: 'person-00001', ...command, data };
  return { id, stream, bytes: canonicalBytes(envelope) };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function pad(value: number): string {
  return String(value).padStart(8, '0');
}
