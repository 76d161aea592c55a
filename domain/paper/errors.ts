import { DomainError } from '#domain/errors.js';

/** One thing that is wrong with a template, and where: 正文, 页眉 1, 页脚 1, or the file itself. */
export interface TemplateFinding {
  readonly kind:
    'NOT_DOCX' | 'TOO_LARGE' | 'MACRO' | 'EMBEDDED' | 'EXTERNAL_LINK' | 'SYNTAX' | 'FIELD_UNKNOWN' | 'FIELD_MISSING';
  readonly place: string;
  readonly name?: string;
  readonly messageZh: string;
  readonly messageEn: string;
}

/** A template uses a field that its kind of paper does not have, or lacks one that the paper may not do without. */
export class TemplateFieldUnknown extends DomainError {
  constructor(findings: readonly TemplateFinding[]) {
    super({
      code: 'TEMPLATE_FIELD_UNKNOWN',
      status: 422,
      messageZh: `模板字段有误:${findings.map((finding) => finding.messageZh).join(' ')}请对照模板指南修改后重新上传。`,
      messageEn: `Fields of the template are wrong: ${findings.map((finding) => finding.messageEn).join(' ')} Compare the template guide and upload again.`,
      field: 'template',
      details: { fields: findings.flatMap((finding) => finding.name ?? []), findings },
    });
  }
}

/** A template cannot be used at all: not a Word file, macros, external links, broken tags. */
export class TemplateInvalid extends DomainError {
  constructor(readonly findings: readonly TemplateFinding[]) {
    super({
      code: 'TEMPLATE_INVALID',
      status: 422,
      messageZh: `模板不能使用:${findings.map((finding) => finding.messageZh).join(' ')}`,
      messageEn: `The template cannot be used: ${findings.map((finding) => finding.messageEn).join(' ')}`,
      field: 'template',
      details: { findings },
    });
  }
}

/** The data of a paper lack a field or have one that does not fit; names of fields only, never their values. */
export class PaperDataInvalid extends DomainError {
  constructor(kind: string, fields: readonly string[]) {
    super({
      code: 'PAPER_DATA_INVALID',
      status: 422,
      messageZh: `文书数据不完整或格式不符:${fields.join('、')}。请补齐后重新生成。`,
      messageEn: `The data of the paper are incomplete or do not fit: ${fields.join(', ')}. Complete them and make it again.`,
      details: { kind, fields },
    });
  }
}
