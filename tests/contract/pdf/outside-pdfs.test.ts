import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { worstOf } from '@sillok/kernel';
import { examinePdf } from '@sillok/signatures/pdf';
import { describe, expect, it } from 'vitest';

const corpora = process.env['SILLOK_CORPORA'];
const skipped = corpora === undefined ? ' (skipped: SILLOK_CORPORA is not set)' : '';

/** Files that their makers call attacks, broken or refused, with what is said of them here. */
const attacks: readonly (readonly [string, RegExp])[] = [
  ['pades/BadEncodedCMS.pdf', /lower-case/],
  ['pades/malformed-pades.pdf', /no PDF header/],
  ['pades/pades_infinite_loop.pdf', /no cross-reference table/],
  ['pades/pdf-spoofing-attack.pdf', /cross-reference streams are not read/],
  ['pades/pades-spoofing-replaced-reason.pdf', /./],
  ['pades/modified_after_signature.pdf', /hybrid files are not read/],
  ['pades/pades-lta-copied-doctst.pdf', /./],
  ['pades/pdf-structtreeroot-changes.pdf', /hybrid files are not read/],
  ['pades/dss-2236/hide.pdf', /longer or shorter/],
  ['pades/dss-2236/replace.pdf', /cross-reference streams are not read/],
  ['pades/dss-2236/annotation-and-visible-change.pdf', /startxref and %%EOF do not follow/],
  ['pdf-signatures/form-update-override-appearance-stream.pdf', /object 9 \(XObject\) was redefined/],
  ['pdf-signatures/form-update-override-appearance-stream-sneaky.pdf', /object 9 \(XObject\) was redefined/],
  [
    'pdf-signatures/form-update-no-override-appearance-stream-ap-indirect-sneaky.pdf',
    /object 14 \(dict\) was redefined/,
  ],
  ['pdf-signatures/form-update-ap-indirect-sneaky-trailer.pdf', /object 14 \(dict\) was redefined/],
  ['pdf-signatures/separate-annots-kids-indir.pdf', /a field that was not declared/],
  ['pdf-signatures/coverage-anomalies/one-byterange.pdf', /not four whole numbers/],
  ['pdf-signatures/coverage-anomalies/weird-byterange.pdf', /not exactly the contents of its field/],
  ['pdf-signatures/minimal-hybrid-xref.pdf', /hybrid files are not read/],
  ['pdf-signatures/minimal-with-nonexistent-refs.pdf', /object 100 is named but not there/],
  ['pdf-signatures/minimal-with-orphaned-xrefs.pdf', /a generation above 0/],
];

/** Signed by others in the one style that can be shown to be read in one way only. */
const clean = ['pades/pdf-with-eof-cr.pdf'];

function pdfsIn(folder: string): string[] {
  const names = readdirSync(join(corpora ?? '', folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.toLowerCase().endsWith('.pdf')).map((name) => `${folder}/${name}`);
}

const examined = (name: string) => examinePdf(readFileSync(join(corpora ?? '', name)));

describe.skipIf(corpora === undefined)(`PDFs made by others${skipped}`, () => {
  it('answers about every file, signed or damaged, and throws at none', () => {
    const names = ['pades', 'pdf-signatures', 'attachments'].flatMap(pdfsIn);
    expect(names.length).toBeGreaterThan(100);
    const verdicts = names.map((name) => [name, worstOf(examined(name).questions)] as const);
    expect(verdicts.filter(([, verdict]) => verdict === 'passed').map(([name]) => name)).toEqual(clean);
  });

  it.each(attacks)('does not pass %s', (name, reason) => {
    const open = examined(name).questions.filter((one) => one.verdict !== 'passed');
    expect(open.map((one) => `${one.question}: ${one.detail}`).join('\n')).toMatch(reason);
  });
});
