import { type DirectoryState, dateAt, packInForce } from '@sillok/authority';
import { startReaction } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { type DocumentEstablished, documentEstablished } from '@sillok/schemas/events/approval/document-established';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import { line } from '@sillok/schemas/vocabulary/primitives';
import { commandAfter, type ServiceContext } from '@sillok/service-context';
import { type RegisterRecord, registerDecider, registerStream } from '../register/decide.ts';

/** The one consumer that numbers: in log order, each establishment once, the folder in the same event. */
export function whenDocumentEstablishedRegisterRecord(context: ServiceContext) {
  return startReaction({
    name: 'when-document-established-register-record',
    store: context.store,
    catalogue: context.catalogue,
    filter: { typePrefixes: [documentEstablished.type] },
    onAlarm: context.onAlarm,
    async react(event) {
      const established = documentEstablished.data.parse(event.data);
      const outcome = await context.journal.execute(
        registerDecider,
        registerStream(established.register),
        await registration(context, event, established),
        commandAfter('records', 'RegisterRecord', event),
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
  const directory = await context.directory.latest();
  const opened = await context.journal.open(event);
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
    ...numberingOf(directory, established),
    title: line.catch('–').parse(opened['title']),
  };
}

/** As the pack had it at the establishment, not as it is now: a number never depends on when it was given. */
function numberingOf(directory: DirectoryState, { at, unitId, register }: DocumentEstablished['data']) {
  const on = dateAt(directory, at);
  const rule = inForce(packInForce(directory, on)?.pack.numbering ?? [], on);
  const displayPattern = (rule?.display ?? '{number}')
    .replace('{unit}', () => directory.units.get(unitId)?.name ?? register.scope)
    .replace('{institution}', () => directory.institution?.code ?? register.scope)
    .replace('{year}', String(register.year));
  return { openingNumber: rule?.openingNumber ?? 0, displayPattern };
}
