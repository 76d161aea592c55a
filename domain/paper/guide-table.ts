import { paperFields } from './paper-field.js';
import type { PaperField } from './paper-field.js';
import type { PaperKind } from './paper-kind.js';

const FORMS: Readonly<Record<PaperField['form'], string>> = {
  text: '文字',
  prose: '多行文字',
  date: '日期',
  flag: '是或否',
  choice: '选项',
  list: '名册',
  derived: '自动',
};

const presence = (field: PaperField): string =>
  field.essential ? '模板必须有' : field.form === 'derived' ? '—' : field.optional ? '可能为空' : '总有';

const rows = (fields: readonly PaperField[], list = ''): string[][] =>
  fields.flatMap((field) => [
    [`\`{${field.name}}\``, `${list}${field.label}`, FORMS[field.form], presence(field), field.note],
    ...rows(field.rows ?? [], `${field.label} › `),
  ]);

/**
 * The fields of a kind of paper as the office's guide lists them, in the order of the schema: tag, meaning, form, presence, remark.
 * A row of a list follows its list and is marked with the list's name.
 */
export const guideTable = (kind: PaperKind): readonly (readonly string[])[] => [
  ['标签', '含义', '形式', '有无', '说明'],
  ...rows(paperFields(kind)),
];
