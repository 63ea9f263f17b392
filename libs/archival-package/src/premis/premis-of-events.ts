import type { Telling, Tellings } from '@sillok/schemas/preservation/telling';
import type { PremisEvent } from './premis-model.ts';

/** One of our recorded events, opened as far as it is to be told. */
export interface RecordedEvent {
  readonly id: string;
  /** `records.RecordSealed.v1` */
  readonly type: string;
  readonly at: string;
  /** The person's id, or `service:<name>`. */
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface ToldHow {
  readonly tellings: Tellings;
  readonly objectsOf: (event: RecordedEvent) => PremisEvent['objects'];
}

/**
 * Projects a record's history to PREMIS events about its objects, ids and instants kept: the same history gives the same
 * events. Only open fields that the tellings name are said, so that no opened value gets in. An event type of a later
 * version, and one that is not to be told, is left out.
 */
export function premisOfEvents(
  events: readonly RecordedEvent[],
  { tellings, objectsOf }: ToldHow,
): readonly PremisEvent[] {
  return events.flatMap((event) => {
    const telling = tellings[event.type];
    if (telling === undefined || 'notTold' in telling) return [];
    const { id, type, at } = event;
    return [
      {
        id,
        type: telling.type,
        at,
        detail: `${telling.sentence}${fieldsText(telling.fields, event)} [${type}]`,
        outcome: outcomeOf(telling, event),
        agents: agentsOf(event),
        objects: objectsOf(event),
      },
    ];
  });
}

function fieldsText(fields: readonly string[], { data }: RecordedEvent): string {
  const said = fields.flatMap((field) => {
    const value = data[field];
    return typeof value === 'string' || typeof value === 'number' ? [`${field} ${value}`] : [];
  });
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

function outcomeOf({ outcome }: Telling, { data }: RecordedEvent): NonNullable<PremisEvent['outcome']> {
  if (outcome !== 'as its items') return outcome;
  const items = Array.isArray(data['items']) ? data['items'] : [];
  return items.some(({ blocking }) => blocking === true) ? 'fail' : 'success';
}

/** Roles of the Library of Congress's list eventRelatedAgentRole. */
function agentsOf({ actor, onBehalfOf }: RecordedEvent): PremisEvent['agents'] {
  const acting = { id: actor, role: actor.startsWith('service:') ? 'executing program' : 'implementer' };
  return onBehalfOf === undefined ? [acting] : [acting, { id: onBehalfOf, role: 'authorizer' }];
}
