import { z } from 'zod';
import { hanDate, numericDate } from './chinese-date.js';
import { PaperDataInvalid } from './errors.js';
import { FIELDS } from './field.js';
import type { Choice, FieldMeta } from './field.js';
import type { PaperKind } from './paper-kind.js';
import { PAPER_SCHEMAS } from './paper-schema.js';
import { parseVerificationCode, verificationPath } from './verification-code.js';

/** A tag's text, and whether the condition of the same name holds. */
export interface PrintedText {
  readonly text: string;
  readonly holds: boolean;
}

/** What the tags of a template stand for; a list has one scope for each row. */
export interface PrintedScope {
  readonly [tag: string]: PrintedText | readonly PrintedScope[];
}

type Tags = [tag: string, printed: PrintedText | readonly PrintedScope[]][];

const Record = z.record(z.string(), z.unknown());
const shown = (text: string): PrintedText => ({ text, holds: text !== '' });
const condition = (holds: boolean): PrintedText => ({ text: holds ? '是' : '否', holds });

/** A full-width indent for every line after the first, whose indent is the paragraph's own. */
const indented = (text: string): string => text.replace(/[^\S\n]*\n\s*/gu, '\n\u3000\u3000');

function dateTags(name: string, date: string | undefined): Tags {
  const print = (form: (date: string) => string): PrintedText => shown(date === undefined ? '' : form(date));
  return [
    [name, print(numericDate)],
    [`${name}Han`, print(hanDate)],
    [`${name}Short`, print((text) => text.replaceAll('-', '.'))],
  ];
}

function choiceTags(name: string, choices: Readonly<Record<string, Choice>>, answer: string | undefined): Tags {
  const flags = Object.entries(choices).map(([key, { flag }]): Tags[number] => [flag, condition(key === answer)]);
  return [[name, shown(answer === undefined ? '' : (choices[answer]?.zh ?? ''))], ...flags];
}

function listTags(name: string, rows: unknown, shape: z.core.$ZodShape): Tags {
  const scopes = z
    .array(Record)
    .parse(rows)
    .map((row, at, all) => ({
      no: shown(String(at + 1)),
      more: condition(at + 1 < all.length),
      ...Object.fromEntries(shapeTags(shape, row)),
    }));
  return [
    [name, scopes],
    [`${name}Count`, { text: String(scopes.length), holds: scopes.length > 0 }],
  ];
}

function tagsOf(name: string, meta: FieldMeta, value: unknown): Tags {
  const text = value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
  switch (meta.print.as) {
    case 'text':
      return [[name, shown(text ?? '')]];
    case 'prose':
      return [[name, shown(indented(text ?? ''))]];
    case 'date':
      return dateTags(name, text);
    case 'flag':
      return [[name, condition(value === true)]];
    case 'choice':
      return choiceTags(name, meta.print.choices, text);
    case 'list':
      return listTags(name, value ?? [], meta.print.row.shape);
  }
}

function shapeTags(shape: z.core.$ZodShape, data: Readonly<Record<string, unknown>>): Tags {
  return Object.entries(shape).flatMap(([name, schema]) => {
    const meta = FIELDS.get(schema);
    return meta === undefined ? [] : tagsOf(name, meta, data[name]);
  });
}

/**
 * Turns the data of a paper into what its template prints: dates and answers in Chinese, rows numbered from 1.
 * @throws PaperDataInvalid (422 `PAPER_DATA_INVALID`) naming the fields that are missing, unknown or do not fit
 * @throws FieldInvalid (400) when the verification code has a typing error
 */
export function printedPaper(kind: PaperKind, data: unknown): PrintedScope {
  const schema = PAPER_SCHEMAS[kind];
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    const fields = parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.map(String).join('.')],
    );
    throw new PaperDataInvalid(kind, [...new Set(fields)]);
  }
  const { verificationCode, verificationSite } = parsed.data;
  const site = (verificationSite ?? '').replace(/\/+$/u, '');
  return {
    ...Object.fromEntries(shapeTags(schema.shape, parsed.data)),
    verificationAddress: shown(`${site}${verificationPath(parseVerificationCode(verificationCode))}`),
  };
}
