import { dateAt } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { isRefusal, refuse } from '@sillok/kernel';
import { transferAnswer } from '@sillok/schemas/api/records/keeping';
import { folderParams } from '@sillok/schemas/api/records/record';
import { custodyTransferred } from '@sillok/schemas/events/records/custody-transferred';
import { commandOf, personOf } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { folderDecider, folderStream } from '../folder/decide.ts';
import { dueOf } from '../reading/due-transfers.ts';

export function acceptTransferRoute(context: RecordsContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/records/folders/:folderId/transfer-acceptance',
    operationId: 'AcceptTransfer',
    summary: 'Take a folder over for the records centre (인수); whoever offered it cannot',
    tag: 'records',
    access: 'signed-in',
    roles: ['records-officer'],
    command: true,
    params: folderParams,
    response: transferAnswer,
    async handle(request) {
      const { folderId } = request.params;
      const directory = await context.directory.latest();
      const on = dateAt(directory, context.clock.now());
      const stream = folderStream(folderId);
      const state = await context.journal.stateOf(folderDecider, stream);
      if (state.status === 'none') return refuse('folder-unknown', 'folderId');
      const due = state.closed && dueOf(directory, state.closed, on);
      const command = {
        type: 'AcceptTransfer',
        folderId,
        acceptedBy: personOf(request).id,
        on,
        dueBy: due?.recordsCentreBy ?? on,
      } as const;
      const cause = commandOf(context, request, 'AcceptTransfer', [folderId]);
      const outcome = await context.journal.execute(folderDecider, stream, command, cause);
      if (isRefusal(outcome)) return outcome;
      const { to, offeredBy } = custodyTransferred.data.parse(outcome.events[0]?.data);
      return { folderId, custody: to, offeredBy };
    },
  });
}
