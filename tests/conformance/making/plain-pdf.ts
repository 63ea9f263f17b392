const metadata = [
  '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>',
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
  '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">',
  '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
  '</rdf:Description></rdf:RDF></x:xmpmeta>',
  '<?xpacket end="w"?>',
].join('\n');

const conforming = '/Lang (en) /MarkInfo << /Marked true >> /StructTreeRoot 4 0 R /Metadata 5 0 R';

/** More of a PDF than an empty page: entries of the catalog and of the page, and objects numbered from 7. */
export interface PdfMore {
  readonly catalog: string;
  readonly page: string;
  readonly objects: readonly string[];
}

const nothing: PdfMore = { catalog: '', page: '', objects: [] };

/** One empty page as PDF/A-2a, the smallest that veraPDF takes, as Latin-1 text; sizes in points. */
export function plainPdf(width: number, height: number, more: PdfMore = nothing): string {
  return withTable([
    `<< /Type /Catalog /Pages 2 0 R ${conforming} ${more.catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << >> /Contents 6 0 R ${more.page} >>`,
    '<< /Type /StructTreeRoot >>',
    `<< /Type /Metadata /Subtype /XML /Length ${metadata.length} >>\nstream\n${metadata}\nendstream`,
    '<< /Length 3 >>\nstream\nq Q\nendstream',
    ...more.objects,
  ]);
}

function withTable(objects: readonly string[]): string {
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
