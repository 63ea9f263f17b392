import { type Running, startReaction } from '@sillok/jobs';
import { documentEstablished } from '@sillok/schemas/events/approval/document-established';
import { documentReceived } from '@sillok/schemas/events/distribution/document-received';
import { paperReceived } from '@sillok/schemas/events/distribution/paper-received';
import { paperRegistered } from '@sillok/schemas/events/records/paper-registered';
import { receiptRegistered } from '@sillok/schemas/events/records/receipt-registered';
import { recordRegistered } from '@sillok/schemas/events/records/record-registered';
import type { ServiceContext } from '@sillok/service-context';

const overdueMs = 5_000;

const acts: readonly string[] = [documentEstablished, documentReceived, paperReceived].map((one) => one.type);
const registrations = [recordRegistered, receiptRegistered, paperRegistered].map((one) => one.type);

type Watched = Pick<ServiceContext, 'store' | 'catalogue' | 'onAlarm'>;

/** An established or received document without a number is nobody's fault and somebody's business: after five seconds it alarms. */
export function whenDocumentEstablishedWatchNumbering(context: Watched): Running {
  const waiting = new Map<string, NodeJS.Timeout>();
  const reaction = startReaction({
    name: 'when-document-established-watch-numbering',
    store: context.store,
    catalogue: context.catalogue,
    filter: {
      typePrefixes: [...acts, ...registrations],
    },
    onAlarm: context.onAlarm,
    async react(event) {
      const { documentId } = documentEstablished.data.pick({ documentId: true }).loose().parse(event.data);
      if (acts.includes(event.type)) waiting.set(documentId, timer(context, documentId));
      else {
        clearTimeout(waiting.get(documentId));
        waiting.delete(documentId);
      }
    },
  });
  return {
    settled: reaction.settled,
    async stop() {
      await reaction.stop();
      for (const one of waiting.values()) clearTimeout(one);
    },
  };
}

function timer(context: Watched, documentId: string): NodeJS.Timeout {
  const alarm = () =>
    context.onAlarm({
      where: 'when-document-established-watch-numbering',
      message: `number pending for ${documentId}`,
    });
  return setTimeout(alarm, overdueMs).unref();
}
