import { created, defineRoute } from '@sillok/http-service';
import type { CommandContext } from '@sillok/journal';
import { isRefusal, refuse } from '@sillok/kernel';
import { folderParams } from '@sillok/schemas/api/records/record';
import { transferDone, transferOrder } from '@sillok/schemas/api/records/transfer';
import { commandOf, personOf } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { folderDecider, folderStream } from '../folder/decide.ts';
import { mayKeepFolders } from '../folder/may-keep-folders.ts';
import { transfersOf } from '../reading/reading-transfer.ts';
import { transferCommand } from '../sending/transfer-command.ts';
import { transferDecider, transferStream } from '../transfer/decide.ts';

export function prepareTransferRoute(context: RecordsContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/records/folders/:folderId/transfers',
    operationId: 'PrepareTransfer',
    summary: 'Send a folder, or what is left of it, to the archives (이관)',
    tag: 'records',
    access: 'signed-in',
    roles: ['records-officer'],
    command: true,
    params: folderParams,
    body: transferOrder,
    response: transferDone,
    async handle(request) {
      const { folderId } = request.params;
      const { archivesId, agreement = null } = request.body;
      const person = personOf(request);
      const at = context.clock.now();
      const directory = await context.directory.latest();
      const folder = await context.journal.stateOf(folderDecider, folderStream(folderId));
      if (folder.status === 'none' || !mayKeepFolders(directory, person.id, folder.folder.unitId, at))
        return refuse('folder-unknown', 'folderId');
      const cause = commandOf(context, request, 'PrepareTransfer', [folderId, request.body]);
      const before = await preparedBefore(context, folderId, cause);
      if (isRefusal(before)) return before;
      if (before !== undefined) return answerOf(before);
      const order = { archivesId, agreement, preparedBy: person.id, at };
      const command = await transferCommand(context, directory, folder, order);
      if (isRefusal(command)) return command;
      const { transferId } = command.transfer;
      const outcome = await context.journal.execute(transferDecider, transferStream(transferId), command, cause);
      if (isRefusal(outcome)) return outcome;
      await context.transfers.reached(outcome.position);
      return answerOf(transferId);
    },
  });
}

function answerOf(transferId: string) {
  return created({ transferId, status: 'prepared' as const }, `/api/records/transfers/${transferId}`);
}

/** Each attempt has a stream of its own; whoever asks again is answered from the one that they had asked for. */
async function preparedBefore(context: RecordsContext, folderId: string, cause: CommandContext) {
  for (const { prepared } of await transfersOf(context, folderId)) {
    const { transferId } = prepared;
    const before = await context.journal.appliedBefore(transferDecider, transferStream(transferId), cause);
    if (before !== undefined) return isRefusal(before) ? before : transferId;
  }
  return undefined;
}
