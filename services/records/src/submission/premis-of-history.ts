import {
  type PremisAgent,
  type PremisEvent,
  premisOfEvents,
  type RecordedEvent as ToldEvent,
} from '@sillok/archival-package';
import { premisTellings } from '@sillok/schemas/preservation/premis-tellings';
import { ownName } from './agents-of.ts';
import type { Describing } from './describing.ts';
import { openedValues } from './opened-values.ts';
import type { History } from './record-history.ts';
import { software } from './software.ts';

/** The events of a history as PREMIS tells them, in the order of the log. */
export function premisEvents(
  history: History,
  objectsOf: (eventId: string) => PremisEvent['objects'],
): readonly PremisEvent[] {
  const told = history.events.map(({ type, data, envelope }): ToldEvent => {
    const { id, recordedAt, actor, onBehalfOf } = envelope;
    return {
      id,
      type,
      at: recordedAt,
      actor,
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      data: { ...data, ...openedValues(history, id) },
    };
  });
  return premisOfEvents(told, { tellings: premisTellings, objectsOf: ({ id }) => objectsOf(id) });
}

/** Everybody whom the events name, once, in the order of the first mention. */
export function premisAgents(describing: Describing, events: readonly PremisEvent[]): readonly PremisAgent[] {
  const ids = new Set(events.flatMap(({ agents }) => agents.map(({ id }) => id)));
  return [...ids].map((id) => agentNamed(describing, id));
}

/** What another institution says of a document is recorded under its name in the address book. */
function institutionIn(actor: string): string | undefined {
  return /^institution:(.+)$/.exec(actor)?.[1];
}

function agentNamed(describing: Describing, id: string): PremisAgent {
  const { directory, institutionId, nameOfInstitution } = describing;
  const person = directory.persons.get(id);
  if (person !== undefined) return { id, type: 'person', ...(person.name === undefined ? {} : { name: person.name }) };
  if (id === institutionId) return { id, type: 'organization', name: ownName(describing) };
  const elsewhere = institutionIn(id);
  if (elsewhere !== undefined) return { id, type: 'organization', name: nameOfInstitution(elsewhere) ?? elsewhere };
  const name = id === software.name ? id : `${software.name} ${id}`;
  return { id, type: 'software', name, version: software.version };
}
