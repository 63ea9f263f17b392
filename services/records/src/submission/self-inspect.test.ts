import { type PackagePlan, type PlannedFile, writePackage } from '@sillok/archival-package';
import { describe, expect, it } from 'vitest';
import { selfInspect } from './self-inspect.ts';

const createdAt = '2032-01-05T00:00:00.000Z';
const bytes = (text: string) => new TextEncoder().encode(text);
const file = (path: string, content: string, mediaType = 'application/xml'): PlannedFile => ({
  path,
  mediaType,
  createdAt,
  content: () => bytes(content),
});
const house = { name: '행정안전부', code: 'mois' };

/** A package with every folder, whose one record has these files and neither history nor true seal. */
async function packageWith(...data: readonly PlannedFile[]): Promise<Uint8Array> {
  const plan: PackagePlan = {
    kind: 'SIP',
    packageId: 'transfer-0001',
    label: '정보공개',
    createdAt,
    recordStatus: 'NEW',
    software: { name: 'Sillok', version: '1' },
    submitter: house,
    creator: house,
    preservation: { name: 'Archives', code: 'archives' },
    references: { submissionAgreement: 'A', referenceCode: 'B' },
    descriptive: [{ ...file('metadata/descriptive/dc.xml', '<dc/>'), metadataType: 'DC' }],
    preservationMetadata: [{ ...file('metadata/preservation/premis.xml', '<premis/>'), metadataType: 'PREMIS' }],
    other: [],
    schemas: [file('schemas/a.json', '{}', 'application/json')],
    documentation: [file('documentation/a.txt', 'a', 'text/plain')],
    representations: [
      {
        name: 'item-0001',
        label: '정보공개',
        contentInformationType: 'citserms_v3_0',
        data,
        descriptive: [{ ...file('metadata/descriptive/dc.xml', '<dc/>'), metadataType: 'DC' }],
        preservation: [{ ...file('metadata/preservation/premis.xml', '<premis/>'), metadataType: 'PREMIS' }],
        other: [],
      },
    ],
  };
  return (await writePackage(plan, { sign: async () => bytes('no seal') })).bytes;
}

async function codesOf(...data: readonly PlannedFile[]): Promise<readonly string[]> {
  const findings = await selfInspect(await packageWith(...data));
  const own = findings.filter(({ path }) => path.includes('/data/'));
  return own.map(({ code, path }) => `${code} ${path.slice(path.lastIndexOf('/') + 1)}`);
}

const erms = file('data/erms.xml', '<?xml version="1.0"?><erms/>');
const pdf = (more = '') => `%PDF-1.7\n${more}\ntrailer <</Size 3${more}>>\n%%EOF\n`;

describe('the sender’s own inspection', () => {
  it('finds nothing of a file that is what it is called', async () => {
    expect(await codesOf(erms, file('data/document.pdf', pdf(), 'application/pdf'))).toEqual([]);
  });

  it('finds an empty file, one under a name that misleads, one that needs a password, one that nobody knows', async () => {
    expect(
      await codesOf(
        erms,
        file('data/attachments/01-empty.pdf', '', 'application/pdf'),
        file('data/attachments/02-text.pdf', 'only text', 'application/pdf'),
        file('data/attachments/03-locked.pdf', pdf('/Encrypt 4 0 R'), 'application/pdf'),
        file('data/attachments/04-strange.bin', '\u0000\u0001\u0002\u0003', 'application/octet-stream'),
      ),
    ).toEqual([
      'SILLOK-FILE-EMPTY 01-empty.pdf',
      'SILLOK-FORMAT-OTHER 02-text.pdf',
      'SILLOK-FILE-ENCRYPTED 03-locked.pdf',
      'SILLOK-FORMAT-UNKNOWN 04-strange.bin',
    ]);
  });

  it('finds a package without a true seal, and a record without its history', async () => {
    const findings = await selfInspect(await packageWith(erms));
    const evidence = findings.filter(({ code }) => code === 'SILLOK-EVIDENCE').map(({ path }) => path);
    expect(evidence).toEqual(expect.arrayContaining(['METS.xml', 'representations/item-0001']));
  });
});
