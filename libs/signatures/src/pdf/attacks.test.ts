import { worstOf } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { addValidationData } from './add-validation-data.ts';
import { addObject, draftRevision } from './append-revision.ts';
import { completeFields } from './complete-fields.ts';
import { embedSignature } from './embed-signature.ts';
import { examinePdf } from './examine-pdf.ts';
import { array, dict, integer, name, reference } from './pdf-value.ts';
import { signatureKeys, withByteRange } from './prepare-seal.ts';
import { prepareTimestamp } from './prepare-timestamp.ts';
import { readPdf } from './read-pdf.ts';
import {
  anyCms,
  appearance,
  appended,
  filledPaper,
  type ObjectTexts,
  paperObjects,
  preparedSeal,
  sealedPaper,
  streamText,
  trailerText,
} from './test-files.ts';
import { textString } from './text-string.ts';

const sealed = sealedPaper();
const text = Buffer.from(sealed).toString('latin1');

/** The last text of an object in the file. */
function textOf(number: number): string {
  const from = text.lastIndexOf(`\n${number} 0 obj\n`);
  return text.slice(from + `\n${number} 0 obj\n`.length, text.indexOf('\nendobj', from));
}

function numberOf(pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1]);
}

const form = numberOf(/\/AcroForm (\d+) 0 R/);
const sealField = Number([...text.matchAll(/(\d+) 0 obj\n<<(?:(?!endobj)[\s\S])*?\/T <7365616c>/g)].at(-1)?.[1]);
const sealForm = Number(/\/AP <<\s*\/N (\d+)/.exec(textOf(sealField))?.[1]);
const page = textOf(3);

function failures(pdf: Uint8Array): string[] {
  return examinePdf(pdf).questions.flatMap((one) =>
    one.verdict === 'failed' ? [`${one.question}: ${one.detail}`] : [],
  );
}

const revisions: [string, ObjectTexts, RegExp][] = [
  ['page content replaced', { 5: streamText('1 0 0 rg 0 0 300 400 re f') }, /object 5 \(stream\) was redefined/],
  [
    'a page tree replaced',
    { 2: `${paperObjects[2]}`.replace('3 0 R 4 0 R', '4 0 R 3 0 R') },
    /object 2 \(Pages\) was redefined/,
  ],
  [
    'an overlay annotation',
    {
      3: page.replace('/Annots [', '/Annots [90 0 R '),
      90: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 300 400] /Contents (forged) /DA (0 g) >>',
    },
    /a page gained or lost an annotation/,
  ],
  [
    'an annotation behind the others',
    { 3: page.replace(/(\/Annots \[[^\]]*)/, '$1 90 0 R'), 90: '<< /Subtype /FreeText /Rect [0 0 300 400] >>' },
    /a page gained or lost an annotation/,
  ],
  ['a font swapped', { 7: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 2 2] >>' }, /object 7 \(Font\) was redefined/],
  [
    'the appearance of a signed field swapped',
    { [sealForm]: streamText('0 0 9 9 re f', '/Subtype /Form /BBox [0 0 100 20]') },
    /was redefined/,
  ],
  [
    'a signed field pointed at another appearance',
    {
      [sealField]: textOf(sealField).replace(`/N ${sealForm} 0 R`, '/N 90 0 R'),
      90: streamText('0 0 9 9 re f', '/Type /XObject /Subtype /Form /BBox [0 0 100 20]'),
    },
    /field 'seal' was filled before and is changed/,
  ],
  ['a field moved', { [sealField]: textOf(sealField).replace(/\/Rect \[[^\]]*\]/, '/Rect [0 0 9 9]') }, /under Rect/],
  ['the form removed', { 1: `${paperObjects[1]}` }, /the catalog was changed under AcroForm/],
  ['the form emptied', { [form]: '<< /Fields [] /SigFlags 3 >>' }, /lost a field/],
  ['scripts in the form', { [form]: textOf(form).replace('<<', '<< /CO []') }, /the form was changed under CO/],
  ['an action', { 1: textOf(1).replace('<<', '<< /OpenAction 4 0 R') }, /changed under OpenAction/],
  ['an object that nothing names', { 91: '<< /Later true >>' }, /object 91 is new and unused/],
  ['an object written again', { 4: textOf(4) }, /written again without a change/],
  ['metadata with another filter', { 8: streamText('x', '/Type /Metadata /Filter /Foo') }, /under Subtype, Filter/],
  ['nothing at all', {}, /it does nothing/],
];

const stampable = revisions.filter(([, objects]) => objects[1]?.includes('/AcroForm') ?? true);

