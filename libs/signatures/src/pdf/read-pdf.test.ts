import { hasCode } from '@sillok/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPdf } from './read-pdf.ts';
import { appended, paper, paperObjects, sealedPaper, streamText, writtenPdf } from './test-files.ts';

const sealed = Buffer.from(sealedPaper());
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const text = paper().toString('latin1');
const edited = (from: string | RegExp, to: string) => Buffer.from(text.replace(from, to), 'latin1');

describe('readPdf', () => {
  it('reads each revision with its objects', () => {
    const { revisions } = readPdf(sealed);
    expect(revisions).toHaveLength(4);
    expect(revisions.map((one) => sealed.subarray(0, one.end).toString('latin1').slice(-5))).toEqual(
      Array(4).fill('%%EOF'),
    );
    expect([...(revisions[0]?.objects.keys() ?? [])]).toEqual(Object.keys(paperObjects).map(Number));
  });

  it.each<[string, RegExp, Uint8Array]>([
    ['nothing', /no PDF header/, Buffer.alloc(0)],
    ['another header', /no PDF header/, edited('%PDF-1.7', '%PDF-0.7')],
    ['a key given twice', /stands twice/, writtenPdf({ ...paperObjects, 10: '<< /A 1 /A 1 >>' })],
    ['a key given twice with an escape', /stands twice/, writtenPdf({ ...paperObjects, 10: '<< /A 1 /#41 1 >>' })],
    ['values nested too deeply', /nested too deeply/, writtenPdf({ ...paperObjects, 10: nested(50_000) })],
    ['a reference to nothing', /object 77 is named/, writtenPdf({ ...paperObjects, 10: '[77 0 R]' })],
    ['an object that is a reference', /is a reference to another/, writtenPdf({ ...paperObjects, 10: '9 0 R' })],
    ['a comment', /a token that is no value/, writtenPdf({ ...paperObjects, 10: '[1 % 2\n3]' })],
    ['a stream of objects', /streams of objects/, writtenPdf({ ...paperObjects, 10: streamText('', '/Type /ObjStm') })],
    ['a stream kept elsewhere', /another file/, writtenPdf({ ...paperObjects, 10: streamText('', '/F (x)') })],
    [
      'a stream without its length',
      /without a plain length/,
      writtenPdf({ ...paperObjects, 10: '<<>>\nstream\nx\nendstream' }),
    ],
    ['a stream that is shorter', /longer or shorter/, edited('/Length 14', '/Length 15')],
    ['a hybrid file', /hybrid files/, writtenPdf(paperObjects, '/ID [(a) (a)] /XRefStm 10')],
    ['encryption', /encrypted files/, writtenPdf(paperObjects, '/ID [(a) (a)] /Encrypt 1 0 R')],
    ['an odd hexadecimal string', /odd number/, writtenPdf({ ...paperObjects, 10: '<abc>' })],
    ['a string without an end', /does not end/, writtenPdf({ ...paperObjects, 10: '(abc' })],
    ['a table that points elsewhere', /no cross-reference table/, edited(/startxref\n\d+/, 'startxref\n20')],
    ['an older table that points forwards', /backwards/, writtenPdf(paperObjects, '/ID [(a) (a)] /Prev 99999')],
    ['a table that names itself', /backwards/, edited('/Root', `/Prev ${/startxref\n(\d+)/.exec(text)?.[1]} /Root`)],
    ['an object listed twice', /listed twice/, edited('9 1\n', '8 1\n')],
    ['an object moved by a byte', /is not where the table says/, edited(/(1 1\n000000001)\d/, '$19')],
    ['a later generation', /generation above 0/, edited(' 00000 n', ' 00001 n')],
    ['an object beyond /Size', /beyond/, edited('/Size 100', '/Size 5')],
    ['an object taken away', /taken away/, appended(paper(), {}, undefined, '7 1\n0000000000 00001 f\r\n')],
  ])('refuses %s', (_, reason, bytes) => {
    expect(() => readPdf(bytes)).toThrow(reason);
    expect(() => readPdf(bytes)).toThrow(expect.objectContaining({ code: 'PDF_MALFORMED' }));
  });

  it('reads a length that stands in an object of its own', () => {
    const indirect = { ...paperObjects, 10: '<< /Length 11 0 R >>\nstream\nabc\nendstream', 11: '3' };
    expect(readPdf(writtenPdf(indirect)).revisions[0].objects.get(10)?.value).toMatchObject({
      data: Buffer.from('abc'),
    });
    expect(() => readPdf(writtenPdf({ ...indirect, 11: '(3)' }))).toThrow(/without a plain length/);
  });

  it('answers or refuses, whatever the bytes are', () => {
    const cut = fc.tuple(fc.nat(sealed.length), fc.nat(sealed.length), fc.nat(200));
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc.constantFrom(...tokens).map((token) => Buffer.from(token)),
    );
    fc.assert(
      fc.property(cut, piece, ([at, from, length], inserted) => {
        const moved = sealed.subarray(from, from + length);
        const bytes = Buffer.concat([sealed.subarray(0, at), inserted, moved, sealed.subarray(at + length)]);
        expect(isReadOrRefused(bytes)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('ends soon on input made to be slow', () => {
    const white = ' '.repeat(200_000);
    const slow = [`%PDF-1.7\n${'('.repeat(300_000)}`, `%PDF-1.7\n${white}startxref\n9\n%%EOF`, '['.repeat(300_000)];
    const objects = { ...paperObjects, 10: `[${`1${white.slice(0, 5000)}`.repeat(100)}]`, 11: `<${white}>` };
    expect(() => readPdf(writtenPdf({ ...paperObjects, 10: `[${'1 '.repeat(1_000_000)}]` }))).toThrow(
      /too many values/,
    );
    expect(slow.every((one) => isReadOrRefused(Buffer.from(one)))).toBe(true);
    expect(readPdf(writtenPdf(objects)).revisions[0].objects.size).toBe(11);
  });
});

const tokens = [
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  'endobj',
  'stream\n',
  'xref\n',
  'trailer',
  'startxref\n0\n%%EOF',
  '0 R',
];

function isReadOrRefused(bytes: Uint8Array): boolean {
  try {
    return readPdf(bytes).revisions.length > 0;
  } catch (error) {
    return hasCode(error, 'PDF_MALFORMED');
  }
}
