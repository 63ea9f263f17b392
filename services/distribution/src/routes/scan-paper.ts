import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { dateAt, packInForce } from '@sillok/authority';
import { created, defineRoute } from '@sillok/http-service';
import { type CommandContext, nameBasedId } from '@sillok/journal';
import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import { checkText } from '@sillok/official-document';
import { paperDone, paperNote } from '@sillok/schemas/api/distribution/paper';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import { commandOf } from '@sillok/service-context';
import type { z } from 'zod';
import type { DistributionContext } from '../context.ts';
import { paperDecider, paperStream } from '../paper/decide.ts';
import { paperDoneOf } from '../receiving/act-on-paper.ts';
import { examineScan, type ScanForm } from '../scan/examine-scan.ts';

/** No pack may ask for more than the listener lets in. */
const largest = 52_428_800;

export function scanPaperRoute(context: DistributionContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/distribution/papers',
    operationId: 'ScanPaper',
    summary: 'Take in a letter that came on paper; the scan is the body: PDF, PNG, JPEG or TIFF, told by its bytes',
    tag: 'distribution',
    access: 'signed-in',
    roles: ['registry'],
    command: true,
    query: paperNote,
    rawBody: { limitBytes: largest },
    response: paperDone,
    async handle(request) {
      const note = request.query;
      const unprintable = checkText(note.title, 'title') ?? checkText(note.senderName, 'senderName');
      if (unprintable !== undefined) return unprintable;
      const scan = await scanIn(context, request.raw);
      if (isRefusal(scan)) return scan;
      const sha256 = createHash('sha256').update(scan.bytes).digest('hex');
      const command = commandOf(context, request, 'ScanPaper', [note, sha256]);
      const outcome = await takeIn(context, { note, sha256, ...scan }, command);
      if (isRefusal(outcome)) return outcome;
      const documentId = nameBasedId('paper', command.commandId);
      await context.papers.reached(outcome.position);
      return created(paperDoneOf(context, documentId), `/api/distribution/papers/${documentId}`);
    },
  });
}

interface Scan {
  readonly bytes: Uint8Array;
  readonly form: ScanForm;
}

async function scanIn(context: DistributionContext, body: Parameters<typeof buffer>[0]): Promise<Scan | Refusal> {
  const directory = await context.directory.latest();
  const on = dateAt(directory, context.clock.now());
  const { maxBytes } = inForce(packInForce(directory, on)?.pack.attachments ?? [], on) ?? { maxBytes: largest };
  const bytes = await buffer(body);
  if (bytes.length > maxBytes) return refuse('input-too-large', 'body', { limit: maxBytes });
  const form = examineScan(bytes);
  return form === undefined ? refuse('scan-malformed', 'body') : { bytes, form };
}

interface TakingIn extends Scan {
  readonly note: z.infer<typeof paperNote>;
  readonly sha256: string;
}

/** The scan is stored once it is known that it is taken. */
async function takeIn(context: DistributionContext, order: TakingIn, command: CommandContext) {
  const { note, sha256, bytes, form } = order;
  const documentId = nameBasedId('paper', command.commandId);
  const stream = paperStream(documentId);
  const { title, senderName, arrivedOn, location, ...process } = note;
  const at = context.clock.now();
  const today = dateAt(await context.directory.latest(), at);
  const scanning = (scanAddress: string) => ({
    type: 'ScanPaper' as const,
    scanned: {
      documentId,
      arrivedOn,
      scannedAt: at,
      personId: command.actor,
      scanAddress,
      scanBytes: bytes.length,
      ...form,
      process,
      original: { medium: 'paper' as const, location },
    },
    sealed: { title, senderName, scanDigest: sha256 },
    today,
  });
  const before = await context.journal.appliedBefore(paperDecider, stream, command);
  if (before !== undefined) return before;
  const refused = await context.journal.refusalOf(paperDecider, stream, scanning(''));
  if (refused !== undefined) return refused;
  const scanAddress = await context.contents.put(documentId, bytes);
  return context.journal.execute(paperDecider, stream, scanning(scanAddress), command);
}
