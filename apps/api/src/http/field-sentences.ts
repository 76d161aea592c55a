import type { z } from 'zod';

import { FieldInvalid } from '#domain/errors.js';

type Issue = z.core.$ZodIssue;
type Sentence = readonly [zh: string, en: string];

const TYPES: Readonly<Record<string, Sentence>> = {
  string: ['文字', 'text'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['是或否', 'true or false'],
  array: ['列表', 'a list'],
  object: ['对象', 'an object'],
  date: ['日期', 'a date'],
};

/** Every fault of a body or query as one FIELD_INVALID (400): the first names the field, all are in `details.faults`. */
export function fieldInvalid(issues: readonly Issue[], prefix = ''): FieldInvalid {
  const faults = issues.flatMap(faultsOf).map((fault) => ({ ...fault, field: joined(prefix, fault.field) }));
  const [first] = faults;
  const { field, messageZh, messageEn } = first ?? { field: prefix, messageZh: '内容无效。', messageEn: 'Not valid.' };
  return new FieldInvalid(field, `${label(field)}${messageZh}`, `${label(field)}${messageEn}`, { faults });
}

interface Fault {
  readonly field: string;
  readonly messageZh: string;
  readonly messageEn: string;
}

function faultsOf(issue: Issue): Fault[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: joined(path, key),
      messageZh: '不是本接口的字段,请删除。',
      messageEn: 'This field is not known here. Remove it.',
    }));
  }
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.find((branch) => branch.length > 0);
    if (closest !== undefined)
      return closest.flatMap(faultsOf).map((one) => ({ ...one, field: joined(path, one.field) }));
  }
  const [messageZh, messageEn] = sentenceOf(issue);
  return [{ field: path, messageZh, messageEn }];
}

function sentenceOf(issue: Issue): Sentence {
  switch (issue.code) {
    case 'invalid_type':
      return typeSentence(issue);
    case 'too_small':
      return sizeSentence(issue.origin, '至少', 'at least', issue.minimum);
    case 'too_big':
      return sizeSentence(issue.origin, '至多', 'at most', issue.maximum);
    case 'invalid_value':
      return [`只能是:${issue.values.join('、')}。`, `Must be one of: ${issue.values.join(', ')}.`];
    case 'invalid_format':
      return [`格式不正确(${issue.format})。`, `The form is wrong (${issue.format}).`];
    case 'custom':
      return customSentence(issue);
    default:
      return ['内容无效。', 'Not valid.'];
  }
}

function typeSentence(issue: z.core.$ZodIssueInvalidType): Sentence {
  if (issue.input === undefined && issue.message.includes('undefined')) return ['必须填写。', 'Required.'];
  const [zh, en] = TYPES[issue.expected] ?? [issue.expected, issue.expected];
  return [`必须是${zh}。`, `Must be ${en}.`];
}

function sizeSentence(origin: string, zh: string, en: string, limit: number | bigint): Sentence {
  if (origin === 'string')
    return [`${zh} ${limit.toString()} 个字。`, `Must have ${en} ${limit.toString()} characters.`];
  if (origin === 'array' || origin === 'set')
    return [`${zh} ${limit.toString()} 项。`, `Must have ${en} ${limit.toString()} items.`];
  return [`${zh}为 ${limit.toString()}。`, `Must be ${en} ${limit.toString()}.`];
}

/** A rule of the field that speaks for itself: `ctx.addIssue({ code: 'custom', message, params: { messageZh, messageEn } })`. */
function customSentence(issue: z.core.$ZodIssueCustom): Sentence {
  const { messageZh, messageEn } = issue.params ?? {};
  return [
    typeof messageZh === 'string' ? messageZh : '内容无效。',
    typeof messageEn === 'string' ? messageEn : issue.message,
  ];
}

const label = (field: string) => (field === '' ? '' : `${field}: `);
const joined = (prefix: string, field: string) => [prefix, field].filter((part) => part !== '').join('.');
