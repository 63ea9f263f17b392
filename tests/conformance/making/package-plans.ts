import type { PackagePlan, PlannedFile, PlannedMetadata, PlannedRepresentation } from '@sillok/archival-package';

const at = '2026-03-02T09:00:00Z';
const xml = { name: 'Extensible Markup Language', version: '1.0', key: 'fmt/101' };
const formats = {
  'application/xml': xml,
  'application/pdf': { name: 'Acrobat PDF/A', version: '2a', key: 'fmt/476' },
} as const;

/** A folder of three records on its way to the archives, with names in scripts and with blanks. */
export function submissionPlan(): PackagePlan {
  return {
    kind: 'SIP',
    packageId: 'uuid-0b0e7a39-5f63-4b8a-9a35-2f6c1b1d9e10',
    label: '도로 점용 허가 2026 · Road permits & <others>',
    createdAt: at,
    recordStatus: 'NEW',
    software: { name: 'Sillok', version: '0.1.0' },
    submitter: { name: '국토교통부 Ministry of Roads', code: '1613000' },
    creator: { name: '도로과 Road division', code: '1613000-12' },
    preservation: { name: 'National Archives', code: '1741050' },
    references: { submissionAgreement: 'SA 2026/1', referenceCode: 'road-2026-7' },
    descriptive: [metadata('metadata/descriptive/dc.xml', 'DC', dublinCore('Road permits'))],
    preservationMetadata: [metadata('metadata/preservation/premis.xml', 'PREMIS', premis('package'))],
    other: history(),
    schemas: [
      file('schemas/records.RecordRegistered.v1.json', 'application/schema+json', '{"type":"object"}\n'),
      file('schemas/ERMS.xsd', 'application/xml', '<schema xmlns="http://www.w3.org/2001/XMLSchema"/>\n'),
    ],
    documentation: [file('documentation/how-to-check.html', 'text/html', '<!doctype html><title>Check</title>\n')],
    representations: [1, 2, 3].map((number) => representation(`item-000${number}`)),
  };
}

/** What the archives makes of it: two of its representations as they came, and what was decided about them. */
export function preservedPlan(
  kept: PackagePlan['representations'],
  submission: readonly PlannedMetadata[],
): PackagePlan {
  const plan = submissionPlan();
  return {
    ...plan,
    kind: 'AIP',
    packageId: 'uuid-7d1f1fb2-13dc-4a28-8a2e-6c5d0f0a5b77',
    submitter: plan.preservation,
    references: { referenceCode: 'NA/2026/17' },
    other: [...submission, metadata('metadata/other/receipt.json', 'OTHER', '{"accepted":2}\n', 'transfer receipt')],
    representations: kept,
  };
}

export function metadata(
  path: string,
  metadataType: PlannedMetadata['metadataType'],
  content: string | Uint8Array,
  otherType?: string,
): PlannedMetadata {
  const mediaType = path.endsWith('.xml') ? 'application/xml' : 'text/plain';
  const version = { DC: '1.1', PREMIS: '3.0', EAD: '2002', OTHER: '1' }[metadataType];
  return {
    ...file(path, mediaType, content),
    metadataType,
    version,
    ...(otherType === undefined ? {} : { otherType }),
  };
}

function representation(name: string): PlannedRepresentation {
  return {
    name,
    label: `허가 ${name}`,
    contentInformationType: 'citserms_v3_0',
    data: [
      file('data/erms.xml', 'application/xml', `<erms xmlns="https://DILCIS.eu/XML/ERMS"><!-- ${name} --></erms>\n`),
      file('data/document.pdf', 'application/pdf', `%PDF-1.7\n% ${name}\n`),
      file('data/attachments/01-위치도 (개정).pdf', 'application/pdf', '%PDF-1.7\n% map\n'),
      file('data/attachments/02-Захтев за прековремени рад.txt', 'text/plain', 'захтев\n'),
      file('data/attachments/03-50% of it & more #2.hwpx', 'application/x-hwp', 'PK'),
    ],
    descriptive: [metadata('metadata/descriptive/dc.xml', 'DC', dublinCore(name))],
    preservation: [metadata('metadata/preservation/premis.xml', 'PREMIS', premis(name))],
    other: history(),
  };
}

function history(): readonly PlannedMetadata[] {
  return [
    metadata('metadata/other/history.jsonl', 'OTHER', '{"type":"records.RecordRegistered.v1"}\n', 'event history'),
    metadata('metadata/other/proofs/0b0e7a39.tlog-proof', 'OTHER', 'c2sp.org/tlog-proof@v1\n', 'log proof'),
  ];
}

function file(path: string, mediaType: string, content: string | Uint8Array): PlannedFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const format = Object.entries(formats).find(([type]) => type === mediaType)?.[1];
  return { path, mediaType, createdAt: at, content: () => bytes, ...(format === undefined ? {} : { format }) };
}

function dublinCore(title: string): string {
  const namespaces =
    'xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return `<oai_dc:dc ${namespaces}><dc:title>${title}</dc:title></oai_dc:dc>\n`;
}

function premis(name: string): string {
  const id = (kind: string, value: string) => `<${kind}Type>local</${kind}Type><${kind}Value>${value}</${kind}Value>`;
  return [
    '<premis xmlns="http://www.loc.gov/premis/v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0">',
    `<object xsi:type="representation"><objectIdentifier>${id('objectIdentifier', name)}</objectIdentifier></object>`,
    `<event><eventIdentifier>${id('eventIdentifier', 'e1')}</eventIdentifier><eventType>transfer</eventType>`,
    `<eventDateTime>${at}</eventDateTime>`,
    `<linkingAgentIdentifier>${id('linkingAgentIdentifier', 'sillok')}</linkingAgentIdentifier>`,
    `<linkingObjectIdentifier>${id('linkingObjectIdentifier', name)}</linkingObjectIdentifier></event>`,
    `<agent><agentIdentifier>${id('agentIdentifier', 'sillok')}</agentIdentifier><agentName>Sillok</agentName>`,
    '<agentType>software</agentType></agent></premis>\n',
  ].join('');
}
