import type { KeptRepresentation, PackagePlan, PlannedFile, PlannedMetadata } from '../writing/package-plan.ts';
import { bytes } from './sample-package.ts';

const createdAt = '2026-03-02T09:00:00Z';

export function plannedFile(path: string, content: string | Uint8Array = path, mediaType = 'text/plain'): PlannedFile {
  const stored = typeof content === 'string' ? bytes(content) : content;
  return { path, mediaType, createdAt, content: () => stored };
}

export function plannedMetadata(
  path: string,
  metadataType: PlannedMetadata['metadataType'],
  content = '<none/>',
): PlannedMetadata {
  return { ...plannedFile(path, content, 'application/xml'), metadataType, version: '3.0' };
}

const premis = '<premis xmlns="http://www.loc.gov/premis/v3" version="3.0"/>';

export function representation(name: string, data: readonly PlannedFile[] = [plannedFile('data/document.pdf')]) {
  return {
    name,
    label: `Record ${name}`,
    contentInformationType: 'citserms_v3_0',
    data,
    descriptive: [plannedMetadata('metadata/descriptive/dc.xml', 'DC', '<dc/>')],
    preservation: [plannedMetadata('metadata/preservation/premis.xml', 'PREMIS', premis)],
    other: [plannedMetadata('metadata/other/history.jsonl', 'OTHER', '{}\n')],
  };
}

/** The smallest plan that a package can be made of, with two records. */
export function samplePlan(change: Partial<PackagePlan> = {}): PackagePlan {
  return {
    kind: 'SIP',
    packageId: 'uuid-0b0e7a39-5f63-4b8a-9a35-2f6c1b1d9e10',
    label: 'Road permits',
    createdAt,
    recordStatus: 'NEW',
    software: { name: 'Sillok', version: '0.1.0' },
    submitter: { name: 'Ministry of Roads', code: 'MR' },
    creator: { name: 'Road division', code: 'MR-1' },
    preservation: { name: 'National Archives', code: 'NA' },
    references: { submissionAgreement: 'SA 1', previousSubmission: 'uuid-1', referenceCode: 'F-7' },
    descriptive: [plannedMetadata('metadata/descriptive/dc.xml', 'DC', '<dc/>')],
    preservationMetadata: [plannedMetadata('metadata/preservation/premis.xml', 'PREMIS', premis)],
    other: [],
    schemas: [plannedFile('schemas/event.json')],
    documentation: [plannedFile('documentation/contents.txt')],
    representations: [representation('item-0001'), representation('item-0002')],
    ...change,
  };
}

export function keptRepresentation(name: string, files: ReadonlyMap<string, Uint8Array>): KeptRepresentation {
  const kept = [...files].map(([path, content]) => plannedFile(path, content));
  return { name, label: `Record ${name}`, contentInformationType: 'citserms_v3_0', kept };
}
