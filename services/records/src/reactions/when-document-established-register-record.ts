import { startReaction } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { documentEstablished } from '@sillok/schemas/events/approval/document-established';
import { documentReceived } from '@sillok/schemas/events/distribution/document-received';
import { paperReceived } from '@sillok/schemas/events/distribution/paper-received';
import type { RecordRegistered } from '@sillok/schemas/events/records/record-registered';
import { line } from '@sillok/schemas/vocabulary/primitives';
import { commandAfter, type ServiceContext } from '@sillok/service-context';

import { type RegisterCommand, registerDecider, registerStream } from '../register/decide.ts';
import { numberingOf } from '../register/numbering-of.ts';

interface Registration {
  readonly register: RecordRegistered['data']['register'];
  readonly command: RegisterCommand;
}

const registrations: Readonly<
  Record<string, (context: ServiceContext, event: RecordedEvent) => Promise<Registration>>
> = {
  [documentEstablished.type]: ofOwn,
  [documentReceived.type]: ofReceipt,
  [paperReceived.type]: ofPaper,
};

/** The one consumer that numbers: establishments and receipts in log order, each once, the folder in the same event. */
export function whenDocumentEstablishedRegisterRecord(context: ServiceContext) {
  return startReaction({
    name: 'when-document-established-register-record',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: Object.keys(registrations) },
    onAlarm: context.onAlarm,
    async react(event) {
      const registration = await registrations[event.type]?.(context, event);
      if (registration === undefined) return;
      const { register, command } = registration;
      const outcome = await context.journal.execute(
        registerDecider,
        registerStream(register),
        command,
        commandAfter('records', command.type, event),
      );
      if (isRefusal(outcome)) throw refusalAsError(outcome);
    },
  });
}

async function ofOwn(context: ServiceContext, event: RecordedEvent): Promise<Registration> {
  const established = documentEstablished.data.parse(event.data);
  const { documentId, register, classification, unitId, textAddress, paperAddress, at } = established;
  return {
    register,
    command: {
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
    },
  };
}

async function ofReceipt(context: ServiceContext, event: RecordedEvent): Promise<Registration> {
  const received = documentReceived.data.parse(event.data);
  const { personId: _, at, ...pinned } = received;
  return {
    register: received.register,
    command: {
      type: 'RegisterReceipt',
      receipt: { ...pinned, receiptEventId: event.envelope.id, receivedAt: at },
      ...numberingOf(await context.directory.latest(), received, 'receipts'),
      title: await titleOf(context, event),
    },
  };
}

async function ofPaper(context: ServiceContext, event: RecordedEvent): Promise<Registration> {
  const received = paperReceived.data.parse(event.data);
  const { personId: _, at, ...pinned } = received;
  return {
    register: received.register,
    command: {
      type: 'RegisterPaper',
      paper: { ...pinned, receiptEventId: event.envelope.id, receivedAt: at },
      ...numberingOf(await context.directory.latest(), received, 'receipts'),
      title: await titleOf(context, event),
    },
  };
}

async function titleOf(context: ServiceContext, event: RecordedEvent): Promise<string> {
  return line.catch('–').parse((await context.journal.open(event))['title']);
}
