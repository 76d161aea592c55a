/** The few pieces of WordprocessingML that an official paper needs, after GB/T 9704-2012: A4, 二号 title, 三号 body, 28-point lines. */
import PizZip from 'pizzip';

const FULL_WIDTH = { ',': '\uFF0C', ':': '\uFF1A', ';': '\uFF1B', '(': '\uFF08', ')': '\uFF09' };
const FONTS = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  plain: '宋体',
};
/** What Word takes when a font is not installed. */
const ALTERNATIVES = {
  方正小标宋简体: '华文中宋',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  宋体: 'SimSun',
};
const NS =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Width of the text on an upright page in twips: A4 less margins of 28 mm and 26 mm. */
export const UPRIGHT = 8844;

const zh = (text) => text.replace(/[,:;()]/g, (char) => FULL_WIDTH[char]);
const font = (name) => `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${FONTS[name]}"/>`;
const halfPoints = (points) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;

/** A run in its paragraph's style. */
export const run = (text) => `<w:r><w:t xml:space="preserve">${zh(text)}</w:t></w:r>`;

/** Where the seal goes: a small grey mark that the stamp covers. */
export const SEAL = `<w:r><w:rPr><w:color w:val="A6A6A6"/>${halfPoints(10.5)}</w:rPr><w:t>${zh('(印章)')}</w:t></w:r>`;

/** Pushes what follows to the right edge of a 版记 line. */
export const TAB = '<w:r><w:tab/></w:r>';

export const field = (code) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** A paragraph in a style of {@link styles}; content is text or ready runs. */
export const p = (style, content, extra = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${extra}</w:pPr>${content.startsWith('<w:') ? content : run(content)}</w:p>`;

const border = (side, size = 4, color = '000000') =>
  `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${color}"/>`;
const BOX = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => border(side)).join('');

