import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addValidationData } from './add-validation-data.ts';
import { completeFields } from './complete-fields.ts';
import { declareFields } from './declare-fields.ts';
import { embedSignature } from './embed-signature.ts';
import { examinePdf } from './examine-pdf.ts';
import { paperQuestion } from './paper-question.ts';
import { prepareSeal } from './prepare-seal.ts';
import { prepareTimestamp } from './prepare-timestamp.ts';
import {
  anyCms,
  appearance,
  appended,
  declaredPaper,
  filledPaper,
  paper,
  paperObjects,
  places,
  preparedSeal,
  sealedPaper,
  streamText,
  writtenPdf,
} from './test-files.ts';

const startsWith = (bytes: Uint8Array, prefix: Uint8Array) =>
  Buffer.compare(bytes.subarray(0, prefix.length), prefix) === 0;
const malformed = (reason: RegExp) =>
  expect.objectContaining({ code: 'PDF_MALFORMED', message: expect.stringMatching(reason) });
const acts = (pdf: Uint8Array) => examinePdf(pdf).revisions.map((one) => one.acts.join(' '));
const place = (more: Partial<(typeof places)[number]>) => [{ ...places[0], ...more } as (typeof places)[number]];

describe('declareFields', () => {
  it('appends one revision of empty fields and leaves the paper as it is', () => {
    const declared = declaredPaper();
    expect(startsWith(declared, paper())).toBe(true);
    expect(acts(declared)).toEqual(['', 'declared']);
    expect(examinePdf(declared).fields).toEqual([
      { name: 'number', value: undefined },
      { name: 'later', value: undefined },
    ]);
  });

  it('gives the same bytes for the same input', () => {
    expect(Buffer.compare(declaredPaper(), declaredPaper())).toBe(0);
    expect(Buffer.compare(filledPaper(), filledPaper())).toBe(0);
    expect(Buffer.compare(sealedPaper(), sealedPaper())).toBe(0);
  });

  it('keeps the first file identifier and the annotations that are there', () => {
    const added = Buffer.from(declaredPaper()).subarray(paper().length).toString('latin1');
    expect(added).toContain(`/ID [<${Buffer.from('0123456789abcdef').toString('hex')}>`);
    expect(added).toMatch(/\/Annots \[9 0 R \d+ 0 R \d+ 0 R\]/);
    expect(added.match(/\/F 132/g)).toHaveLength(places.length);
    expect(added).not.toMatch(/NeedAppearances|\/DA|\/DR|\/Helv/);
  });

  it.each([
    ['a name with a full stop', place({ name: 'a.b' }), /cannot be called/],
    ['a name given twice', [...places, ...place({})], /one name/],
    ['a page that is not there', place({ page: 3 }), /no page 3/],
    ['corners in another order', place({ rect: [9, 9, 1, 1] }), /another order/],
    [
      'an appearance larger than its field',
      place({ appearance: appearance(), rect: [0, 0, 9, 9] }),
      /larger than its field/,
    ],
    ['no field', [], /no field/],
  ])('refuses %s', (_, wrong, reason) => {
    expect(() => declareFields(paper(), wrong)).toThrow(malformed(reason));
  });

  it('refuses a document that has a form, and one without an identifier', () => {
    expect(() => declareFields(declaredPaper(), places)).toThrow(malformed(/a form already/));
    expect(() => declareFields(writtenPdf(paperObjects, ''), places)).toThrow(malformed(/no \/ID/));
  });
});

describe('completeFields', () => {
  it('appends one revision that fills, and leaves what signers saw as a prefix', () => {
    const filled = filledPaper();
    expect(startsWith(filled, declaredPaper())).toBe(true);
    expect(acts(filled)).toEqual(['', 'declared', 'filled']);
    expect(examinePdf(filled).fields[0]).toEqual({ name: 'number', value: '총무과-12' });
  });

  it('copies what the appearance needs, once for all pages of one source', () => {
    const shown = appearance();
    const values = ['number', 'later'].map((name) => ({ name, value: 'x', appearance: shown }));
    const added = Buffer.from(completeFields(declaredPaper(), values))
      .subarray(declaredPaper().length)
      .toString('latin1');
    expect(added.match(/\/Subtype \/Form/g)).toHaveLength(2);
    expect(added.match(/\/CharProcs/g)).toHaveLength(1);
  });

  it('changes the metadata where asked', () => {
    const changed = completeFields(declaredPaper(), [], { xmp: (old) => old.replace('/>', ' about="근거"/>') });
    expect(acts(changed)).toEqual(['', 'declared', 'metadata']);
    expect(Buffer.from(changed).includes('<x:xmpmeta about="근거"/>')).toBe(true);
  });

  it.each([
    ['a field that is not there', 'other', /no text field/],
    ['a signature field', 'seal', /no text field/],
    ['a field that is filled', 'number', /filled already/],
  ])('refuses %s', (_, name, reason) => {
    const value = { name, value: 'x', appearance: appearance() };
    expect(() => completeFields(filledPaper(), [value])).toThrow(malformed(reason));
  });
});

