import { dateAt } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { isRefusal, refuse } from '@sillok/kernel';
import { folderAnswer, folderParams } from '@sillok/schemas/api/records/record';
import { commandOf, personOf } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { folderDecider, folderStream } from '../folder/decide.ts';
import { mayKeepFolders } from '../folder/may-keep-folders.ts';

export function closeFolderRoute(context: RecordsContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/records/folders/:folderId/closing',
    operationId: 'CloseFolder',
    summary: 'Close a folder: nothing new can be drafted into it',
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
      const state = await context.journal.stateOf(folderDecider, folderStream(folderId));
      // A folder that one may not see is no more there than one that never was.
      if (state.status === 'none' || !mayKeepFolders(directory, personOf(request).id, state.folder.unitId, at))
        return refuse('folder-unknown', 'folderId');
      const command = commandOf(context, request, 'CloseFolder', [folderId]);
      const outcome = await context.journal.execute(
        folderDecider,
        folderStream(folderId),
        { type: 'CloseFolder', folderId, on: dateAt(directory, at) },
        command,
      );
      return isRefusal(outcome) ? outcome : { folderId, status: 'closed' as const };
    },
  });
}
