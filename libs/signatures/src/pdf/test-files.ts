import { completeFields } from './complete-fields.ts';
import { declareFields, type FieldPlace } from './declare-fields.ts';
import { embedSignature } from './embed-signature.ts';
import { type PreparedSeal, prepareSeal } from './prepare-seal.ts';

/** Files for tests, written by hand and not by the writer under test. Objects are given by number, as their text. */
export type ObjectTexts = Readonly<Record<number, string>>;

const font = '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << >> >>';

/** Numbers that attacks name: 1 catalog, 2 page tree, 3 and 4 pages, 5 and 6 contents, 7 font, 8 metadata. */
export const paperObjects: ObjectTexts = {
  1: '<< /Type /Catalog /Pages 2 0 R /Metadata 8 0 R /Lang (ko) >>',
  2: '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 300 400] >>',
  3: '<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 7 0 R >> >> /Annots [9 0 R] >>',
  4: '<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << >> >>',
  5: streamText('0 0 10 10 re f'),
  6: streamText('0 0 20 20 re f'),
  7: font,
  8: streamText('<x:xmpmeta/>', '/Type /Metadata /Subtype /XML'),
  9: '<< /Type /Annot /Subtype /Link /Rect [1 1 2 2] /Border [0 0 0] /F 4 >>',
};

export function streamText(data: string, entries = ''): string {
  return `<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`;
}

export function writtenPdf(objects: ObjectTexts, trailer = '/ID [(0123456789abcdef) (0123456789abcdef)]'): Buffer {
  return withRevision(
    '%PDF-1.7\n%\x80\x80\x80\x80\n',
    objects,
    `/Root 1 0 R ${trailer}`,
    '0 1\n0000000000 65535 f\r\n',
  );
}

export function paper(): Buffer {
  return writtenPdf(paperObjects);
}

/** A page as large as the fields below, with a font of its own. */
export function appearance(data = '0 0 5 5 re f'): { pdf: Uint8Array; page: number } {
  const objects = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 20] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    4: streamText(data),
    5: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 6 0 R >> >>',
    6: streamText('1 0 0 0 1 1 d1'),
  };
  return { pdf: writtenPdf(objects), page: 1 };
}

/** Appends a revision as a stranger would. `trailer` replaces what it says beside /Size and /Prev. */
export function appended(pdf: Uint8Array, objects: ObjectTexts, trailer = trailerText(pdf), rows = ''): Buffer {
  const text = Buffer.from(pdf).toString('latin1');
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  return withRevision(`${text}\n`, objects, `${trailer} /Prev ${previous}`, rows);
}

export function trailerText(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  const last = text.slice(text.lastIndexOf('trailer'));
  return `/Root 1 0 R ${/\/ID \[[^\]]*\]/.exec(last)?.[0]}`;
}

function withRevision(before: string, objects: ObjectTexts, trailer: string, rows: string): Buffer {
  let body = before;
  let table = rows;
  for (const [number, text] of Object.entries(objects)) {
    table += `${number} 1\n${String(body.length).padStart(10, '0')} 00000 n\r\n`;
    body += `${number} 0 obj\n${text}\nendobj\n`;
  }
  const sizes = [...before.matchAll(/\/Size (\d+)/g)].map((match) => Number(match[1]));
  const size = Math.max(100, ...sizes, ...Object.keys(objects).map((number) => Number(number) + 1));
  const end = `xref\n${table}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${body.length}\n%%EOF`;
  return Buffer.from(body + end, 'latin1');
}

export const places: readonly FieldPlace[] = [
  { name: 'number', page: 1, rect: [10, 300, 110, 320], kind: 'text', tooltip: '문서번호' },
  { name: 'later', page: 1, rect: [10, 260, 110, 280], kind: 'text', tooltip: 'left empty' },
  { name: 'seal', page: 2, rect: [10, 10, 110, 30], kind: 'signature', tooltip: '관인' },
  { name: 'second', page: 2, rect: [150, 10, 250, 30], kind: 'signature', tooltip: 'second seal' },
];

export function declaredPaper(): Uint8Array {
  return declareFields(paper(), places);
}

export function filledPaper(): Uint8Array {
  return completeFields(declaredPaper(), [{ name: 'number', value: '총무과-12', appearance: appearance() }]);
}

/** No CMS, but a value in DER: what stands in it is the question of others. */
export const anyCms: Uint8Array = Buffer.from('3003020105', 'hex');

export function preparedSeal(): PreparedSeal {
  const order = { field: 'seal', appearance: appearance(), signedAt: '2026-03-01T09:00:00.000Z', reserveBytes: 64 };
  return prepareSeal(filledPaper(), order);
}

export function sealedPaper(): Uint8Array {
  return embedSignature(preparedSeal(), anyCms);
}