describe('prepareSeal', () => {
  it('leaves out exactly the contents and digests the rest', () => {
    const { bytes, byteRange, digest } = preparedSeal();
    const [, first, second, length] = byteRange;
    expect(Buffer.from(bytes.subarray(first, second)).toString('latin1')).toBe(`<${'00'.repeat(64)}>`);
    expect(second + length).toBe(bytes.length);
    const hashed = createHash('sha256').update(bytes.subarray(0, first)).update(bytes.subarray(second)).digest();
    expect(Buffer.compare(digest, hashed)).toBe(0);
  });

  it('says who, why and when', () => {
    const order = { field: 'second', signedAt: '2026-03-01T09:00:00.000Z', reason: '<시행> /Contents <', name: 'A' };
    const sealed = embedSignature(prepareSeal(sealedPaper(), order), anyCms);
    const { signatures, questions } = examinePdf(sealed);
    expect(questions.filter((one) => one.verdict !== 'passed')).toEqual([]);
    expect(signatures.map((one) => [one.field, one.revision, one.signedAt, one.coversWholeFile])).toEqual([
      ['seal', 4, '2026-03-01T09:00:00.000Z', false],
      ['second', 5, '2026-03-01T09:00:00.000Z', true],
    ]);
  });

  it('refuses a field that is signed, and a time that is none', () => {
    const order = { field: 'seal', signedAt: '2026-03-01T09:00:00.000Z' };
    expect(() => prepareSeal(sealedPaper(), order)).toThrow(malformed(/filled already/));
    expect(() => prepareSeal(filledPaper(), { ...order, signedAt: 'today' })).toThrow(malformed(/no instant/));
  });

  it('refuses a signature larger than its room', () => {
    const large = new Uint8Array(65);
    expect(() => embedSignature(preparedSeal(), large)).toThrow(
      expect.objectContaining({ code: 'PDF_CONTENTS_TOO_SMALL' }),
    );
  });
});

describe('what follows a seal', () => {
  const certificates = [Buffer.from('3000', 'hex')];
  const withData = addValidationData(sealedPaper(), { certificates, crls: [Buffer.from('3001', 'hex')], ocsps: [] });

  it('is undecided while validation data is covered by nothing, and passes under a document timestamp', () => {
    const open = examinePdf(withData).questions.filter((one) => one.verdict !== 'passed');
    expect(open.map((one) => [one.question, one.verdict])).toEqual([['coverage', 'indeterminate']]);
    const first = embedSignature(prepareTimestamp(withData, { field: 'second' }), anyCms);
    const again = embedSignature(prepareTimestamp(first, { field: 'archive-2' }), anyCms);
    expect(examinePdf(again).questions.filter((one) => one.verdict !== 'passed')).toEqual([]);
    expect(examinePdf(again).signatures.map((one) => one.kind)).toEqual(['seal', 'timestamp', 'timestamp']);
  });

  it('keeps what an earlier store holds and nothing twice', () => {
    const more = addValidationData(withData, {
      certificates: [...certificates, Buffer.from('3002', 'hex')],
      crls: [],
      ocsps: [],
    });
    const store = Buffer.from(more).toString('latin1').split('/Type /DSS').at(-1);
    expect(/\/Certs \[([^\]]*)\]/.exec(store ?? '')?.[1]?.match(/ R/g)).toHaveLength(2);
    expect(() => addValidationData(withData, { certificates, crls: [], ocsps: [] })).toThrow(malformed(/has not/));
  });
});

describe('paperQuestion', () => {
  const declared = declaredPaper();
  const frozen = { length: declared.length, sha256: createHash('sha256').update(declared).digest('hex') };
  const asked = (pdf: Uint8Array, paperFacts = frozen) => paperQuestion(pdf, examinePdf(pdf), paperFacts);

  it('passes where everything behind the paper only filled it', () => {
    expect(asked(sealedPaper()).verdict).toBe('passed');
  });

  it('fails for another paper, one cut within a revision, and one whose fields came later', () => {
    expect(asked(sealedPaper(), { ...frozen, sha256: '00'.repeat(32) })).toMatchObject({ reason: 'HASH_FAILURE' });
    const part = sealedPaper().subarray(0, 100);
    const partial = { length: 100, sha256: createHash('sha256').update(part).digest('hex') };
    expect(asked(sealedPaper(), partial)).toMatchObject({ reason: 'FORMAT_FAILURE' });
    const bare = { length: paper().length, sha256: createHash('sha256').update(paper()).digest('hex') };
    expect(asked(sealedPaper(), bare)).toMatchObject({ detail: 'fields were declared' });
  });

  it('fails where the content was replaced before the seal, which the seal itself covers', () => {
    const replaced = appended(declared, { 5: streamText('forged') });
    const sealed = embedSignature(
      prepareSeal(replaced, { field: 'seal', signedAt: '2026-03-01T09:00:00.000Z' }),
      anyCms,
    );
    expect(asked(sealed)).toMatchObject({ verdict: 'failed', detail: expect.stringContaining('object 5') });
  });
});
