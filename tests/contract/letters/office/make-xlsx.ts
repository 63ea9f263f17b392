import type { OfficeBook, OfficeCell, OfficeSheet } from './office-model.ts';
import { type OoxmlPart, ooxmlPackage, relationships } from './ooxml-package.ts';
import { each, escapeXml } from './xml.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const type = 'officedocument.spreadsheetml';

/** An Excel workbook whose sums are formulas; the same bytes for the same book. */
export function makeXlsx(book: OfficeBook): Promise<Uint8Array> {
  const sheets = each(
    book.sheets,
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const workbook: OoxmlPart = {
    path: 'xl/workbook.xml',
    type: `${type}.sheet.main`,
    xml: `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${sheets}</sheets></workbook>`,
  };
  return ooxmlPackage({ ...book, parts: [workbook, ...book.sheets.map(sheetPart), stylesPart] });
}

const header = 1;
const thousands = 2;
const plain = 3;
const border = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color auto="1"/></${side}>`)
  .join('');

const stylesPart: OoxmlPart = {
  path: 'xl/styles.xml',
  type: `${type}.styles`,
  xml: [
    `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    `<borders count="2"><border/><border>${border}</border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyAlignment="1"><alignment horizontal="center"/></xf>',
    '<xf numFmtId="3" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/>',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0"/></cellXfs></styleSheet>',
  ].join(''),
};

const onePageWide = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const a4 = '<pageSetup paperSize="9" fitToHeight="0"/>';

function sheetPart({ rows }: OfficeSheet, index: number): OoxmlPart {
  const width = Math.max(...rows.map((row) => row.length));
  const first = '<col min="1" max="1" width="32" customWidth="1"/>';
  const columns = `<cols>${first}<col min="2" max="${width}" width="14" customWidth="1"/></cols>`;
  const data = each(rows, (cells, row) => {
    const made = each(cells, (cell, column) =>
      cellOf(cell, `${String.fromCharCode(65 + column)}${row + 1}`, row === 0),
    );
    return `<row r="${row + 1}">${made}</row>`;
  });
  return {
    path: `xl/worksheets/sheet${index + 1}.xml`,
    type: `${type}.worksheet`,
    xml: `<worksheet xmlns="${main}">${onePageWide}${columns}<sheetData>${data}</sheetData>${a4}</worksheet>`,
  };
}

function cellOf(cell: OfficeCell, place: string, isHeader: boolean): string {
  if (typeof cell === 'string') {
    const style = isHeader ? header : plain;
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
  }
  if (typeof cell === 'number') return `<c r="${place}" s="${thousands}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="${thousands}"><f>SUM(${cell.sum[0]}:${cell.sum[1]})</f><v>${cell.value}</v></c>`;
}
