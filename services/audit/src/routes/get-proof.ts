import { defineRoute, file } from '@sillok/http-service';
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
      await context.sequencer.integrated(eventId);
      const proof = new TextEncoder().encode(await context.sequencer.proofFor(eventId));
      return file({ content: proof, mediaType: 'text/plain', name: `${eventId}.tlog-proof` });
    },
  });
}
