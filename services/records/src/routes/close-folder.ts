import { dateAt } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { isRefusal, refuse } from '@sillok/kernel';
import { folderAnswer, folderParams } from '@sillok/schemas/api/records/record';
import { commandOf, personOf } from '@sillok/service-context';
import { closingCommand } from '../closing/closing-command.ts';
import type { RecordsContext } from '../context.ts';
import { folderDecider, folderStream } from '../folder/decide.ts';
import { mayKeepFolders } from '../folder/may-keep-folders.ts';

export function closeFolderRoute(context: RecordsContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/records/folders/:folderId/closing',
    operationId: 'CloseFolder',
    summary: 'Close a folder: nothing new can be drafted into it, and its retention is counted from here',
    tag: 'records',
    access: 'signed-in',
    roles: ['departmental-records-officer', 'records-officer'],
    command: true,
    params: folderParams,
    response: folderAnswer,
    async handle(request) {
      const { folderId } = request.params;
      const directory = await context.directory.latest();
      const at = context.clock.now();
      const stream = folderStream(folderId);
      const state = await context.journal.stateOf(folderDecider, stream);
      // A folder that one may not see is no more there than one that never was.
      if (state.status === 'none' || !mayKeepFolders(directory, personOf(request).id, state.folder.unitId, at))
        return refuse('folder-unknown', 'folderId');
      const command = closingCommand(context, directory, folderId, dateAt(directory, at));
      if (isRefusal(command)) return command;
      const cause = commandOf(context, request, 'CloseFolder', [folderId]);
      const outcome = await context.journal.execute(folderDecider, stream, command, cause);
      return isRefusal(outcome) ? outcome : { folderId, status: 'closed' as const };
    },
  });
}
