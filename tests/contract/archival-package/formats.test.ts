import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { identifyFormat } from '@sillok/archival-package';
import { describe, expect, it } from 'vitest';

const corpora = process.env['SILLOK_CORPORA'];
const skipped = corpora === undefined ? ' (skipped: SILLOK_CORPORA is not set)' : '';
const folder = join(corpora ?? '', 'attachments');

/** PRONOM's keys of real files, as their makers tell of the format: OpenDocument by version, PDF by header. */
const known: Readonly<Record<string, string>> = {
  'PDF-Sample-Document-Fully-Featured-Layout.docx': 'fmt/412',
  'LibreOffice7-ODF-1.3/LibreOfficeCalc_ods_1.3.ods': 'fmt/1755',
  'LibreOffice7-ODF-1.3/LibreOfficeImpress_odp_1.3.odp': 'fmt/1754',
  'LibreOffice7-ODF-1.3/LibreOfficeWriter_odt_1.3.odt': 'fmt/1756',
  'vnd.oasis.opendocument.text/lorem-ipsum.oo3.2.odt': 'fmt/291',
  'vnd.openxmlformats-officedocument.wordprocessingml.document/lorem-ipsum.docx': 'fmt/412',
  'spreadsheet/xls/MonteCarlo.xls': 'fmt/61',
  'damaged-pdfs/033689.pdf': 'fmt/20',
  'damaged-pdfs/040669.pdf': 'fmt/16',
  'damaged-pdfs/435321.pdf': 'fmt/18',
  'damaged-pdfs/509284.pdf': 'fmt/17',
};

describe.skipIf(corpora === undefined)(`real attachments${skipped}`, () => {
  it('have the format that they are known to have', () => {
    const found = Object.keys(known).map((path) => {
      const { format, ending, isEncrypted } = identifyFormat(path, readFileSync(join(folder, path)));
      return [path, format?.key, ending, isEncrypted];
    });
    expect(found).toEqual(Object.entries(known).map(([path, key]) => [path, key, 'fits', false]));
  });

  it('are all told by their bytes but for what is older than compound files', () => {
    const files = globSync('**/*.*', { cwd: folder, withFileTypes: true }).filter((one) => one.isFile());
    expect(files.length).toBeGreaterThan(20);
    const unknown = files.filter((one) => {
      return identifyFormat(one.name, readFileSync(join(one.parentPath, one.name))).format === undefined;
    });
    expect(unknown.map(({ name }) => name)).toEqual(['NEWSSLID.DOC']);
  });

  it('mislead by a name that is not theirs', () => {
    const bytes = readFileSync(join(folder, 'damaged-pdfs/033689.pdf'));
    expect(identifyFormat('report.docx', bytes).ending).toBe('other');
    expect(identifyFormat('report', bytes).ending).toBe('missing');
  });
});
