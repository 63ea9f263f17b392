import { isNumeric, type OfficeBlock, type OfficeText } from './office-model.ts';

/** What one line of the page shows: its words by the column they begin at, in points from the left. */
interface PdfLine {
  readonly cells: readonly (readonly [x: number, text: string])[];
  readonly size: number;
  readonly bold: boolean;
  readonly above: number;
}

/** One page in Helvetica (ISO 32000-1 §9.6.2.2), for texts in ASCII of at most 45 lines; the same bytes every time. */
export function makePdf(text: OfficeText): Uint8Array {
  const lines = [lineOf(text.title, { size: 16, bold: true }), ...text.blocks.flatMap(linesOf)];
  const drawn = draw(lines);
  const at = text.createdAt.replaceAll(/[-:T]/g, '').slice(0, 14);
  const objects = [
    `<</Type/Catalog/Pages 2 0 R/Lang(${text.language})/ViewerPreferences<</DisplayDocTitle true>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>',
    `<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>',
    `<</Title(${escapePdf(text.title)})/Author(${escapePdf(text.author)})/CreationDate(D:${at}Z)>>`,
  ];
  return fileOf(objects);
}

function lineOf(text: string, more: Partial<PdfLine> = {}): PdfLine {
  return { cells: [[62, text]], size: 10.5, bold: false, above: 0, ...more };
}

function linesOf(block: OfficeBlock): PdfLine[] {
  if ('heading' in block) return [lineOf(block.heading, { size: 12, bold: true, above: 12 })];
  if ('text' in block) return wrap(block.text, 92).map((line, index) => lineOf(line, { above: index === 0 ? 4 : 0 }));
  if ('list' in block) {
    return block.list.flatMap((one) =>
      wrap(one, 82).map((line, index) => lineOf(index === 0 ? `-  ${line}` : `    ${line}`)),
    );
  }
  return block.table.map((cells, row) => {
    const room = 470 / cells.length;
    // Digits of Helvetica are 0.556 em wide, full stops and commas half of that.
    const shift = (cell: string) => (isNumeric(cell) ? room - 20 - 10.5 * widthOfNumber(cell) : 0);
    return lineOf('', {
      cells: cells.map((cell, column) => [62 + column * room + shift(cell), cell]),
      bold: row === 0,
      above: 2,
    });
  });
}

function widthOfNumber(text: string): number {
  return [...text].reduce((width, character) => width + (/\d/.test(character) ? 0.556 : 0.278), 0);
}

function wrap(text: string, most: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function draw(lines: readonly PdfLine[]): string {
  let y = 780;
  const shown = lines.map(({ cells, size, bold, above }) => {
    y -= size * 1.45 + above;
    const font = `/F${bold ? 2 : 1} ${size} Tf`;
    return cells
      .map(([x, text]) => `BT ${font} ${x.toFixed(1)} ${y.toFixed(1)} Td (${escapePdf(text)}) Tj ET`)
      .join('\n');
  });
  return shown.join('\n');
}

function escapePdf(text: string): string {
  if (/[^ -~]/.test(text)) throw new TypeError(`only ASCII can be drawn: ${text}`);
  return text.replace(/[\\()]/g, (character) => `\\${character}`);
}

function fileOf(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  file += `${table}trailer\n<</Size ${size}/Root 1 0 R/Info ${objects.length} 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
