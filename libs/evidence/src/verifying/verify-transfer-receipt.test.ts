import { canonicalBytes } from '@sillok/kernel';
import type { ReceivedItem, TransferReceipt } from '@sillok/schemas/statements/transfer-receipt';
import { describe, expect, it } from 'vitest';
import { noAnchors } from './anchors.ts';
import { verifyTransferReceipts } from './verify-transfer-receipt.ts';

const documentId = 'document-0001';
const here = [
  { path: 'METS.xml', sha256: 'a'.repeat(64) },
  { path: 'data/document.pdf', sha256: 'b'.repeat(64) },
];

/** What is asked of the files of the record, whoever signed. */
function asked(files: ReceivedItem['files']) {
  const receipt: TransferReceipt = {
    type: 'transfer-receipt',
    version: 1,
    kind: 'accepted',
    from: 'archives',
    to: 'munhwa',
    transferId: 'transfer-0001',
    answers: 'c'.repeat(64),
    previous: 'd'.repeat(64),
    package: { sha256: 'e'.repeat(64), bytes: 1 },
    accession: '2032-0001',
    items: [{ documentId, outcome: 'accepted', codes: [], files }],
    counts: { offered: 1, accepted: 1, returned: 0 },
    at: '2032-01-01T00:00:00.000Z',
    checkpoint: null,
  };
  const said = { name: '02-accepted', bytes: canonicalBytes(receipt), signature: new Uint8Array() };
  const subject = { answers: receipt.answers, items: [{ documentId, files: here }] };
  return verifyTransferReceipts([said], subject, noAnchors).find(({ question }) => question.includes('files of'));
}

const [mets = { path: '', sha256: '' }, document = mets] = here;

describe('what a receipt says of the files of a record', () => {
  it.each([
    ['names each', here],
    ['names their METS alone, which names the others', [mets]],
  ])('holds where it %s', (_, files) => {
    expect(asked([...files])).toMatchObject({ verdict: 'passed' });
  });

  it.each([
    ['leaves one out', [document]],
    ['names another METS', [{ ...mets, sha256: '0'.repeat(64) }]],
    ['names one that is not here', [...here, { ...mets, path: 'data/more.pdf' }]],
  ])('fails where it %s', (_, files) => {
    expect(asked(files)).toMatchObject({ verdict: 'failed', reason: 'HASH_FAILURE' });
  });
});
