import { created, defineRoute } from '@sillok/http-service';
import { nameBasedId } from '@sillok/journal';
import { isRefusal, refuse } from '@sillok/kernel';
import { checkText } from '@sillok/official-document';
import { folderAnswer, newFolder } from '@sillok/schemas/api/records/record';
import { commandOf, personOf } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { folderDecider, folderStream } from '../folder/decide.ts';
import { mayKeepFolders } from '../folder/may-keep-folders.ts';

export function openFolderRoute(context: RecordsContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/records/folders',
    operationId: 'OpenFolder',
    summary: 'Open a folder in a unit task for a year (기록물철)',
    tag: 'records',
    access: 'signed-in',
    roles: ['departmental-records-officer', 'records-officer'],
    command: true,
    body: newFolder,
    response: folderAnswer,
    async handle(request) {
      const { unitTaskId, year, title, multiYear = false } = request.body;
      const unprintable = checkText(title, 'title');
      if (unprintable !== undefined) return unprintable;
      const directory = await context.directory.latest();
      const task = directory.unitTasks.get(unitTaskId);
      if (task === undefined) return refuse('unit-task-unknown', 'unitTaskId');
      if (!mayKeepFolders(directory, personOf(request).id, task.unitId, context.clock.now()))
        return refuse('not-permitted', 'unitTaskId');
      const command = commandOf(context, request, 'OpenFolder', request.body);
      const folderId = nameBasedId('folder', command.commandId);
      const folder = { folderId, unitId: task.unitId, unitTaskId, year, retention: task.retention, multiYear };
      const outcome = await context.journal.execute(
        folderDecider,
        folderStream(folderId),
        { type: 'OpenFolder', folder, title },
        command,
      );
      return isRefusal(outcome)
        ? outcome
        : created({ folderId, status: 'open' as const }, `/api/records/folders/${folderId}`);
    },
  });
}
