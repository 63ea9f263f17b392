import { bytesOf, type ErmsRecord, writeErms } from '@sillok/archival-package';
import { sha256Hex } from '@sillok/evidence';
import type { CommandContext, Journal } from '@sillok/journal';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import type { PackageStore } from '@sillok/object-store';
import type { ArchiveEvent } from '@sillok/schemas/events/archive/all';
import { ZipWriter } from '@sillok/zip';

export const creatorId = 'mopa';

/** A record as a test tells of it; each folder is a package. */
export interface TestRecord {
  readonly id: string;
  readonly title: string;
  readonly on: string;
  readonly open: boolean;
  readonly scan?: boolean;
}

export interface TestFolder {
  readonly id: string;
  readonly title: string;
  readonly task: string;
  readonly edition?: number;
  readonly records: readonly TestRecord[];
}

interface Preserving {
  readonly journal: Journal;
  readonly packages: PackageStore;
  readonly command: (key: string) => CommandContext;
}

/** Anything that happens at the archives. */
const anything = {
  initialState: undefined,
  decide: (event: ArchiveEvent) => [event],
  evolve: () => undefined,
};

/** The folder arrived, was taken over and lies in the store. */
export async function preserve({ journal, packages, command }: Preserving, folder: TestFolder): Promise<void> {
  const transferId = `transfer-${folder.id}`;
  const { edition = 1 } = folder;
  const packageFile = `${folder.id}-${edition}.zip`;
  const happens = async (event: ArchiveEvent) => {
    const outcome = await journal.execute(anything, transferId, event, command(`${event.type} ${packageFile}`));
    if (isRefusal(outcome)) throw refusalAsError(outcome);
  };
  await packages.put(packageFile, await packageOf(folder));
  const digest = 'a'.repeat(64);
  if (edition === 1)
    await happens({
      type: 'archive.SubmissionArrived.v1',
      data: {
        transferId,
        senderId: creatorId,
        folderId: folder.id,
        packageAddress: digest,
        packageBytes: 1,
        packageDigest: digest,
        metsDigest: digest,
        answers: digest,
        items: folder.records.map(({ id }) => id),
        previousTransferId: null,
        arrivedAt: '2041-03-01T00:00:00.000Z',
      },
    });
  await happens({
    type: 'archive.PackagePreserved.v1',
    data: {
      packageId: `package-${folder.id}`,
      transferId,
      senderId: creatorId,
      accession: '2041-1',
      edition,
      packageFile,
      packageBytes: 1,
      packageDigest: digest,
      metsDigest: digest,
      items: folder.records.map(({ id, open }) => ({
        documentId: id,
        disclosure: open ? { class: 'open', grounds: [] } : { class: 'closed', grounds: ['6'] },
      })),
    },
  });
}

export function packageOf(folder: TestFolder): Promise<Uint8Array> {
  const zip = new ZipWriter('2041-01-01T00:00:00.000Z');
  for (const [index, record] of folder.records.entries()) {
    const item = `root/representations/item-${String(index + 1).padStart(4, '0')}`;
    zip.add(`${item}/data/erms.xml`, bytesOf(writeErms(modelOf(folder, record))));
    const name = record.scan ? 'scan.png' : 'document.pdf';
    const bytes = new TextEncoder().encode(`bytes of ${record.id}`);
    zip.add(`${item}/data/${name}`, bytes);
    zip.add(`${item}/METS.xml`, metsOf(`data/${name}`, bytes));
  }
  return zip.end();
}

/** No more of METS than says which bytes a file has. */
function metsOf(path: string, bytes: Uint8Array): Uint8Array {
  const namespaces = 'xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink"';
  const checksum = `CHECKSUM="${sha256Hex(bytes)}" CHECKSUMTYPE="SHA-256"`;
  const file = `<file ID="file-1" ${checksum}><FLocat xlink:href="${path}" LOCTYPE="URL"/></file>`;
  return new TextEncoder().encode(
    `<mets ${namespaces}><fileSec><fileGrp ID="group-1">${file}</fileGrp></fileSec></mets>`,
  );
}

function modelOf({ id, title, task }: TestFolder, record: TestRecord) {
  const unsaid = {
    keywords: [],
    agents: [],
    actions: [],
    signatures: [],
    components: [],
    physicalLocations: [],
    relations: [],
  } satisfies Partial<ErmsRecord>;
  return {
    identifier: `erms-${record.id}`,
    createdAt: '2041-01-01T00:00:00.000Z',
    agency: { name: '기록부', code: creatorId },
    folder: {
      id,
      title,
      classification: [{ code: task, title: `Task ${task}` }],
      openedOn: '2010-01-01',
      closedOn: '2040-12-31',
      agents: [],
    },
    records: [{ id: record.id, title: record.title, createdAt: `${record.on}T03:00:00.000Z`, ...unsaid }],
  };
}
