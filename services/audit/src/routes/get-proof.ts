import { defineRoute, file } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { eventParams } from '@sillok/schemas/api/audit/audit';
import type { AuditContext } from '../context.ts';

export function getProofRoute(context: AuditContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/audit/proofs/:eventId',
    operationId: 'GetProof',
    summary: 'The proof that an event is in the log (C2SP tlog-proof)',
    tag: 'audit',
    access: 'signed-in',
    roles: ['auditor'],
    params: eventParams,
    response: 'file',
    async handle(request) {
      const { eventId } = request.params;
      if (!(await isRecorded(context, eventId))) return refuse('not-found', 'eventId');
      await context.sequencer.integrated(eventId);
      const proof = new TextEncoder().encode(await context.sequencer.proofFor(eventId));
      return file({ content: proof, mediaType: 'text/plain', name: `${eventId}.tlog-proof` });
    },
  });
}

const recordedWithinMs = 500;

/** Whether there is such an event at all; one that was just written may take a moment to be seen. */
function isRecorded({ commands }: AuditContext, eventId: string): Promise<boolean> {
  const find = commands.db.prepare('SELECT 1 FROM event WHERE event_id = ?');
  return commands.until(() => find.get(eventId) !== undefined, recordedWithinMs);
}
