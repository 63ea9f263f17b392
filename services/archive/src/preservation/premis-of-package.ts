import { type PremisAgent, type PremisEvent, type PremisModel, premisOfEvents } from '@sillok/archival-package';
import { premisTellings } from '@sillok/schemas/preservation/premis-tellings';
import { type PackageToMake, software } from './package-to-make.ts';

/** The package as PREMIS 3 tells of it: what was done with the submission here until it was preserved. */
export function premisOfPackage(making: PackageToMake): PremisModel {
  const { packageId, transferId, accepted, at, archives } = making;
  const told = making.events.map(({ type, data, envelope }) => ({
    id: envelope.id,
    type,
    at: envelope.recordedAt,
    actor: envelope.actor,
    data: { ...data },
  }));
  const packing: PremisEvent = {
    id: `${packageId}/packing`,
    type: 'information package creation',
    at,
    detail: 'E-ARK AIP 2.2.0',
    outcome: 'success',
    agents: [
      { id: archives.code, role: 'implementer' },
      { id: software.name, role: 'executing program' },
    ],
    objects: [
      { id: transferId, role: 'source' },
      { id: packageId, role: 'outcome' },
    ],
  };
  const source = { id: transferId, role: 'source' } as const;
  const events = [...premisOfEvents(told, { tellings: premisTellings, objectsOf: () => [source] }), packing];
  const parts = accepted.map(({ documentId }) => documentId);
  return {
    objects: [
      entity(transferId, [{ type: 'derivation', subType: 'is source of', objectId: packageId }]),
      entity(packageId, [
        { type: 'derivation', subType: 'has source', objectId: transferId },
        ...parts.map((objectId) => ({ type: 'structural', subType: 'has part', objectId }) as const),
      ]),
      ...parts.map((id) => entity(id, [{ type: 'structural', subType: 'is part of', objectId: packageId }])),
    ],
    events,
    agents: agentsOf(making, events),
    rights: [],
  };
}

type Relationships = PremisModel['objects'][number]['relationships'];

function entity(id: string, relationships: Relationships) {
  return { kind: 'intellectualEntity', id, relationships } as const;
}

/** Everybody whom the events name, once. */
function agentsOf(making: PackageToMake, events: readonly PremisEvent[]): readonly PremisAgent[] {
  const ids = new Set(events.flatMap(({ agents }) => agents.map(({ id }) => id)));
  return [...ids].map((id) => {
    const organisation = [making.archives, making.sender].find(
      ({ code }) => code === id || `institution:${code}` === id,
    );
    if (organisation !== undefined) return { id, type: 'organization', name: organisation.name };
    if (id === software.name || id.startsWith('service:'))
      return {
        id,
        type: 'software',
        name: id === software.name ? id : `${software.name} ${id}`,
        version: software.version,
      };
    const name = making.nameOfPerson(id);
    return { id, type: 'person', ...(name === undefined ? {} : { name }) };
  });
}
