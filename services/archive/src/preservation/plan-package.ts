import { bytesOf, type PackagePlan, type PlannedFile, writeDc, writePremis } from '@sillok/archival-package';
import { howToCheck } from '@sillok/evidence/history';
import { dcOfPackage } from './dc-of-package.ts';
import { keptFolder, keptMetadata, keptRepresentations, other, submissionMetadata } from './kept-files.ts';
import { type PackageToMake, software } from './package-to-make.ts';
import { premisOfPackage } from './premis-of-package.ts';

/** The archival package (E-ARK AIP 2.2.0): what was taken over byte by byte, and beside it what we say of it. */
export function planPackage(making: PackageToMake): PackagePlan {
  const { packageId, accession, at: createdAt, sender, archives, header, said } = making;
  const label = making.accepted[0]?.model.folder.title ?? accession;
  const { submissionAgreement } = header.references;
  const xml = { mediaType: 'application/xml', createdAt } as const;
  return {
    kind: 'AIP',
    packageId,
    label,
    createdAt,
    recordStatus: 'NEW',
    software,
    submitter: archives,
    creator: sender,
    preservation: archives,
    references: { referenceCode: accession, ...(submissionAgreement === undefined ? {} : { submissionAgreement }) },
    descriptive: [
      {
        ...xml,
        path: 'metadata/descriptive/dc.xml',
        content: () => bytesOf(writeDc(dcOfPackage(making))),
        metadataType: 'DC',
      },
    ],
    preservationMetadata: [
      {
        ...xml,
        path: 'metadata/preservation/premis.xml',
        content: () => bytesOf(writePremis(premisOfPackage(making))),
        metadataType: 'PREMIS',
        version: '3.0',
      },
    ],
    other: [
      ...keptMetadata(making),
      ...submissionMetadata(making),
      ...said.map(({ path, mediaType, bytes }) =>
        other({ path, mediaType, createdAt, content: () => bytes }, 'SILLOK'),
      ),
    ],
    schemas: keptFolder(making, 'schemas'),
    documentation: [...keptFolder(making, 'documentation'), checkingPage(making, label)],
    representations: keptRepresentations(making),
  };
}

function checkingPage({ packageId, sender, archives, at }: PackageToMake, label: string): PlannedFile {
  return {
    path: 'documentation/how-to-check.html',
    mediaType: 'text/html',
    createdAt: at,
    content: () => howToCheck({ packageId, label, sender: sender.name, archives: archives.name }),
  };
}
