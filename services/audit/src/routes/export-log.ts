import { Readable } from 'node:stream';
import { defineRoute, file } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { exportQuery } from '@sillok/schemas/api/audit/audit';
import type { AuditContext } from '../context.ts';

export function exportEventsRoute(context: AuditContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/audit/export/events.jsonl',
    operationId: 'ExportEvents',
    summary: 'The first events of the log, byte for byte, one a line',
    tag: 'audit',
    access: 'signed-in',
    roles: ['auditor'],
    query: exportQuery,
    response: 'file',
    handle: (request) =>
      file({
        content: Readable.from(eventLines(context, request.query.size)),
        mediaType: 'application/x-ndjson',
        name: 'events.jsonl',
      }),
  });
}

export function exportLeavesRoute(context: AuditContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/audit/export/leaves',
    operationId: 'ExportLeaves',
    summary: 'The leaf hashes of the first events (RFC 6962), one a line in hex',
    tag: 'audit',
    access: 'signed-in',
    roles: ['auditor'],
    query: exportQuery,
    response: 'file',
    handle(request) {
      const { sequencer } = context;
      const hashes = sequencer.leafHashes(0, Math.min(request.query.size, sequencer.size));
      const text = hashes.map((hash) => `${Buffer.from(hash).toString('hex')}\n`).join('');
      return file({ content: new TextEncoder().encode(text), mediaType: 'text/plain', name: 'leaves' });
    },
  });
}

export function exportCheckpointRoute(context: AuditContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/audit/export/checkpoint',
    operationId: 'ExportCheckpoint',
    summary: 'The newest checkpoint that other institutions vouched for, with their signatures',
    tag: 'audit',
    access: 'signed-in',
    roles: ['auditor'],
    response: 'file',
    handle() {
      const cosigned = context.cosignatures.newest();
      if (cosigned === undefined) return refuse('not-found');
      return file({ content: new TextEncoder().encode(cosigned.note), mediaType: 'text/plain', name: 'cosigned' });
    },
  });
}

const newline = Uint8Array.of(0x0a);

async function* eventLines(context: AuditContext, size: number): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const { bytes } of context.store.readAll()) {
    if (count >= size) return;
    count += 1;
    yield bytes;
    yield newline;
  }
}
