import { describe, expect, it } from 'vitest';
import { bytes, samplePackage } from '../testing/sample-package.ts';
import { readMetsHeader } from './read-mets-header.ts';

const mets = new TextDecoder().decode(samplePackage().get('METS.xml'));

describe('readMetsHeader', () => {
  it('tells who sends what to whom, and by which references', () => {
    expect(readMetsHeader(bytes(mets))).toEqual({
      objId: 'sample-package',
      packageType: 'SIP',
      createdAt: '2026-11-24T09:00:00Z',
      recordStatus: 'NEW',
      submitter: { name: 'Records Office', code: 'RO' },
      creator: { name: 'Ministry of Roads', code: 'MR' },
      preservation: { name: 'State Archive', code: 'SA' },
      references: { submissionAgreement: 'A 12/3', previousSubmission: 'A 12/3', referenceCode: 'A 12/3' },
    });
  });

  it('does not read on after the header', () => {
    const cut = mets.slice(0, mets.indexOf('<dmdSec'));
    expect(readMetsHeader(bytes(`${cut}${' '.repeat(20_000)}<<<`)).objId).toBe('sample-package');
  });

  it('leaves out agents that have no code, and references that are not there', () => {
    const bare = mets.replaceAll(/ csip:NOTETYPE="IDENTIFICATIONCODE"/g, '').replaceAll(/<altRecordID.*/g, '');
    const header = readMetsHeader(bytes(bare));
    expect([header.submitter, header.creator, header.preservation, header.references]).toEqual([
      undefined,
      undefined,
      undefined,
      {},
    ]);
  });

  it.each([
    ['no METS', '<html/>'],
    ['no XML', '\u0000\u0001'],
    ['nothing', ''],
    ['a METS without header', mets.replace(/<metsHdr[\s\S]*<\/metsHdr>/, '')],
    ['a METS with a document type', mets.replace('<mets ', '<!DOCTYPE mets [<!ENTITY a "b">]><mets ')],
    ['a header that never ends', `${mets.slice(0, mets.indexOf('</metsHdr>'))}${' '.repeat(2_000_000)}`],
  ])('refuses %s', (_name, text) => {
    expect(() => readMetsHeader(bytes(text))).toThrow(expect.objectContaining({ code: 'CONTAINER_MALFORMED' }));
  });
});
