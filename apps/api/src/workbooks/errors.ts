import { DomainError } from '#domain/errors.js';

/** Where in a workbook: a sheet by its name, a cell as people see it, for example B7. */
export interface Place {
  readonly sheet?: string;
  readonly cell?: string;
}

/** The form of a workbook is not what the import takes: what, where, and what to do. 422 with `details.sheet` and `details.cell`. */
export class WorkbookRefused extends DomainError {
  constructor(code: WorkbookFault, place: Place = {}, more: string | number = '') {
    const [zh, en] = SENTENCES[code](more);
    const where = [
      place.sheet === undefined ? '' : `“${place.sheet}”表`,
      place.cell === undefined ? '' : `${place.cell} 单元格`,
    ];
    const at = where.join('');
    super({
      code,
      status: 422,
      messageZh: at === '' ? zh : `${at}:${zh}`,
      messageEn: at === '' ? en : `${[place.sheet, place.cell].filter((part) => part !== undefined).join('!')}: ${en}`,
      field: 'file',
      details: { ...place },
    });
  }
}

type Sentences = (more: string | number) => readonly [zh: string, en: string];

const SENTENCES = {
  WORKBOOK_UNREADABLE: () => [
    '这不是可读取的 Excel 工作簿(.xlsx)。请下载模板填写,或在 Excel、WPS 中另存为“Excel 工作簿(.xlsx)”。',
    'This is no readable Excel workbook (.xlsx). Use the template, or save it as .xlsx.',
  ],
  WORKBOOK_PROTECTED: () => [
    '工作簿设有打开密码。请在 Excel 中取消密码保护后重新上传。',
    'The workbook has a password. Remove it and send the workbook again.',
  ],
  WORKBOOK_OLD_FORMAT: () => [
    '这是旧版 Excel 97-2003 文件(.xls)。请另存为“Excel 工作簿(.xlsx)”后上传。',
    'This is an Excel 97-2003 file (.xls). Save it as .xlsx.',
  ],
  WORKBOOK_MACRO: () => [
    '工作簿含有宏。请另存为不含宏的“Excel 工作簿(.xlsx)”。',
    'The workbook has macros. Save it without them.',
  ],
  WORKBOOK_TOO_LARGE: (limit) => [
    `工作簿解压后超过 ${limit} MiB。请删除图片和空白格式,或分几个文件导入。`,
    `The workbook is longer than ${limit} MiB unpacked. Remove pictures and empty formats, or send it in parts.`,
  ],
  WORKBOOK_SHEET_UNKNOWN: (known) => [
    `不认识的工作表。模板只有:${known}。请删除或改名。`,
    `Unknown sheet. The template has: ${known}. Remove or rename it.`,
  ],
  WORKBOOK_SHEET_MISSING: () => [
    '缺少此工作表。没有内容时请保留只有表头的空表。',
    'This sheet is missing. Keep it with its headings when it has no rows.',
  ],
  WORKBOOK_COLUMN_UNKNOWN: (heading) => [
    `不认识的列“${heading}”。请按模板的表头填写,或删除此列。`,
    `Unknown column "${heading}". Use the headings of the template.`,
  ],
  WORKBOOK_COLUMN_MISSING: (heading) => [
    `缺少列“${heading}”。请按模板补上表头。`,
    `The column "${heading}" is missing. Add its heading.`,
  ],
  WORKBOOK_COLUMN_TWICE: (heading) => [
    `列“${heading}”重复。请删除一列。`,
    `The column "${heading}" is there twice. Remove one.`,
  ],
  WORKBOOK_FORMULA: () => ['含有公式。请复制后“选择性粘贴—数值”,只保留结果。', 'A formula. Paste its value instead.'],
  WORKBOOK_MERGED_CELL: () => [
    '是合并单元格。请取消合并,并在每一行填写内容。',
    'A merged cell. Unmerge it and fill every row.',
  ],
  WORKBOOK_CELL_INVALID: () => [
    '内容是错误值(如 #N/A)。请改为实际内容。',
    'An error value (such as #N/A). Write the content itself.',
  ],
  WORKBOOK_NUMBER_TOO_LONG: () => [
    '数字超过 15 位,Excel 已丢失末尾数字。请将整列设为“文本”格式后重新填写。',
    'A number of more than 15 digits, whose last digits Excel has lost. Format the column as text and write it again.',
  ],
  WORKBOOK_TEXT_TOO_LONG: (limit) => [
    `内容超过 ${limit} 字。请缩短。`,
    `More than ${limit} characters. Make it shorter.`,
  ],
  WORKBOOK_TOO_MANY_ROWS: (limit) => [
    `超过 ${limit} 行。请分几个文件导入。`,
    `More than ${limit} rows. Send them in several files.`,
  ],
  WORKBOOK_EMPTY: () => [
    '各工作表都没有内容。请从第 2 行起填写。',
    'No sheet has a row. Write from the second row on.',
  ],
} as const satisfies Readonly<Record<string, Sentences>>;

type WorkbookFault = keyof typeof SENTENCES;
