import { isNumeric, type OfficeBlock, type OfficeText } from './office-model.ts';
import { ooxmlPackage } from './ooxml-package.ts';
import { each, escapeXml } from './xml.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word document of headings, paragraphs, lists and tables; the same bytes for the same text. */
export function makeDocx(text: OfficeText): Promise<Uint8Array> {
  const body = paragraph(text.title, '<w:pStyle w:val="Title"/>') + each(text.blocks, blockOf) + section;
  const type = 'officedocument.wordprocessingml';
  return ooxmlPackage({
    ...text,
    parts: [
      {
        path: 'word/document.xml',
        type: `${type}.document.main`,
        xml: `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
      },
      { path: 'word/styles.xml', type: `${type}.styles`, xml: stylesOf(text.language) },
    ],
  });
}

const section =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';

function stylesOf(language: string): string {
  const style = (id: string, name: string, paragraphs: string, size: number, marks = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${paragraphs}</w:pPr><w:rPr>${marks}<w:sz w:val="${size}"/></w:rPr></w:style>`;
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault></w:docDefaults>`;
  const styles = [
    style('Normal', 'Normal', '<w:spacing w:after="100" w:line="276" w:lineRule="auto"/>', 22),
    style('Title', 'Title', '<w:spacing w:after="240"/><w:jc w:val="center"/>', 32, '<w:b/>'),
    style(
      'Heading1',
      'heading 1',
      '<w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="0"/>',
      24,
      '<w:b/>',
    ),
  ];
  return `<w:styles xmlns:w="${word}">${defaults}${styles.join('')}</w:styles>`;
}

function blockOf(block: OfficeBlock): string {
  if ('heading' in block) return paragraph(block.heading, '<w:pStyle w:val="Heading1"/>');
  if ('text' in block) return paragraph(block.text);
  if ('list' in block)
    return each(block.list, (one) => paragraph(`•\u00a0${one}`, '<w:ind w:left="340" w:hanging="227"/>'));
  const [header = []] = block.table;
  const width = Math.floor(9298 / Math.max(header.length, 1));
  const grid = `<w:tblGrid>${each(header, () => `<w:gridCol w:w="${width}"/>`)}</w:tblGrid>`;
  const rows = each(block.table, (cells, index) => row(cells, index === 0, width));
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>${grid}${rows}</w:tbl>${paragraph('')}`;
}

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="444444"/>`)
  .join('');

function paragraph(text: string, properties = '', marks = ''): string {
  const run = text === '' ? '' : `<w:r>${marks}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${run}</w:p>`;
}

function row(cells: readonly string[], isHeader: boolean, width: number): string {
  const made = each(cells, (cell, column) => {
    const side = isHeader ? 'center' : column > 0 && isNumeric(cell) ? 'right' : 'left';
    const inside = paragraph(cell, `<w:jc w:val="${side}"/>`, isHeader ? '<w:rPr><w:b/></w:rPr>' : '');
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${inside}</w:tc>`;
  });
  return `<w:tr>${isHeader ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${made}</w:tr>`;
}
