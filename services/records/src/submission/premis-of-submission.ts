import type { PremisEvent, PremisModel, PremisObject } from '@sillok/archival-package';
import type { FolderFacts } from './describe-folder.ts';
import type { Describing } from './describing.ts';
import { premisAgents, premisEvents } from './premis-of-history.ts';
import type { History } from './record-history.ts';
import { software } from './software.ts';

export interface SubmissionToTell {
  readonly transferId: string;
  readonly folder: FolderFacts;
  /** Of the folder and of the transfer. */
  readonly history: History;
  readonly items: readonly string[];
}

/** The package as PREMIS 3 tells of it: what was done with the folder until it was packed. */
export function premisOfSubmission(
  describing: Describing,
  { transferId, folder, history, items }: SubmissionToTell,
): PremisModel {
  const { folderId } = folder.opened;
  const objects = [{ id: folderId, role: 'source' as const }];
  const packing: PremisEvent = {
    id: `${transferId}/packing`,
    type: 'information package creation',
    at: describing.at,
    detail: 'E-ARK SIP 2.2.0',
    outcome: 'success',
    agents: [
      { id: describing.institutionId, role: 'implementer' },
      { id: software.name, role: 'executing program' },
    ],
    objects: [...objects, { id: transferId, role: 'outcome' }],
  };
  const events = [...premisEvents(history, () => objects), packing];
  return {
    objects: [
      {
        kind: 'intellectualEntity',
        id: folderId,
        originalName: folder.title,
        relationships: [{ type: 'structural', subType: 'has part', objectId: transferId }],
      },
      {
        kind: 'intellectualEntity',
        id: transferId,
        relationships: [
          { type: 'structural', subType: 'is part of', objectId: folderId },
          ...items.map((objectId) => ({ type: 'structural', subType: 'has part', objectId }) as const),
        ],
      },
      ...items.map((id): PremisObject => {
        return {
          kind: 'intellectualEntity',
          id,
          relationships: [{ type: 'structural', subType: 'is part of', objectId: transferId }],
        };
      }),
    ],
    events,
    agents: premisAgents(describing, events),
    rights: [],
  };
}
