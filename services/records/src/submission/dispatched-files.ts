import type { RecordedEvent } from '@sillok/journal';
import { dispatchAccepted } from '@sillok/schemas/events/distribution/dispatch-accepted';
import { dispatchArrived } from '@sillok/schemas/events/distribution/dispatch-arrived';
import { dispatchFailed } from '@sillok/schemas/events/distribution/dispatch-failed';
import { dispatchReceived } from '@sillok/schemas/events/distribution/dispatch-received';
import { dispatchReturned } from '@sillok/schemas/events/distribution/dispatch-returned';
import { documentDispatched } from '@sillok/schemas/events/distribution/document-dispatched';
import { z } from 'zod';
import type { RecordsContext } from '../context.ts';
import { acknowledgementFiles } from './acknowledgement-files.ts';
import { eventsOfType } from './events-of-type.ts';
import { asicMediaType, type ItemFile, placed } from './item-file.ts';
import type { History } from './record-history.ts';

const kinds: ReadonlyMap<string, string> = new Map([
  [dispatchArrived.type, 'arrive'],
  [dispatchReceived.type, 'receive'],
  [dispatchAccepted.type, 'accept'],
  [dispatchFailed.type, 'fail'],
  [dispatchReturned.type, 'return'],
]);

type Reading = Pick<RecordsContext, 'contents'>;

/** Of a document that we sent: to each recipient the container that left, and what came back. */
export function dispatchedFiles(context: Reading, { events }: History): readonly ItemFile[] {
  return eventsOfType(events, documentDispatched).flatMap(({ envelope, data }, index) => {
    const { documentId, dispatchId, recipientId, messageAddress } = data;
    const folder = `data/dispatched/${placed(index)}-${recipientId}`;
    const exchange: ItemFile = {
      path: `${folder}/exchange.asice`,
      role: 'exchange',
      mediaType: asicMediaType,
      createdAt: envelope.recordedAt,
      originalName: 'exchange.asice',
      eventId: envelope.id,
      read: () => context.contents.get(documentId, messageAddress),
    };
    return [exchange, ...answersTo(context, events, { dispatchId, folder })];
  });
}

const answered = z.looseObject({ dispatchId: z.string(), documentId: z.string(), acknowledgementAddress: z.string() });

function answersTo(
  context: Reading,
  events: readonly RecordedEvent[],
  { dispatchId, folder }: { readonly dispatchId: string; readonly folder: string },
): readonly ItemFile[] {
  const answers = events.flatMap(({ type, data, envelope }) => {
    const kind = kinds.get(type);
    const said = kind === undefined ? undefined : answered.safeParse(data).data;
    return said?.dispatchId === dispatchId ? [{ kind, said, envelope }] : [];
  });
  return answers.flatMap(({ kind, said, envelope }, index) =>
    acknowledgementFiles(context, {
      documentId: said.documentId,
      address: said.acknowledgementAddress,
      eventId: envelope.id,
      createdAt: envelope.recordedAt,
      path: `${folder}/acknowledgements/${placed(index)}-${kind}`,
    }),
  );
}
