import { readAsic } from '@sillok/exchange-container';
import { acknowledgementIssued } from '@sillok/schemas/events/distribution/acknowledgement-issued';
import { documentArrived } from '@sillok/schemas/events/distribution/document-arrived';
import type { RecordsContext } from '../context.ts';
import { acknowledgementFiles } from './acknowledgement-files.ts';
import { eventsOfType, lastOfType, type TypedEvent } from './events-of-type.ts';
import { asicMediaType, type ItemFile, placed } from './item-file.ts';
import type { History } from './record-history.ts';
import { safeFileName } from './safe-file-name.ts';

type Reading = Pick<RecordsContext, 'contents'>;

/** Of a document that came over exchange: the copy, what came with it, the container it came in, and what we answered. */
export async function receivedFiles(context: Reading, { events }: History): Promise<readonly ItemFile[]> {
  const arrived = lastOfType(events, documentArrived);
  if (arrived === undefined) return [];
  const { documentId, copyAddress, messageAddress } = arrived.data;
  const common = { createdAt: arrived.envelope.recordedAt, eventId: arrived.envelope.id };
  const message = () => context.contents.get(documentId, messageAddress);
  return [
    {
      ...common,
      path: 'data/document.pdf',
      role: 'document',
      mediaType: 'application/pdf',
      originalName: 'document.pdf',
      read: () => context.contents.get(documentId, copyAddress),
    },
    ...(await attachmentsIn(message, arrived)),
    {
      ...common,
      path: 'data/exchange.asice',
      role: 'exchange',
      mediaType: asicMediaType,
      originalName: 'exchange.asice',
      read: message,
    },
    ...eventsOfType(events, acknowledgementIssued).flatMap(({ envelope, data }, index) =>
      acknowledgementFiles(context, {
        documentId,
        address: data.acknowledgementAddress,
        eventId: envelope.id,
        createdAt: envelope.recordedAt,
        path: `data/acknowledgements/${placed(index)}-${data.kind}`,
      }),
    ),
  ];
}

const folder = 'attachments/';

async function attachmentsIn(
  message: () => Promise<Uint8Array>,
  { envelope }: TypedEvent<unknown>,
): Promise<readonly ItemFile[]> {
  const filesIn = async () => (await readAsic(await message())).files.filter(({ name }) => name.startsWith(folder));
  return (await filesIn()).map(({ name, mediaType }, index) => ({
    path: `data/attachments/${placed(index)}-${safeFileName(name.slice(folder.length))}`,
    role: 'attachment',
    mediaType,
    createdAt: envelope.recordedAt,
    originalName: name.slice(folder.length),
    eventId: envelope.id,
    read: async () => (await filesIn()).find((one) => one.name === name)?.bytes ?? new Uint8Array(),
  }));
}
