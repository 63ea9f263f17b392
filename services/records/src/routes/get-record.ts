import { defineRoute } from '@sillok/http-service';
import type { RecordedEvent } from '@sillok/journal';
import { isRefusal } from '@sillok/kernel';
import { recordAnswer, recordParams } from '@sillok/schemas/api/records/record';
import { disclosureReviewed } from '@sillok/schemas/events/records/disclosure-reviewed';
import { paperRegistered } from '@sillok/schemas/events/records/paper-registered';
import { recordRegistered } from '@sillok/schemas/events/records/record-registered';
import { personOf } from '@sillok/service-context';
import type { RecordsContext } from '../context.ts';
import { custodyOf } from '../reading/reading-folder.ts';
import { type RecordRow, recordFor } from '../reading/reading-record.ts';
import { recordStream } from '../record/decide.ts';
import { registerStream } from '../register/decide.ts';
import { recordItemOf } from './list-records.ts';

export function getRecordRoute(context: RecordsContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/records/records/:documentId',
    operationId: 'GetRecord',
    summary: 'A record with its number, folder and history',
    tag: 'records',
    access: 'signed-in',
    params: recordParams,
    response: recordAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const record = await recordFor(context, documentId, personOf(request));
      if (isRefusal(record)) return record;
      const register = recordAnswer.shape.register.parse(JSON.parse(record.register));
      const events = await historyOf(context, documentId, registerStream(register));
      return {
        ...recordItemOf(record),
        unitId: record.unitId,
        classification: record.classification,
        paper: paperOf(record),
        disclosure: record.disclosure,
        reviews: await reviewsOf(context, events),
        custody: custodyOf(context, record),
        register,
        recordCopySha256: record.recordCopyDigest,
        events: events.map(({ type, envelope }) => ({ id: envelope.id, type, at: envelope.recordedAt })),
      };
    },
  });
}

const registering: readonly string[] = [recordRegistered.type, paperRegistered.type];
const registered = recordRegistered.data.pick({ documentId: true }).loose();

function streamsOf(documentId: string): readonly string[] {
  const before = ['draft', 'approval_case', 'paper'].map((category) => `${category}-${documentId}`);
  return [...before, recordStream(documentId)];
}

function paperOf({ paper }: RecordRow) {
  if (paper === null) return null;
  const { arrivedOn, unitTaskId, language, mediaType, scanBytes: bytes } = paper;
  return { arrivedOn, unitTaskId, language, mediaType, bytes };
}

async function reviewsOf(context: RecordsContext, events: readonly RecordedEvent[]) {
  const reviews = events.filter((event) => event.type === disclosureReviewed.type);
  return Promise.all(
    reviews.map(async (event) => {
      const { on, from, to } = disclosureReviewed.data.parse(event.data);
      const { reason } = await context.journal.open(event);
      return { on, from, to, reason: typeof reason === 'string' ? reason : null };
    }),
  );
}

/** Everything the log says about the document, in the order of recording. */
async function historyOf(
  context: RecordsContext,
  documentId: string,
  register: string,
): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (const stream of streamsOf(documentId)) {
    for await (const stored of context.store.readStream(stream)) events.push(context.catalogue.decode(stored));
  }
  for await (const stored of context.store.readStream(register)) {
    const event = context.catalogue.decode(stored);
    if (registering.includes(event.type) && registered.parse(event.data).documentId === documentId) events.push(event);
  }
  return events.sort((left, right) => left.envelope.recordedAt.localeCompare(right.envelope.recordedAt));
}