describe('a sealed file followed by a revision', () => {
  it('passes before anything is done to it', () => {
    expect(worstOf(examinePdf(sealed).questions)).toBe('passed');
  });

  it.each(revisions)('fails for %s', (_, objects, reason) => {
    const attacked = appended(sealed, objects);
    expect(failures(attacked).join('\n')).toMatch(reason);
    expect(failures(attacked).join('\n')).toMatch(/coverage|no field holds/);
  });

  it.each(stampable)('fails for %s even under a document timestamp', (_, objects, reason) => {
    const attacked = appended(sealed, objects);
    const stamped = prepareTimestamp(attacked, { field: 'archive', reserveBytes: 64 });
    expect(failures(embedSignature(stamped, anyCms)).join('\n')).toMatch(reason);
  });

  it('fails for another root', () => {
    const swapped = appended(sealed, { 90: `${paperObjects[1]}` }, trailerText(sealed).replace('1 0 R', '90 0 R'));
    expect(failures(swapped).join('\n')).toMatch(/is a signature that no field holds/);
  });

  it('fails for another file identifier', () => {
    const other = appended(
      sealed,
      { 8: streamText('<y/>', '/Type /Metadata /Subtype /XML') },
      '/Root 1 0 R /ID [(x) (y)]',
    );
    expect(failures(other).join('\n')).toMatch(/the file has another \/ID/);
  });

  it('fails for a field filled after the last seal, also under a timestamp', () => {
    const filled = completeFields(sealed, [{ name: 'later', value: 'forged', appearance: appearance() }]);
    expect(failures(filled)).toEqual([
      'last-seal: filled after the last seal',
      'coverage: bytes behind the last signature are covered by none',
    ]);
    const stamped = embedSignature(prepareTimestamp(filled, { field: 'archive', reserveBytes: 64 }), anyCms);
    expect(failures(stamped)).toEqual(['last-seal: filled after the last seal']);
  });

  it('fails where validation data is taken away or holds something else', () => {
    const data = { certificates: [anyCms], crls: [], ocsps: [] };
    const stored = addValidationData(sealed, data);
    const catalog = (dss: string) => textOf(1).replace('<<', `<< /DSS << ${dss} >>`);
    expect(failures(appended(stored, { 1: catalog('/Type /DSS') })).join('\n')).toMatch(/lost some of its Certs/);
    expect(failures(appended(sealed, { 1: catalog('/Certs [3 0 R]') })).join('\n')).toMatch(/holds something else/);
    expect(failures(appended(sealed, { 1: catalog('/OpenAction 4 0 R') })).join('\n')).toMatch(/another form/);
  });

  it('fails for a signature field that was not declared, though it covers the file', () => {
    expect(failures(withForeignSeal()).join('\n')).toMatch(/is a field that was not declared/);
  });

  it('fails for a second field that holds the same signature', () => {
    const second = Number(/\/Fields \[[^\]]* (\d+) 0 R\]/.exec(textOf(form))?.[1]);
    const value = /\/V \d+ 0 R/.exec(textOf(sealField))?.[0];
    const attacked = appended(sealed, { [second]: textOf(second).replace('<<', `<< ${value}`) });
    expect(failures(attacked).join('\n')).toMatch(/two fields hold one signature[\s\S]*something that is no signature/);
  });

  it('fails for a signature that no field holds', () => {
    const hidden = '<< /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 1 2 3] /Contents <30> >>';
    const attacked = appended(sealed, { 91: hidden });
    expect(failures(attacked).join('\n')).toMatch(/object 91 is a signature that no field holds/);
  });
});

function withForeignSeal(): Uint8Array {
  const file = readPdf(sealed);
  const draft = draftRevision(file);
  const value = addObject(draft, dict(signatureKeys('Sig', 'ETSI.CAdES.detached', 64)));
  const rect = array([0, 0, 300, 400].map(integer));
  const keys = { Type: name('Annot'), Subtype: name('Widget'), FT: name('Sig'), T: textString('mine'), Rect: rect };
  const field = addObject(draft, dict({ ...keys, P: reference(3), V: reference(value) }));
  const old = [...textOf(form).matchAll(/(\d+) 0 R/g)].map((match) => reference(Number(match[1])));
  draft.objects.set(form, dict({ Fields: array([...old, reference(field)]), SigFlags: integer(3) }));
  return embedSignature(withByteRange(file, draft), anyCms);
}

