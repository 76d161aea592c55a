import PizZip from 'pizzip';
import type { Response } from 'supertest';

import { completeResidentId } from '#domain/identifier/resident-id.js';
import { completeUscc } from '#domain/identifier/uscc.js';
import { SHEETS } from '#domain/workbook/sheets.js';
import type { Columns, SheetKey } from '#domain/workbook/sheets.js';
import { formWorkbook } from '../../apps/api/src/workbooks/write-workbook.js';

/** A row by the headings of its columns. */
export type Written = Readonly<Record<string, string>>;
export type Sheets = Readonly<Partial<Record<SheetKey, readonly Written[]>>>;

/** A workbook of the template's form with these rows. */
export function workbook(sheets: Sheets): Promise<Buffer> {
  return formWorkbook(
    SHEETS.map(({ key, zh, columns }) => {
      const headings = Object.values<Columns[string]>(columns).map((column) => column.zh);
      const rows = (sheets[key] ?? []).map((row) => headings.map((heading) => row[heading] ?? ''));
      return { zh, columns: headings.map((heading) => ({ zh: heading })), rows };
    }),
  );
}

/** The workbook with the XML of a part changed. */
export function changed(bytes: Buffer, part: string, change: (xml: string) => string): Buffer {
  const zip = new PizZip(bytes);
  const xml = zip.file(part)?.asText() ?? '';
  zip.file(part, change(xml));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const digits = (n: number, length: number) => String(n).padStart(length, '0');

/** The code of the n-th invented social group. */
export const codeOf = (n: number) => completeUscc(`51330411MJ${digits(n, 7)}`);

/** The identity number of the n-th invented person. */
export const idNoOf = (n: number) =>
  completeResidentId(`330411${1950 + (n % 50)}0${1 + (n % 9)}1${n % 10}${digits(Math.floor(n / 450) % 1000, 3)}`);

/** The n-th invented social group. */
export function organisationRow(n: number, more: Written = {}): Written {
  return {
    组织名称: `秀洲区第${n}示例协会`,
    统一社会信用代码: codeOf(n),
    组织类型: '社会团体',
    法律状态: '登记',
    登记日期: '2018-06-01',
    登记层级: '区县(旗县)级',
    行政区划代码: '330411',
    住所: `嘉兴市秀洲区示例路${n}号`,
    业务领域: '助老、志愿服务',
    理事会任期开始: '2024-01-01',
    理事会任期届满: '2028-12-31',
    理事人数: '15',
    章程载明党建: '是',
    ...more,
  };
}

/** The n-th person as chair of an organisation, and its legal representative. */
export function postRow(organisation: number, person: number, more: Written = {}): Written {
  return {
    组织代码: codeOf(organisation),
    姓名: `示例${person}`,
    公民身份号码: idNoOf(person),
    联系电话: '13800000000',
    职务: '会长/理事长',
    是否法定代表人: '是',
    任职日期: '2024-01-01',
    ...more,
  };
}

/** The n-th person as full member in an organisation. */
export function memberRow(organisation: number, person: number, more: Written = {}): Written {
  return {
    组织代码: codeOf(organisation),
    姓名: `示例${person}`,
    公民身份号码: idNoOf(person),
    党员类别: '正式党员',
    转正日期: '2010-07-01',
    组织关系: '组织关系未转接',
    ...more,
  };
}

/** Collects an answer of supertest as bytes. */
export function binary(response: Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
}
