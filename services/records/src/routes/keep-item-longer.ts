import { dateAt, packInForce } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { isRefusal, refuse } from '@sillok/kernel';
import { checkText } from '@sillok/official-document';
import { keptLonger, keptLongerAnswer } from '@sillok/schemas/api/records/keeping';
import { recordParams } from '@sillok/schemas/api/records/record';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import { commandOf, personOf } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { folderDecider, folderStream } from '../folder/decide.ts';
import { mayKeepFolders } from '../folder/may-keep-folders.ts';
import { findRecord } from '../reading/reading-record.ts';

export function keepItemLongerRoute(context: RecordsContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/records/records/:documentId/longer-retention',
    operationId: 'KeepItemLonger',
    summary: 'Say that a document has to be kept longer than its unit task; its folder will be',
    tag: 'records',
    access: 'signed-in',
    roles: ['departmental-records-officer', 'records-officer'],
    command: true,
    params: recordParams,
    body: keptLonger,
    response: keptLongerAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const { retention, reason } = request.body;
      const directory = await context.directory.latest();
      const at = context.clock.now();
      const record = findRecord(context, documentId);
      if (record === undefined || !mayKeepFolders(directory, personOf(request).id, record.unitId, at))
        return refuse('not-found', 'documentId');
      const { folderId } = record;
      if (folderId === null) return refuse('not-found', 'documentId');
      const unprintable = checkText(reason, 'reason');
      if (unprintable !== undefined) return unprintable;
      const on = dateAt(directory, at);
      const periods = inForce(packInForce(directory, on)?.pack.retention ?? [], on);
      if (periods === undefined) return refuse('policy-not-in-force', 'retention');
      const outcome = await context.journal.execute(
        folderDecider,
        folderStream(folderId),
        { type: 'KeepItemLonger', item: { folderId, documentId, retention }, reason, periods },
        commandOf(context, request, 'KeepItemLonger', [documentId, request.body]),
      );
      return isRefusal(outcome) ? outcome : { documentId, folderId, retention };
    },
  });
}