describe('a sealed file whose bytes are not left alone', () => {
  const contents = text.lastIndexOf('/Contents <') + '/Contents <'.length;
  const byteRange = /\/ByteRange \[([\d ]*)\]/.exec(text);
  const edited = (change: (bytes: Buffer) => Buffer | string) => {
    const made = change(Buffer.from(sealed));
    return typeof made === 'string' ? Buffer.from(made, 'latin1') : made;
  };
  const rewritten = (range: string) => {
    const old = byteRange?.[1] ?? '';
    return text.replace(old, range.padEnd(old.length, ' '));
  };
  const [, first = 0, second = 0, length = 0] = preparedSeal().byteRange;

  it.each<[string, (bytes: Buffer) => Buffer | string]>([
    [
      'one digit in upper case',
      (bytes) => Buffer.concat([bytes.subarray(0, contents + 60), Buffer.from('A'), bytes.subarray(contents + 61)]),
    ],
    [
      'white space inside the contents',
      (bytes) => Buffer.concat([bytes.subarray(0, contents + 60), Buffer.from('  '), bytes.subarray(contents + 62)]),
    ],
    [
      'something other than zeros behind the signature',
      (bytes) => Buffer.concat([bytes.subarray(0, contents + 60), Buffer.from('01'), bytes.subarray(contents + 62)]),
    ],
    ['a signature longer than its room', () => text.replace('<3003020105', '<30ff020105')],
    ['a range that starts later', () => rewritten(`1 ${first - 1} ${second} ${length}`)],
    ['a range that leaves out more', () => rewritten(`0 ${first - 5} ${second} ${length}`)],
    ['a range that starts again too late', () => rewritten(`0 ${first} ${second + 3} ${length - 3}`)],
    ['a range with a number more', () => rewritten(`0 ${first} ${second} ${length} 0`)],
    ['a range with a sign', () => rewritten(`0 ${first} ${second} +${length}`)],
    ['a range with three numbers', () => rewritten(`0 ${first} ${second}`)],
    ['a range with a fraction', () => rewritten(`0 ${first} ${second} ${length}.0`)],
    ['a range that ends before the file', () => rewritten(`0 ${first} ${second} ${length - 6}`)],
    ['a byte range given twice', () => text.replace('/Contents <', '/ByteRange [0 1 2 3]\n/Contents <')],
    ['an end of line behind the file', () => `${text}\n`],
    ['junk behind the file', () => `${text}\n% more`],
    ['an end of file twice', () => `${text}\n%%EOF`],
    ['junk between two revisions', () => text.replace('%%EOF\n', '%%EOF\njunk\n')],
    ['a comment between two revisions', () => text.replace('%%EOF\n', '%%EOF\n% 1 0 obj\n')],
    ['junk before the header', () => `junk${text}`],
    ['its tail cut off', (bytes) => bytes.subarray(0, -1)],
    ['its last line cut off', () => text.slice(0, text.lastIndexOf('%%EOF'))],
    ['a second startxref to an older table', () => `${text}\nstartxref\n${/startxref\n(\d+)/.exec(text)?.[1]}\n%%EOF`],
  ])('fails with %s', (_, change) => {
    expect(worstOf(examinePdf(edited(change)).questions)).toBe('failed');
  });

  it('fails where the gap is made wider and signed so', () => {
    const prepared = preparedSeal();
    const bytes = Buffer.from(prepared.bytes);
    const range = [0, first, second + 1, length - 1] as const;
    bytes.write(
      range.join(' ').padEnd(byteRange?.[1]?.length ?? 0, ' '),
      bytes.lastIndexOf('/ByteRange [') + 12,
      'latin1',
    );
    const wrapped = embedSignature({ bytes, byteRange: prepared.byteRange }, anyCms);
    expect(failures(wrapped)).toEqual(['byte-range seal: what it leaves out is not exactly the contents of its field']);
  });

  it('is not passed with its contents in upper case', () => {
    const prepared = preparedSeal();
    const cms = Buffer.from('30030201af', 'hex');
    const lower = Buffer.from(embedSignature(prepared, cms)).toString('latin1');
    const asked = (made: string) => worstOf(examinePdf(Buffer.from(made, 'latin1')).questions);
    expect(asked(lower)).toBe('passed');
    expect(asked(lower.replace('<30030201af', '<30030201AF'))).toBe('indeterminate');
    expect(asked(lower.replace('<30030201af', '<30030201aF'))).toBe('failed');
  });

  it('is not passed when cut back to a revision before the seal', () => {
    const cut = filledPaper();
    expect(Buffer.compare(cut, Buffer.from(sealed).subarray(0, cut.length))).toBe(0);
    expect(worstOf(examinePdf(cut).questions)).toBe('indeterminate');
  });
});
