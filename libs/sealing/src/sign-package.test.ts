import { canonicalBytes, type Json } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { at, complaintsOf, sealOf } from './seal-fixtures.ts';

const signer = sealOf('mois');

const metsOf = ({ kind = 'SIP', code = 'mois' }) =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<mets xmlns="http://www.loc.gov/METS/" xmlns:csip="https://DILCIS.eu/XML/METS/CSIPExtensionMETS" OBJID="transfer-0001">
<metsHdr CREATEDATE="${at}" csip:OAISPACKAGETYPE="${kind}">
<agent ROLE="CREATOR" TYPE="OTHER" OTHERTYPE="SOFTWARE"><name>sillok</name>
<note csip:NOTETYPE="SOFTWARE VERSION">1</note></agent>
<agent ROLE="CREATOR" TYPE="ORGANIZATION"><name>행정안전부</name>
<note csip:NOTETYPE="IDENTIFICATIONCODE">${code}</note></agent>
<agent ROLE="PRESERVATION" TYPE="ORGANIZATION"><name>국가기록원</name>
<note csip:NOTETYPE="IDENTIFICATIONCODE">archives</note></agent></metsHdr></mets>`);

const said = {
  type: 'transfer-receipt',
  version: 1,
  kind: 'arrived',
  from: 'mois',
  to: 'mopa',
  transferId: 'transfer-0001',
  answers: 'a'.repeat(64),
  previous: null,
  package: { sha256: 'b'.repeat(64), bytes: 10 },
  items: [],
  counts: { offered: 1, accepted: 0, returned: 0 },
  at,
  checkpoint: null,
} satisfies Json;

describe('the seal over a package', () => {
  it.each(['SIP', 'AIP'])('signs the root METS of a %s of its own institution', async (kind) => {
    const mets = metsOf({ kind });
    expect(complaintsOf(await signer.signPackage({ keyId: 'seal', mets, at }), mets)).toEqual([]);
  });

  it.each([
    ['of another institution', metsOf({ code: 'mopa' })],
    ['for reading', metsOf({ kind: 'DIP' })],
    ['without a submitter', metsOf({ code: '' })],
    ['that is no METS', Buffer.from('<mets OBJID="transfer-0001"/>')],
    ['that is no XML', Buffer.from('mois')],
  ])('refuses one %s', async (_, mets) => {
    const refused = { code: 'signature-invalid', field: 'mets' };
    await expect(signer.signPackage({ keyId: 'seal', mets, at })).rejects.toMatchObject(refused);
  });
});

describe('the seal over a receipt of a submission', () => {
  it('signs what its own institution says', async () => {
    const receipt = canonicalBytes(said);
    expect(complaintsOf(await signer.signTransferReceipt({ keyId: 'seal', receipt, at }), receipt)).toEqual([]);
  });

  it.each([
    ['what another institution would say', canonicalBytes({ ...said, from: 'mopa' }), at],
    ['what is no receipt', canonicalBytes({ ...said, kind: 'kept' }), at],
    ['bytes that are not canonical', new TextEncoder().encode(JSON.stringify(said)), at],
    ['another time than the one it says', canonicalBytes(said), '2026-03-01T09:00:01.000Z'],
  ])('refuses %s', async (_, receipt, when) => {
    await expect(signer.signTransferReceipt({ keyId: 'seal', receipt, at: when })).rejects.toMatchObject({
      code: 'signature-invalid',
      field: 'receipt',
    });
  });
});
