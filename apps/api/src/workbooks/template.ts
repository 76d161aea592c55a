import { INSTRUCTIONS_ZH, MAX_ROWS, SHEETS } from '#domain/workbook/sheets.js';
import type { Columns } from '#domain/workbook/sheets.js';
import type { WrittenColumn } from './write-workbook.js';
import { formWorkbook } from './write-workbook.js';

/** The workbook that people fill: the instructions, and every sheet with its headings and lists to choose from. */
export function templateWorkbook(): Promise<Buffer> {
  const sheets = SHEETS.map(({ zh, columns }) => ({ zh, columns: importColumns(columns), rows: [] }));
  return formWorkbook([{ zh: INSTRUCTIONS_ZH, columns: INSTRUCTION_COLUMNS, rows: instructions() }, ...sheets]);
}

/** The columns of a sheet as a template and a report show them. */
export function importColumns(columns: Columns): WrittenColumn[] {
  return Object.values(columns).map(({ zh, required, form, example }) => ({
    zh,
    required,
    width: Math.min(40, Math.max(zh.length * 2.5, example.length * 1.8, 10)),
    ...(form.choices === undefined ? {} : { choices: form.choices }),
  }));
}

const INSTRUCTION_COLUMNS: readonly WrittenColumn[] = [
  { zh: '工作表', width: 12 },
  { zh: '列', width: 20 },
  { zh: '是否必填', width: 10 },
  { zh: '填写方式', width: 50, holds: 'prose' },
  { zh: '示例', width: 30 },
  { zh: '说明', width: 60, holds: 'prose' },
];

function instructions(): string[][] {
  const rows = SHEETS.flatMap(({ zh, columns }) =>
    Object.values<Columns[string]>(columns).map((column) => [
      zh,
      column.zh,
      column.required ? '必填' : '',
      column.form.zh,
      column.example,
      column.note,
    ]),
  );
  const rules = [
    `每个工作表至多 ${MAX_ROWS} 行,表头在第 1 行,请勿改名;黄色表头为必填。`,
    '不得使用公式和合并单元格。',
    '一个工作表只要有一行有误,整个工作表都不导入;错误报告的“错误”列写明如何改正,改正后可直接重新上传该报告。',
  ];
  return [...rows, ...rules.map((rule) => ['通用', '', '', '', '', rule])];
}
