import { odfPackage } from './odf-package.ts';
import { isNumeric, type OfficeBlock, type OfficeText } from './office-model.ts';
import { each, escapeXml } from './xml.ts';

/** An OpenDocument text of headings, paragraphs, lists and tables; the same bytes for the same text. */
export function makeOdt(text: OfficeText): Promise<Uint8Array> {
  return odfPackage({
    ...text,
    kind: 'text',
    automaticStyles,
    body: paragraph(text.title, 'Title') + each(text.blocks, blockOf),
  });
}

const bold = 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"';

function paragraphStyle(name: string, paragraphs: string, letters: string): string {
  const inside = `<style:paragraph-properties ${paragraphs}/><style:text-properties ${letters}/>`;
  return `<style:style style:name="${name}" style:family="paragraph">${inside}</style:style>`;
}

function sized(points: number): string {
  return ['', '-asian', '-complex']
    .map((script) => `${script === '' ? 'fo' : 'style'}:font-size${script}="${points}pt"`)
    .join(' ');
}

const automaticStyles = [
  paragraphStyle('Title', 'fo:text-align="center" fo:margin-bottom="0.5cm"', `${bold} ${sized(16)}`),
  paragraphStyle(
    'Head',
    'fo:margin-top="0.35cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
    `${bold} ${sized(12)}`,
  ),
  paragraphStyle('Body', 'fo:margin-bottom="0.15cm" fo:line-height="130%"', sized(11)),
  paragraphStyle('CellHead', 'fo:text-align="center"', `${bold} ${sized(10)}`),
  paragraphStyle('CellLeft', 'fo:text-align="start"', sized(10)),
  paragraphStyle('CellRight', 'fo:text-align="end"', sized(10)),
  '<style:style style:name="Cell" style:family="table-cell">',
  '<style:table-cell-properties fo:border="0.5pt solid #444444" fo:padding="0.12cm"/></style:style>',
].join('');

function blockOf(block: OfficeBlock): string {
  if ('heading' in block)
    return `<text:h text:style-name="Head" text:outline-level="1">${escapeXml(block.heading)}</text:h>`;
  if ('text' in block) return paragraph(block.text, 'Body');
  if ('list' in block) return `<text:list>${each(block.list, listItem)}</text:list>`;
  const [header = [], ...rows] = block.table;
  const head = row(header, () => 'CellHead');
  const rest = each(rows, (cells) =>
    row(cells, (cell, column) => (column > 0 && isNumeric(cell) ? 'CellRight' : 'CellLeft')),
  );
  const columns = `<table:table-column table:number-columns-repeated="${header.length}"/>`;
  return `<table:table>${columns}<table:table-header-rows>${head}</table:table-header-rows>${rest}</table:table>${paragraph('', 'Body')}`;
}

function paragraph(text: string, style: string): string {
  return `<text:p text:style-name="${style}">${escapeXml(text)}</text:p>`;
}

function listItem(text: string): string {
  return `<text:list-item>${paragraph(text, 'Body')}</text:list-item>`;
}

function row(cells: readonly string[], styleOf: (cell: string, column: number) => string): string {
  const made = each(cells, (cell, column) => {
    const inside = paragraph(cell, styleOf(cell, column));
    return `<table:table-cell table:style-name="Cell" office:value-type="string">${inside}</table:table-cell>`;
  });
  return `<table:table-row>${made}</table:table-row>`;
}
