import { FieldInvalid } from '#domain/errors.js';
import { normalForm } from '#domain/text/normal-form.js';

/** A document number (文号), for example `内民党〔2026〕1号` (specification C7). */
export type DocumentNumber = string & { readonly brand: 'DocumentNumber' };

/**
 * What a document number is made of: the organ's short name (机关代字), the year, and a number gap-free from 1 within
 * both.
 */
export interface DocumentNumberParts {
  readonly organ: string;
  readonly year: number;
  readonly seq: number;
}

const FORM = /^([\p{Script=Han}]{2,16})〔(\d{4})〕(\d{1,5})号$/u;

/** Whether the text is a document number, after input hygiene. */
export function isDocumentNumber(text: string): boolean {
  return isWellFormed(normalForm(text));
}

/** Reads a document number. Throws FIELD_INVALID naming `field`; other brackets than 〔〕 are refused. */
export function parseDocumentNumber(text: string, field = 'docNo'): DocumentNumber {
  const docNo = normalForm(text);
  if (isWellFormed(docNo)) return docNo;
  throw new FieldInvalid(
    field,
    '文号无效,应为“机关代字〔年份〕序号号”,例如 内民党〔2026〕1号,年份使用六角括号〔〕。',
    'Not a document number. It is the short name of the organ, the year in 〔〕 and a number, for example 内民党〔2026〕1号.',
    { value: text },
  );
}

/** Writes a document number; the number is not padded with zeros. Throws FIELD_INVALID when a part does not fit. */
export function formatDocumentNumber({ organ, year, seq }: DocumentNumberParts): DocumentNumber {
  if (!Number.isSafeInteger(seq) || seq < 1) {
    throw new FieldInvalid('seq', '文号序号必须从 1 开始。', 'The number within a document number starts at 1.', {
      seq,
    });
  }
  return parseDocumentNumber(`${organ}〔${year}〕${seq}号`);
}

/** Takes a document number apart. */
export function documentNumberParts(docNo: DocumentNumber): DocumentNumberParts {
  const [, organ = '', year = '', seq = ''] = FORM.exec(docNo) ?? [];
  return { organ, year: Number(year), seq: Number(seq) };
}

function isWellFormed(text: string): text is DocumentNumber {
  return FORM.test(text);
}
