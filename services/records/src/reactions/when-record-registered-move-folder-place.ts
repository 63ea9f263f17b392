import { startReaction } from '@sillok/jobs';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { folderClosed } from '@sillok/schemas/events/records/folder-closed';
import type { FolderPlaceMoved } from '@sillok/schemas/events/records/folder-place-moved';
import { paperRegistered } from '@sillok/schemas/events/records/paper-registered';
import { receiptRegistered } from '@sillok/schemas/events/records/receipt-registered';
import { recordRegistered } from '@sillok/schemas/events/records/record-registered';
import { commandAfter, type ServiceContext } from '@sillok/service-context';
import { folderDecider, folderStream } from '../folder/decide.ts';
import { registerStream } from '../register/decide.ts';

type Registering = Pick<ServiceContext, 'store' | 'catalogue' | 'journal' | 'onAlarm'>;
type Filed = FolderPlaceMoved['data'];

/**
 * What comes into being while its folder closes may be numbered behind the place that the closing states. It lies in the
 * folder all the same, so the folder says at which later place it ends; nothing slips in behind it unsaid.
 */
export function whenRecordRegisteredMoveFolderPlace(context: Registering) {
  // The newest of each register for each folder, as far as the log was read.
  const newest = new Map<string, Map<string, Filed>>();
  return startReaction({
    name: 'when-record-registered-move-folder-place',
    store: context.store,
    catalogue: context.catalogue,
    filter: {
      typePrefixes: [recordRegistered, receiptRegistered, paperRegistered, folderClosed].map((one) => one.type),
    },
    onAlarm: context.onAlarm,
    async react(event) {
      if (event.type === folderClosed.type) {
        const { folderId } = folderClosed.data.parse(event.data);
        for (const filed of newest.get(folderId)?.values() ?? []) await movePlace(context, event, filed);
        return;
      }
      const { documentId, folderId, register, number } = registration.parse(event.data);
      const filed = { folderId, documentId, place: { ...register, number } };
      newest.set(folderId, (newest.get(folderId) ?? new Map()).set(registerStream(register), filed));
      await movePlace(context, event, filed);
    },
  });
}

const registration = recordRegistered.data
  .pick({ documentId: true, folderId: true, register: true, number: true })
  .loose();

async function movePlace(context: Registering, event: RecordedEvent, moved: Filed): Promise<void> {
  const cause = commandAfter('records', `MoveFolderPlace ${registerStream(moved.place)}`, event);
  const stream = folderStream(moved.folderId);
  const outcome = await context.journal.execute(folderDecider, stream, { type: 'MoveFolderPlace', moved }, cause);
  // A log that holds no such folder has nothing to move.
  if (isRefusal(outcome) && outcome.refused !== 'folder-unknown') throw refusalAsError(outcome);
}
