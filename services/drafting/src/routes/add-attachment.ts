import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { dateAt, packInForce } from '@sillok/authority';
import { created, defineRoute } from '@sillok/http-service';
import { type CommandContext, nameBasedId } from '@sillok/journal';
import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import { attachmentAnswer, attachmentName, draftParams } from '@sillok/schemas/api/drafting/draft';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import { commandOf, personOf } from '@sillok/service-context';
import { checkFileName } from '../checks/check-file-name.ts';
import type { DraftingContext } from '../context.ts';
import { draftDecider, draftStream } from '../draft/decide.ts';
import { inHand } from '../draft/in-hand.ts';
import type { DraftInHand } from '../draft/state.ts';
import { attachmentsOf } from '../reading/attachments-of.ts';

/** No pack may ask for more than the listener lets in. */
const largest = 52_428_800;

export function addAttachmentRoute(context: DraftingContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/drafting/drafts/:documentId/attachments',
    operationId: 'AddAttachment',
    summary: 'Attach a file; its bytes are the body',
    tag: 'drafting',
    access: 'signed-in',
    command: true,
    params: draftParams,
    query: attachmentName,
    rawBody: { limitBytes: largest },
    response: attachmentAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const { name, mediaType = 'application/octet-stream' } = request.query;
      const mine = inHand(await context.journal.stateOf(draftDecider, draftStream(documentId)), personOf(request).id);
      if (isRefusal(mine)) return mine;
      const unsafe = checkFileName(name, 'name');
      if (unsafe !== undefined) return unsafe;
      const limits = await attachmentLimits(context);
      const bytes = await buffer(request.raw);
      if (bytes.length === 0) return refuse('input-invalid', 'body', { rule: 'a file has at least one byte' });
      if (bytes.length > limits.maxBytes) return refuse('input-too-large', 'body', { limit: limits.maxBytes });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const command = commandOf(context, request, 'AddAttachment', [documentId, name, mediaType, sha256]);
      const attachmentId = nameBasedId('attachment', command.commandId);
      const note = { attachmentId, bytes: bytes.length, mediaType };
      const order = { draft: mine, note, name, sha256, maxCount: limits.maxCount, bytes };
      const outcome =
        (await context.journal.appliedBefore(draftDecider, draftStream(documentId), command)) ??
        (await refuseSameName(context, mine, name)) ??
        (await attach(context, order, command));
      if (isRefusal(outcome)) return outcome;
      return created({ ...note, name, sha256 }, `/api/drafting/drafts/${documentId}`);
    },
  });
}

interface Attaching {
  readonly draft: DraftInHand;
  readonly note: { readonly attachmentId: string; readonly bytes: number; readonly mediaType: string };
  readonly name: string;
  readonly sha256: string;
  readonly maxCount: number;
  readonly bytes: Uint8Array;
}

/** The bytes are stored once it is known that they are taken. */
async function attach(context: DraftingContext, order: Attaching, command: CommandContext) {
  const { draft, note, name, sha256, maxCount, bytes } = order;
  const { documentId, drafterId: personId } = draft;
  const stream = draftStream(documentId);
  const add = (address: string) =>
    ({
      type: 'AddAttachment',
      documentId,
      personId,
      attachment: { ...note, address },
      name,
      sha256,
      maxCount,
    }) as const;
  const refused = await context.journal.refusalOf(draftDecider, stream, add(''));
  if (refused !== undefined) return refused;
  return context.journal.execute(draftDecider, stream, add(await context.contents.put(documentId, bytes)), command);
}

async function attachmentLimits(context: DraftingContext): Promise<{ maxBytes: number; maxCount: number }> {
  const directory = await context.directory.latest();
  const on = dateAt(directory, context.clock.now());
  const rule = inForce(packInForce(directory, on)?.pack.attachments ?? [], on);
  return rule ?? { maxBytes: largest, maxCount: 50 };
}

// Whoever unpacks the document must find every attachment again, also where A and a are one letter.
async function refuseSameName(
  context: DraftingContext,
  draft: DraftInHand,
  name: string,
): Promise<Refusal | undefined> {
  const ids = draft.attachments.map((one) => one.attachmentId);
  const notes = await attachmentsOf(context, draft.documentId, ids);
  const isTaken = notes.some((note) => note.name.toLowerCase() === name.toLowerCase());
  return isTaken ? refuse('already-exists', 'name') : undefined;
}
