import { readFile, writeFile } from 'node:fs/promises';
import { type OpensslAuthority, signDetached } from './openssl-authority.ts';

const room = 16384;

const metadata = [
  '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>',
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
  '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">',
  '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
  '</rdf:Description></rdf:RDF></x:xmpmeta>',
  '<?xpacket end="w"?>',
].join('\n');

const objects = [
  '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> /Lang (en) ' +
    '/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R /Metadata 7 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Annots [4 0 R] >>',
  '<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal) /V 5 0 R /F 132 /Rect [0 0 0 0] /P 3 0 R >>',
  '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 AAAAAAAA BBBBBBBB CCCCCCCC] ' +
    `/M (D:20260101000000Z) /Contents <${'0'.repeat(room)}> >>`,
  '<< /Type /StructTreeRoot >>',
  `<< /Type /Metadata /Subtype /XML /Length ${metadata.length} >>\nstream\n${metadata}\nendstream`,
];

/** The smallest PDF/A-2a with one PAdES signature (EN 319 142-1 §6), signed by openssl. */
export async function writeSignedPdf(authority: OpensslAuthority, path: string): Promise<void> {
  const bytes = Buffer.from(withRange(unsignedPdf()), 'latin1');
  const start = bytes.indexOf('/Contents <') + '/Contents '.length;
  const end = start + room + 2;
  const covered = `${path}.covered`;
  const p7s = `${path}.p7s`;
  await writeFile(covered, Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]));
  await signDetached(authority, covered, p7s);
  bytes.write((await readFile(p7s)).toString('hex'), start + 1, 'latin1');
  await writeFile(path, bytes);
}

function unsignedPdf(): string {
  let text = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const id = '<00112233445566778899aabbccddeeff>';
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /ID [${id} ${id}] >>\n`;
  return `${text}${table}${trailer}startxref\n${text.length}\n%%EOF\n`;
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
