import type { PremisModel, PremisObject, PremisRights } from '@sillok/archival-package';
import { dateAt, packInForce } from '@sillok/authority';
import { classedDisclosure, describeDisclosure } from './describe-disclosure.ts';
import { registrationOf } from './describe-registration.ts';
import { type Describing, type ItemToDescribe, type MeasuredFile, ruleAt } from './describing.ts';
import { premisAgents, premisEvents } from './premis-of-history.ts';

/** The record as PREMIS 3 tells of it: its files, what was done with them and by whom, and who may see it. */
export function premisOfItem(describing: Describing, item: ItemToDescribe): PremisModel {
  const { documentId, history, files } = item;
  const events = premisEvents(history, (eventId) => [
    { id: documentId, role: 'source' },
    ...files
      .filter((file) => file.eventId === eventId)
      .map((file) => ({ id: fileId(documentId, file), role: 'outcome' as const })),
  ]);
  return {
    objects: objectsOf(item),
    events,
    agents: premisAgents(describing, events),
    rights: rightsOf(describing, item),
  };
}

function objectsOf(item: ItemToDescribe): readonly PremisObject[] {
  const { documentId, files } = item;
  const title = registrationOf(item)?.title;
  const whole = { type: 'structural', subType: 'is part of', objectId: documentId } as const;
  return [
    {
      kind: 'intellectualEntity',
      id: documentId,
      ...(title === undefined ? {} : { originalName: title }),
      relationships: files.map((file) => ({
        type: 'structural',
        subType: 'has part',
        objectId: fileId(documentId, file),
      })),
    },
    ...files.map((file): PremisObject => {
      const { sha256, bytes, originalName, path } = file;
      const format = file.format ?? { name: file.mediaType };
      const id = fileId(documentId, file);
      return { kind: 'file', id, sha256, bytes, format, originalName, path, relationships: [whole] };
    }),
  ];
}

function fileId(documentId: string, { path }: MeasuredFile): string {
  return `${documentId}/${path}`;
}

/** What the statute says of disclosing it, as it was last classed. */
function rightsOf(describing: Describing, item: ItemToDescribe): readonly PremisRights[] {
  const classed = classedDisclosure(item);
  if (classed === undefined) return [];
  const { directory } = describing;
  const on = dateAt(directory, classed.at);
  const law = ruleAt(describing, classed.at, (pack) => pack.disclosure);
  const { grounds } = describeDisclosure(describing, classed);
  return [
    {
      id: `${item.documentId}/disclosure`,
      jurisdiction: packInForce(directory, on)?.pack.id ?? 'generic',
      citation: law?.source ?? 'none',
      determinedAt: classed.at,
      ...(grounds.length === 0 ? {} : { note: grounds.map(({ citation }) => citation).join('; ') }),
      act: 'disclose',
      restriction: classed.disclosure.class,
      from: on,
      objects: [item.documentId],
    },
  ];
}