const cell = (content, width, span, style) =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}<w:vAlign w:val="center"/></w:tcPr>${
    content.startsWith('<w:p>') ? content : p(style, content)
  }</w:tc>`;

/** One row: a cell is text (label style in odd places of a form, cell style else) or `{ text, span, style }`. */
function row(cells, widths, { head = false, label = () => false, height = 0 } = {}) {
  let column = 0;
  const done = cells.map((entry, at) => {
    const { text, span = 1, style } = typeof entry === 'string' ? { text: entry } : entry;
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    return cell(text, width, span, style ?? (head || label(at) ? 'TableHead' : 'TableText'));
  });
  const properties = `<w:trPr><w:cantSplit/>${height ? `<w:trHeight w:val="${height}" w:hRule="atLeast"/>` : ''}${head ? '<w:tblHeader/>' : ''}<w:jc w:val="center"/></w:trPr>`;
  return `<w:tr>${properties}${done.join('')}</w:tr>`;
}

const frame = (widths, rows) =>
  `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, one) => sum + one, 0)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${BOX}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${widths
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;

/** A roster: heads, then one row that repeats for every element of the list. */
export const roster = (list, widths, columns) => {
  const cells = columns.map(([, text]) => text);
  cells[0] = `{#${list}}${cells[0]}`;
  cells[cells.length - 1] += `{/${list}}`;
  return frame(widths, [
    row(
      columns.map(([head]) => head),
      widths,
      { head: true },
    ),
    row(cells, widths),
  ]);
};

/** A form: labels in the first and third place, values beside them; a row of two spans the width. */
export const form = (widths, rows) =>
  frame(
    widths,
    rows.map((cells) => {
      const [first, value, ...rest] = cells;
      const all = rest.length === 0 ? [first, { text: value, span: widths.length - 1 }] : cells;
      return row(all, widths, { label: (at) => at % 2 === 0, height: 460 });
    }),
  );

const style = (
  id,
  name,
  {
    face = 'body',
    size = 16,
    align = 'left',
    line = 560,
    before = 0,
    after = 0,
    indent = '',
    color,
    next = '',
    borders = '',
    bold = false,
  },
) =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:pPr>${next}${borders ? `<w:pBdr>${borders}</w:pBdr>` : ''}<w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="${line < 400 ? 'atLeast' : 'exact'}"/>${indent}<w:jc w:val="${align}"/></w:pPr><w:rPr>${font(face)}${bold ? '<w:b/>' : ''}${color ? `<w:color w:val="${color}"/>` : ''}${halfPoints(size)}</w:rPr></w:style>`;

const TWO_CHARS = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const KEEP = '<w:keepNext/><w:keepLines/>';

const styles = () =>
  `${DECLARATION}<w:styles ${NS}><w:docDefaults><w:rPrDefault><w:rPr>${font('body')}${halfPoints(16)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[
    style('Letterhead', '公文红头', {
      face: 'title',
      size: 28,
      align: 'center',
      line: 900,
      before: 600,
      after: 360,
      color: 'FF0000',
    }),
    style('DocNo', '发文字号', { align: 'center' }),
    style('RedLine', '红色分隔线', { size: 4, line: 240, after: 560, borders: border('bottom', 24, 'FF0000') }),
    style('PaperTitle', '公文标题', { face: 'title', size: 22, align: 'center', line: 640, after: 560, next: KEEP }),
    style('Addressee', '主送机关', {}),
    style('PaperBody', '公文正文', { align: 'both', indent: TWO_CHARS }),
    style('Heading', '一级标题', { face: 'heading', indent: TWO_CHARS, next: KEEP }),
    style('Attachment', '附件', { indent: '<w:ind w:left="1840" w:hanging="1200"/>' }),
    style('AttachmentNext', '附件续行', { indent: '<w:ind w:left="1840" w:hanging="240"/>' }),
    style('TagLine', '条件标签', { size: 9, line: 240, color: '808080' }),
    style('Signature', '落款', { align: 'center', indent: '<w:ind w:left="3200"/>', next: KEEP }),
    style('SignatureDate', '成文日期', { align: 'center', indent: '<w:ind w:left="3200"/>' }),
    style('Edition', '版记', {
      size: 14,
      line: 480,
      indent: '<w:ind w:left="280" w:right="280"/>',
      next: '<w:keepLines/><w:tabs><w:tab w:val="right" w:pos="8560"/></w:tabs>',
      borders: border('top', 6) + border('bottom', 6) + border('between', 4),
    }),
    style('FormTitle', '表格标题', { face: 'title', size: 22, align: 'center', line: 640, after: 240, next: KEEP }),
    style('FormCaption', '表格说明', { face: 'subheading', size: 12, line: 400, next: KEEP }),
    style('TableSignature', '表格落款', { size: 12, align: 'center', line: 400, indent: '<w:ind w:left="2600"/>' }),
    style('TableHead', '表头', { face: 'heading', size: 10.5, align: 'center', line: 320 }),
    style('TableText', '表格文字', { size: 10.5, align: 'center', line: 320 }),
    style('TableProse', '表格段落', { size: 10.5, align: 'both', line: 320 }),
    style('PageNumber', '页码', { face: 'plain', size: 14, align: 'center', line: 360 }),
    style('VerifyLine', '核验信息', { face: 'plain', size: 9, align: 'center', line: 240, color: '404040' }),
  ].join('')}</w:styles>`;

const fontTable = () =>
  `${DECLARATION}<w:fonts ${NS}>${Object.entries(ALTERNATIVES)
    .map(
      ([name, other]) =>
        `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
    )
    .join('')}</w:fonts>`;

/** `doNotExpandShiftReturn`: a line that ends in a break inside justified text is not stretched. */
const settings = () =>
  `${DECLARATION}<w:settings ${NS}><w:zoom w:percent="100"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;

const footer = () =>
  `${DECLARATION}<w:ftr ${NS}>${p('PageNumber', `${run('— ')}${field('PAGE')}${run(' —')}`)}${p('VerifyLine', '办件编号:{caseNo}  核验码:{verificationCode}')}${p('VerifyLine', '核验地址:{verificationAddress}')}</w:ftr>`;

const page = (layout) =>
  layout === 'sideways'
    ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1588" w:right="1531" w:bottom="1474" w:left="1531" w:header="851" w:footer="680" w:gutter="0"/>'
    : `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="${layout === 'form' ? 1474 : 2098}" w:right="1474" w:bottom="${layout === 'form' ? 1588 : 1984}" w:left="1588" w:header="851" w:footer="${layout === 'form' ? 680 : 992}" w:gutter="0"/>`;

const section = (layout) => `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>${page(layout)}</w:sectPr>`;

/** Ends the upright part; what follows stands on a page of its own. */
export const endSection = () =>
  `<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>${section('letter')}</w:pPr></w:p>`;
export const pageBreak = () => '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

const relation = (id, type, target) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
const relations = (body) =>
  `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${body}</Relationships>`;
const override = (part, type) => `<Override PartName="/word/${part}.xml" ContentType="${TYPES}.${type}+xml"/>`;

/** The bytes of a Word file with this body; its last pages are laid out as a letter, a form, or sideways. */
export function wordFile(body, layout = 'letter') {
  const parts = {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('document', 'document.main')}${override('styles', 'styles')}${override('settings', 'settings')}${override('fontTable', 'fontTable')}${override('footer1', 'footer')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      relation('rId1', 'styles', 'styles.xml') +
        relation('rId2', 'settings', 'settings.xml') +
        relation('rId3', 'fontTable', 'fontTable.xml') +
        relation('rId4', 'footer', 'footer1.xml'),
    ),
    'word/document.xml': `${DECLARATION}<w:document ${NS}><w:body>${body.join('')}${section(layout)}</w:body></w:document>`,
    'word/styles.xml': styles(),
    'word/settings.xml': settings(),
    'word/fontTable.xml': fontTable(),
    'word/footer1.xml': footer(),
  };
  const zip = new PizZip();
  for (const [name, xml] of Object.entries(parts)) zip.file(name, xml, { date: new Date(1980, 0, 1) });
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
