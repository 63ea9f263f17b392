import type { DublinCore } from '@sillok/archival-package';
import type { PackageToMake } from './package-to-make.ts';

/** The folder as far as it was taken over, in simple Dublin Core: what was returned is not told. */
export function dcOfPackage({ accepted, accession, packageId, sender, archives }: PackageToMake): DublinCore {
  const folder = accepted[0]?.model.folder;
  const records = accepted.flatMap(({ model }) => model.records);
  const { openedOn = '', closedOn, classification = [] } = folder ?? {};
  return {
    title: folder?.title ?? accession,
    creator: [sender.name],
    subject: classification.map(({ title }) => title),
    publisher: archives.name,
    contributor: [],
    date: openedOn === '' ? [] : [closedOn === undefined ? openedOn : `${openedOn}/${closedOn}`],
    type: 'Collection',
    format: [],
    identifier: [accession, packageId, ...(folder === undefined ? [] : [folder.id])],
    language: [...new Set(records.flatMap(({ language }) => language ?? []))],
    relation: records.map(({ id }) => id),
    rights: [...new Set(records.flatMap(({ disclosure }) => disclosure?.class ?? []))],
  };
}
