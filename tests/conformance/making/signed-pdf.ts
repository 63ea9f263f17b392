import { readFile, writeFile } from 'node:fs/promises';
import { type OpensslAuthority, signDetached } from './openssl-authority.ts';
import { plainPdf } from './plain-pdf.ts';

const room = 16384;

const field = {
  catalog: '/AcroForm << /Fields [7 0 R] /SigFlags 3 >>',
  page: '/Annots [7 0 R]',
  objects: [
    '<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal) /V 8 0 R /F 132 /Rect [0 0 0 0] /P 3 0 R >>',
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 AAAAAAAA BBBBBBBB CCCCCCCC] ' +
      `/M (D:20260101000000Z) /Contents <${'0'.repeat(room)}> >>`,
  ],
};

/** The smallest PDF/A-2a with one PAdES signature (EN 319 142-1 §6), signed by openssl. */
export async function writeSignedPdf(authority: OpensslAuthority, path: string): Promise<void> {
  const bytes = Buffer.from(withRange(plainPdf(595, 842, field)), 'latin1');
  const start = bytes.indexOf('/Contents <') + '/Contents '.length;
  const end = start + room + 2;
  const covered = `${path}.covered`;
  const p7s = `${path}.p7s`;
  await writeFile(covered, Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]));
  await signDetached(authority, covered, p7s);
  bytes.write((await readFile(p7s)).toString('hex'), start + 1, 'latin1');
  await writeFile(path, bytes);
}

function withRange(text: string): string {
  const start = text.indexOf('/Contents <') + '/Contents '.length;
  const end = start + room + 2;
  const width = 'AAAAAAAA'.length;
  return text
    .replace('AAAAAAAA', String(start).padStart(width, ' '))
    .replace('BBBBBBBB', String(end).padStart(width, ' '))
    .replace('CCCCCCCC', String(text.length - end).padStart(width, ' '));
}
