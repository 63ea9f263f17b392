import type { ErmsAction } from '@sillok/archival-package';
import { documentReceived } from '@sillok/schemas/events/distribution/document-received';
import { paperReceived } from '@sillok/schemas/events/distribution/paper-received';
import { paperScanned } from '@sillok/schemas/events/distribution/paper-scanned';
import { personAgent } from './agents-of.ts';
import type { Describing, ItemToDescribe } from './describing.ts';
import { lastOfType } from './events-of-type.ts';

/** Who scanned a letter, and who received it or the document that came over exchange. */
export function describeReceipt(describing: Describing, { history }: ItemToDescribe): readonly ErmsAction[] {
  const { events } = history;
  const scanned = lastOfType(events, paperScanned)?.data;
  const received = lastOfType(events, documentReceived)?.data ?? lastOfType(events, paperReceived)?.data;
  return [
    ...(scanned === undefined
      ? []
      : [act('scanned', scanned.scannedAt, personAgent(describing, 'scanner', { ...scanned, at: scanned.scannedAt }))]),
    ...(received === undefined ? [] : [act('received', received.at, personAgent(describing, 'registrar', received))]),
  ];
}

function act(type: string, at: string, agent: ErmsAction['agent']): ErmsAction {
  return { type, text: type, at, agent };
}
