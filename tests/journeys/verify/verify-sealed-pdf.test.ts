import { type Anchors, verifySealedPdf } from '@sillok/evidence/verifying';
import { type Question, worstOf } from '@sillok/kernel';
import { ocspRequest, timestampClient } from '@sillok/signatures';
import { completeFields, embedSignature, prepareSeal, prepareTimestamp } from '@sillok/signatures/pdf';
import { signDetached, signStamped, stampingFetch } from '@sillok/test-support';
import { describe, expect, it } from 'vitest';
import { plainPdf } from '../../conformance/making/plain-pdf.ts';
import { frozenPaper, people, sealedPaper, signedAt } from './sample-evidence.ts';

const who = people();
const { pki } = who;
const later = '2016-05-05T00:00:00.000Z';
const crls = pki.crls('2016-06-01T00:00:00.000Z', '2049-01-01T00:00:00.000Z');

function trusting(more: Partial<Anchors['trust']> = {}): Anchors {
  return { trust: { roots: [pki.root.certificate], crls, ocsp: [], ...more }, witnesses: [] };
}

function worse(questions: readonly Question[]): readonly string[] {
  return questions.flatMap((one) =>
    one.verdict === 'passed' ? [] : [`${one.verdict} ${one.question} ${one.reason} ${one.detail}`],
  );
}

function prepared() {
  const appearance = { pdf: Buffer.from(plainPdf(200, 20), 'latin1'), page: 1 };
  const completed = completeFields(frozenPaper(), [{ name: 'number', value: 'Budget-12', appearance }]);
  return prepareSeal(completed, { field: 'seal', signedAt, reserveBytes: 6000 });
}

/** A document timestamp in a revision of its own. */
async function archived(pdf: Uint8Array): Promise<Uint8Array> {
  const stamp = prepareTimestamp(pdf, { field: 'archive', reserveBytes: 6000 });
  const client = timestampClient({ url: 'http://tsa.invalid/', fetch: stampingFetch(pki, later) });
  return embedSignature(stamp, await client.stamp(stamp.digest));
}

describe('verifySealedPdf', () => {
  it('says who sealed, and passes under lists', async () => {
    const { questions, seals } = verifySealedPdf(await sealedPaper(who, frozenPaper(), 'Budget-12'), trusting());
    expect(worse(questions)).toEqual([]);
    expect(seals.map((one) => one.subjectCommonName)).toEqual(['행정안전부장관']);
  });

  it('passes and fails by what OCSP answers about the seal and the timestamp authority', async () => {
    const pdf = await sealedPaper(who, frozenPaper(), 'Budget-12');
    const [ofRoot] = crls;
    const ask = (status: Parameters<typeof pki.answerOcsp>[3]) =>
      [pki.seal, pki.tsa].map(({ certificate }) =>
        pki.answerOcsp(ocspRequest(certificate, pki.issuing.certificate), later, '2016-06-01T00:00:00.000Z', status),
      );
    const under = (ocsp: readonly Uint8Array[]) =>
      worse(verifySealedPdf(pdf, trusting({ crls: ofRoot === undefined ? [] : [ofRoot], ocsp })).questions).join();
    expect(under(ask({ status: 'good' }))).toBe('');
    expect(under(ask({ status: 'unknown' }))).toContain('indeterminate seal: timestamp-revocation TRY_LATER');
    expect(under([])).toContain('indeterminate seal: timestamp-revocation TRY_LATER');
    const revoked = ask({ status: 'revoked', at: '2016-01-01T00:00:00.000Z', reason: 'keyCompromise' });
    expect(under(revoked)).toMatch(/(failed|indeterminate) seal: timestamp-revocation/);
  });

  it('takes a document timestamp as proof of a seal that has none of its own', async () => {
    const seal = prepared();
    const sealed = embedSignature(seal, signDetached(pki.seal, seal.digest));
    expect(worse(verifySealedPdf(sealed, trusting()).questions)[0]).toContain('indeterminate seal: timestamp NO_POE');
    expect(worse(verifySealedPdf(await archived(sealed), trusting()).questions)).toEqual([]);
    const strangers = trusting({ roots: [people().pki.root.certificate] });
    expect(worstOf(verifySealedPdf(await archived(sealed), strangers).questions)).toBe('indeterminate');
  });

  it('fails a seal that claims a time within its signature', async () => {
    const seal = prepared();
    const pdf = embedSignature(seal, await signStamped(pki, pki.seal, seal.digest, signedAt));
    expect(worse(verifySealedPdf(pdf, trusting()).questions)[0]).toContain('failed seal: form FORMAT_FAILURE');
  });

  it('fails a signature that was moved from one file to another', async () => {
    const seal = prepared();
    const other = await signStamped(pki, pki.seal, Buffer.alloc(32, 1), signedAt, 'in-pdf');
    const { questions } = verifySealedPdf(embedSignature(seal, other), trusting());
    expect(worse(questions)).toContain('failed seal: message-digest HASH_FAILURE undefined');
  });

  it.each(['', '%PDF-1.7', 'hello'])('never passes %j and does not throw', (text) => {
    expect(worstOf(verifySealedPdf(Buffer.from(text), trusting()).questions)).not.toBe('passed');
  });
});
