import { defineRoute } from '@sillok/http-service';
import { checkpointAnswer } from '@sillok/schemas/api/audit/audit';
import type { AuditContext } from '../context.ts';

export function getCheckpointRoute(context: AuditContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/audit/checkpoint',
    operationId: 'GetCheckpoint',
    summary: 'What the log swears to today: its size and root, signed (C2SP checkpoint)',
    tag: 'audit',
    access: 'public',
    response: checkpointAnswer,
    async handle() {
      const { size, note } = await context.sequencer.checkpoint();
      const cosigned = context.cosignatures.newest();
      return { size, note, verifierKey: context.verifierKey, ...(cosigned === undefined ? {} : { cosigned }) };
    },
  });
}
