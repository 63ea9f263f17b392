import { buffer } from 'node:stream/consumers';
import { defineRoute } from '@sillok/http-service';
import type { AuditContext } from '../context.ts';
import { answerRequest } from '../witnessing/answer-request.ts';

const largest = 65_536;

/** Needs no session: the log's signature says whose checkpoint it is. */
export function addCheckpointRoute(context: AuditContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/audit/witness/add-checkpoint',
    operationId: 'AddCheckpoint',
    summary: 'Have this institution vouch for the log of another (C2SP tlog-witness)',
    tag: 'audit',
    access: 'public',
    rawBody: { limitBytes: largest, mediaType: 'text/plain' },
    isForeignProtocol: true,
    response: 'text',
    handle: async ({ raw }) => answerRequest(context, await buffer(raw)),
  });
}
