import { sha256Hex } from '@sillok/evidence';
import { type ContainerFile, readAsic, signedDigestOf, writeAsic } from '@sillok/exchange-container';
import { canonicalBytes } from '@sillok/kernel';
import type { DispatchSequenced } from '@sillok/schemas/events/distribution/dispatch-sequenced';
import type { ExchangeMessage } from '@sillok/schemas/statements/exchange-message';
import { submittedText } from '@sillok/schemas/vocabulary/official-document';
import type { DistributionContext } from '../context.ts';
import type { OutgoingRow } from '../reading/reading-outgoing.ts';

export interface MessageOrder {
  readonly outgoing: OutgoingRow;
  readonly dispatch: DispatchSequenced['data'];
  readonly number: string;
  readonly copy: Uint8Array;
  readonly sealedAt: string;
  readonly signContainer: (manifest: Uint8Array) => Promise<Uint8Array>;
}

/** The exchange container (ASiC-E, CAdES B-T over its manifest): what is sent, by whom, to whom, as which one. */
export async function makeMessage(context: DistributionContext, order: MessageOrder) {
  const { outgoing, dispatch, number, copy, sealedAt } = order;
  const { documentId, title } = outgoing;
  const attachments = await attachmentsOf(context, outgoing);
  const document: ContainerFile = { name: 'document.pdf', bytes: copy, mediaType: 'application/pdf' };
  const message: ExchangeMessage = {
    type: 'exchange-message',
    version: 1,
    sender: context.institutionId,
    recipient: dispatch.recipientId,
    dispatchId: dispatch.dispatchId,
    sequence: dispatch.sequence,
    documentId,
    number,
    title,
    document: carried(document),
    attachments: attachments.map(carried),
    sentAt: sealedAt,
    inReplyTo: null,
    checkpoint: context.newestCheckpoint() ?? null,
  };
  const first = { name: 'message.json', bytes: canonicalBytes(message), mediaType: 'application/json' };
  const container = await writeAsic({
    files: [first, document, ...attachments],
    sign: order.signContainer,
    modifiedAt: sealedAt,
  });
  return { container, messageDigest: signedDigestOf(await readAsic(container)) };
}

function carried({ name, mediaType, bytes }: ContainerFile) {
  return { name, mediaType, sha256: sha256Hex(bytes) };
}

async function attachmentsOf(
  context: DistributionContext,
  { documentId, textAddress }: OutgoingRow,
): Promise<readonly ContainerFile[]> {
  const text = submittedText.parse(await context.contents.getJson(documentId, textAddress));
  return Promise.all(
    text.attachments.map(async ({ name, mediaType, address }) => ({
      name: `attachments/${name}`,
      mediaType,
      bytes: await context.contents.get(documentId, address),
    })),
  );
}
