import { documentEstablished } from '@sillok/schemas/events/approval/document-established';
import { recordSealed } from '@sillok/schemas/events/records/record-sealed';
import { submittedText } from '@sillok/schemas/vocabulary/official-document';
import type { RecordsContext } from '../context.ts';
import { lastOfType } from './events-of-type.ts';
import { asicMediaType, type ItemFile, placed } from './item-file.ts';
import type { History } from './record-history.ts';
import { safeFileName } from './safe-file-name.ts';

type Reading = Pick<RecordsContext, 'contents'>;

/** Of a document of our own: the record copy, its attachments and its evidence container. */
export async function ownFiles(context: Reading, { events }: History): Promise<readonly ItemFile[]> {
  const sealed = lastOfType(events, recordSealed);
  if (sealed === undefined) return [];
  const { documentId, recordCopyAddress, evidenceAddress } = sealed.data;
  const common = { createdAt: sealed.envelope.recordedAt, eventId: sealed.envelope.id };
  return [
    {
      ...common,
      path: 'data/document.pdf',
      role: 'document',
      mediaType: 'application/pdf',
      originalName: 'document.pdf',
      read: () => context.contents.get(documentId, recordCopyAddress),
    },
    ...(await attachments(context, { events })),
    {
      ...common,
      path: 'data/evidence.asice',
      role: 'evidence',
      mediaType: asicMediaType,
      originalName: 'evidence.asice',
      read: () => context.contents.get(documentId, evidenceAddress),
    },
  ];
}

async function attachments(context: Reading, { events }: Pick<History, 'events'>): Promise<readonly ItemFile[]> {
  const established = lastOfType(events, documentEstablished);
  if (established === undefined) return [];
  const { documentId, textAddress } = established.data;
  const text = submittedText.parse(await context.contents.getJson(documentId, textAddress));
  return text.attachments.map(({ name, mediaType, address }, index) => ({
    path: `data/attachments/${placed(index)}-${safeFileName(name)}`,
    role: 'attachment',
    mediaType,
    createdAt: established.envelope.recordedAt,
    originalName: name,
    eventId: established.envelope.id,
    read: () => context.contents.get(documentId, address),
  }));
}
