import { odfPackage } from './odf-package.ts';
import type { OfficeBook, OfficeCell, OfficeSheet } from './office-model.ts';
import { each, escapeXml } from './xml.ts';

/** An OpenDocument spreadsheet whose sums are formulas (OpenFormula); the same bytes for the same book. */
export function makeOds(book: OfficeBook): Promise<Uint8Array> {
  return odfPackage({ ...book, kind: 'spreadsheet', automaticStyles, body: each(book.sheets, sheetOf) });
}

const automaticStyles = [
  '<number:number-style style:name="Thousands">',
  '<number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
  '<style:style style:name="First" style:family="table-column">',
  '<style:table-column-properties style:column-width="5.2cm"/></style:style>',
  '<style:style style:name="Other" style:family="table-column">',
  '<style:table-column-properties style:column-width="2.9cm"/></style:style>',
  '<style:style style:name="Head" style:family="table-cell">',
  '<style:table-cell-properties fo:background-color="#f1efe9" fo:border="0.5pt solid #444444"/>',
  '<style:paragraph-properties fo:text-align="center"/>',
  '<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>',
  '<style:style style:name="Plain" style:family="table-cell">',
  '<style:table-cell-properties fo:border="0.5pt solid #444444"/></style:style>',
  '<style:style style:name="Number" style:family="table-cell" style:data-style-name="Thousands">',
  '<style:table-cell-properties fo:border="0.5pt solid #444444"/></style:style>',
].join('');

function sheetOf({ name, rows }: OfficeSheet): string {
  const width = Math.max(...rows.map((row) => row.length));
  const first = '<table:table-column table:style-name="First"/>';
  const columns = `${first}<table:table-column table:style-name="Other" table:number-columns-repeated="${width - 1}"/>`;
  return `<table:table table:name="${escapeXml(name)}">${columns}${each(rows, rowOf)}</table:table>`;
}

function rowOf(cells: readonly OfficeCell[], index: number): string {
  return `<table:table-row>${each(cells, (cell) => cellOf(cell, index === 0 ? 'Head' : 'Plain'))}</table:table-row>`;
}

function cellOf(cell: OfficeCell, style: string): string {
  if (typeof cell === 'string') {
    const inside = `office:value-type="string"><text:p>${escapeXml(cell)}</text:p>`;
    return `<table:table-cell table:style-name="${style}" ${inside}</table:table-cell>`;
  }
  const value = typeof cell === 'number' ? cell : cell.value;
  const formula = typeof cell === 'number' ? '' : ` table:formula="of:=SUM([.${cell.sum[0]}:.${cell.sum[1]}])"`;
  const kept = `office:value-type="float" office:value="${value}"`;
  return `<table:table-cell table:style-name="Number"${formula} ${kept}><text:p>${value}</text:p></table:table-cell>`;
}
