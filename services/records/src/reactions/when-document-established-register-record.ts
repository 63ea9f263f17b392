import { startReaction } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { type DocumentEstablished, documentEstablished } from '@sillok/schemas/events/approval/document-established';
import { type DocumentReceived, documentReceived } from '@sillok/schemas/events/distribution/document-received';
import { line } from '@sillok/schemas/vocabulary/primitives';
import { commandAfter, type ServiceContext } from '@sillok/service-context';

import type { RegisterReceipt } from '../register/commands/register-receipt.ts';
import type { RegisterRecord } from '../register/commands/register-record.ts';
import { registerDecider, registerStream } from '../register/decide.ts';
import { numberingOf } from '../register/numbering-of.ts';

/** The one consumer that numbers: establishments and receipts in log order, each once, the folder in the same event. */
export function whenDocumentEstablishedRegisterRecord(context: ServiceContext) {
  return startReaction({
    name: 'when-document-established-register-record',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [documentEstablished.type, documentReceived.type] },
    onAlarm: context.onAlarm,
    async react(event) {
      const isOwn = event.type === documentEstablished.type;
      const command = isOwn
        ? await registration(context, event, documentEstablished.data.parse(event.data))
        : await receipt(context, event, documentReceived.data.parse(event.data));
      const outcome = await context.journal.execute(
        registerDecider,
        registerStream(command.type === 'RegisterRecord' ? command.record.register : command.receipt.register),
        command,
        commandAfter('records', command.type, event),
      );
      if (isRefusal(outcome)) throw refusalAsError(outcome);
    },
  });
}

async function registration(
  context: ServiceContext,
  event: RecordedEvent,
  established: DocumentEstablished['data'],
): Promise<RegisterRecord> {
  const { documentId, register, classification, unitId, textAddress, paperAddress, at } = established;
  return {
    type: 'RegisterRecord',
    record: {
      documentId,
      register,
      folderId: classification.folderId,
      unitId,
      establishmentEventId: event.envelope.id,
      establishedAt: at,
      classification,
      textAddress,
      paperAddress,
    },
    ...numberingOf(await context.directory.latest(), established, 'records'),
    title: await titleOf(context, event),
  };
}

async function receipt(
  context: ServiceContext,
  event: RecordedEvent,
  received: DocumentReceived['data'],
): Promise<RegisterReceipt> {
  const { documentId, register, folderId, unitId, at, arrivedAt, senderId, senderNumber, dispatchId } = received;
  return {
    type: 'RegisterReceipt',
    receipt: {
      documentId,
      register,
      folderId,
      unitId,
      receiptEventId: event.envelope.id,
      receivedAt: at,
      arrivedAt,
      senderId,
      senderNumber,
      dispatchId,
    },
    ...numberingOf(await context.directory.latest(), received, 'receipts'),
    title: await titleOf(context, event),
  };
}

async function titleOf(context: ServiceContext, event: RecordedEvent): Promise<string> {
  return line.catch('–').parse((await context.journal.open(event))['title']);
}
