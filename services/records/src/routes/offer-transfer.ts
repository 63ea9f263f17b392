import { dateAt } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { isRefusal, refuse } from '@sillok/kernel';
import { transferAnswer } from '@sillok/schemas/api/records/keeping';
import { folderParams } from '@sillok/schemas/api/records/record';
import { commandOf, personOf } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { folderDecider, folderStream } from '../folder/decide.ts';
import { mayKeepFolders } from '../folder/may-keep-folders.ts';

export function offerTransferRoute(context: RecordsContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/records/folders/:folderId/transfer-offer',
    operationId: 'OfferTransfer',
    summary: 'Offer a closed folder to the records centre (인계)',
    tag: 'records',
    access: 'signed-in',
    roles: ['departmental-records-officer', 'records-officer'],
    command: true,
    params: folderParams,
    response: transferAnswer,
    async handle(request) {
      const { folderId } = request.params;
      const directory = await context.directory.latest();
      const at = context.clock.now();
      const person = personOf(request);
      const stream = folderStream(folderId);
      const state = await context.journal.stateOf(folderDecider, stream);
      if (state.status === 'none' || !mayKeepFolders(directory, person.id, state.folder.unitId, at))
        return refuse('folder-unknown', 'folderId');
      const outcome = await context.journal.execute(
        folderDecider,
        stream,
        { type: 'OfferTransfer', folderId, offeredBy: person.id, on: dateAt(directory, at) },
        commandOf(context, request, 'OfferTransfer', [folderId]),
      );
      return isRefusal(outcome) ? outcome : { folderId, custody: 'unit' as const, offeredBy: person.id };
    },
  });
}
