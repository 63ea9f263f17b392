import type { ErmsAgent, ErmsRecord, ErmsRelation } from '@sillok/archival-package';
import { localInstantAt } from '@sillok/authority';
import { SillokError } from '@sillok/kernel';
import { documentEstablished } from '@sillok/schemas/events/approval/document-established';
import { documentArrived } from '@sillok/schemas/events/distribution/document-arrived';
import { documentDispatched } from '@sillok/schemas/events/distribution/document-dispatched';
import { documentReceived } from '@sillok/schemas/events/distribution/document-received';
import { paperReceived } from '@sillok/schemas/events/distribution/paper-received';
import { paperScanned } from '@sillok/schemas/events/distribution/paper-scanned';
import { draftCreated } from '@sillok/schemas/events/drafting/draft-created';
import { outsideAgent, personAgent, unitAgent } from './agents-of.ts';
import { classedDisclosure, describeDisclosure } from './describe-disclosure.ts';
import { describeLine } from './describe-line.ts';
import { describeReceipt } from './describe-receipt.ts';
import { type Registration, registrationOf } from './describe-registration.ts';
import type { Describing, ItemToDescribe, MeasuredFile } from './describing.ts';
import { lastOfType } from './events-of-type.ts';
import { openedText } from './opened-values.ts';

/**
 * The record as CITS ERMS 3.0 tells of it, times as the clocks of the institution showed them; pure. Throws
 * EVENT_MALFORMED for what was never registered.
 */
export function describeItem(describing: Describing, item: ItemToDescribe): ErmsRecord {
  const registration = registrationOf(item);
  if (registration === undefined)
    throw new SillokError('EVENT_MALFORMED', 'a record that was never registered', {
      details: { documentId: item.documentId },
    });
  const { type, display, number, register, createdAt, envelope } = registration;
  const { keywords = [], summary } = item.text ?? {};
  const actions = [...describeReceipt(describing, item), ...describeLine(describing, item)];
  return {
    id: item.documentId,
    title: registration.title ?? display,
    type,
    display,
    number,
    register,
    createdAt: localTime(describing, createdAt),
    registeredAt: localTime(describing, envelope.recordedAt),
    keywords,
    ...(summary === undefined ? {} : { summary }),
    ...waysOf(describing, item),
    ...disclosureOf(describing, item),
    agents: eachOnce([...agentsOf(describing, item, registration), ...actions.map(({ agent }) => agent)]),
    actions: actions.map((one) => ({ ...one, at: localTime(describing, one.at) })),
    signatures: item.files.some(isSigned) ? [{ isPresent: true }] : [],
    components: item.files.map(componentOf),
    physicalLocations: locationsOf(item),
    relations: relationsOf(describing, item),
  };
}

/** In which language and direction, and when it was on its way. */
function waysOf(describing: Describing, { history: { events } }: ItemToDescribe) {
  const established = lastOfType(events, documentEstablished)?.data;
  const arrived = lastOfType(events, documentArrived)?.data;
  const received = lastOfType(events, documentReceived) ?? lastOfType(events, paperReceived);
  const language = established?.classification.language ?? lastOfType(events, paperReceived)?.data.language;
  const sentAt = lastOfType(events, documentDispatched)?.data.at ?? arrived?.sentAt;
  const own = established?.outgoing === true ? ('outgoing' as const) : ('internal' as const);
  return {
    direction: established === undefined ? ('incoming' as const) : own,
    ...(language === undefined ? {} : { language }),
    ...(arrived === undefined ? {} : { senderNumber: arrived.senderNumber }),
    ...(sentAt === undefined ? {} : { sentAt: localTime(describing, sentAt) }),
    ...(received === undefined ? {} : { receivedAt: localTime(describing, received.data.at) }),
  };
}

// Of a letter on paper only the day is known.
function localTime({ directory }: Describing, at: string): string {
  return at.length === 10 ? at : localInstantAt(directory, at);
}

/** Whoever did several things in one role is named once. */
function eachOnce(agents: readonly ErmsAgent[]): readonly ErmsAgent[] {
  return agents.filter(
    (one, index) =>
      index === agents.findIndex(({ role, id, name }) => role === one.role && id === one.id && name === one.name),
  );
}

function disclosureOf(describing: Describing, item: ItemToDescribe) {
  const classed = classedDisclosure(item);
  if (classed === undefined) return {};
  const { reviewedOn } = classed;
  return {
    disclosure: describeDisclosure(describing, classed),
    ...(reviewedOn === undefined ? {} : { reviewedOn }),
  };
}

function agentsOf(describing: Describing, item: ItemToDescribe, { unitId, type }: Registration): readonly ErmsAgent[] {
  const { events } = item.history;
  const arrived = lastOfType(events, documentArrived)?.data;
  const scanned = lastOfType(events, paperScanned);
  const addressees = item.text?.addressees ?? [];
  return [
    ...(arrived === undefined
      ? []
      : [outsideAgent('sender', describing.nameOfInstitution(arrived.senderId), arrived.senderId)]),
    ...(scanned === undefined
      ? []
      : [
          outsideAgent('sender', openedText(item.history, scanned.envelope, 'senderName')),
          personAgent(describing, 'scanner', { personId: scanned.data.personId, at: scanned.data.scannedAt }),
        ]),
    ...addressees.map(({ name, institutionId }) => outsideAgent('recipient', name, institutionId)),
    unitAgent(describing, type === 'produced' ? 'responsible-unit' : 'receiving-unit', unitId),
  ];
}

function isSigned({ path }: MeasuredFile): boolean {
  return path.endsWith('.asice') || path === 'data/document.pdf';
}

function componentOf(file: MeasuredFile) {
  const { originalName, path, format, mediaType, role } = file;
  return {
    name: originalName,
    path,
    fileFormat: format?.key ?? mediaType,
    description: role,
    ...(isSigned(file) ? { isSigned: true } : {}),
  };
}

function locationsOf({ history }: ItemToDescribe): readonly string[] {
  const scanned = lastOfType(history.events, paperScanned);
  return scanned === undefined ? [] : [scanned.data.original.location];
}

function relationsOf({ previousTransferId }: Describing, { history }: ItemToDescribe): readonly ErmsRelation[] {
  const earlier = lastOfType(history.events, draftCreated)?.data.redraftOf;
  return [
    ...(earlier === undefined ? [] : [{ kind: 'replaces', target: earlier } as const]),
    ...(previousTransferId === null ? [] : [{ kind: 'returned-earlier', target: previousTransferId } as const]),
  ];
}
