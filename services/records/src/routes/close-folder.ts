import { dateAt } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { folderAnswer, folderParams } from '@sillok/schemas/api/records/record';
import { commandOf } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { folderDecider, folderStream } from '../folder/decide.ts';

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
      const on = dateAt(await context.directory.latest(), context.clock.now());
      const command = commandOf(context, request, 'CloseFolder', [folderId]);
      const outcome = await context.journal.execute(
        folderDecider,
        folderStream(folderId),
        { type: 'CloseFolder', folderId, on },
        command,
      );
      return isRefusal(outcome) ? outcome : { folderId, status: 'closed' as const };
    },
  });
}
