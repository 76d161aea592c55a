import type { z } from 'zod';
import { FIELDS } from './field.js';
import type { FieldMeta } from './field.js';
import type { PaperKind } from './paper-kind.js';
import { PAPER_SCHEMAS } from './paper-schema.js';

/** A tag that a template may use, as `{name}`, as a condition `{#name}…{/name}`, or, when it has rows, as a loop. */
export interface PaperField {
  readonly name: string;
  readonly label: string;
  readonly form: 'text' | 'prose' | 'date' | 'flag' | 'choice' | 'list' | 'derived';
  readonly note: string;
  readonly optional: boolean;
  readonly essential: boolean;
  readonly rows?: readonly PaperField[];
}

/** A tag that follows from another field; it is never supplied. */
const derived = (name: string, label: string, note = ''): PaperField => ({
  name,
  label,
  note,
  form: 'derived',
  optional: false,
  essential: false,
});

function derivedFrom(name: string, meta: FieldMeta): PaperField[] {
  switch (meta.print.as) {
    case 'date':
      return [
        derived(`${name}Han`, `${meta.label}(汉字)`, '如 二〇二六年三月十日'),
        derived(`${name}Short`, `${meta.label}(表格用)`, '如 2026.03.10'),
      ];
    case 'choice':
      return Object.values(meta.print.choices).map((answer) =>
        derived(answer.flag, `${meta.label}为“${answer.zh}”`, '作条件用'),
      );
    case 'list':
      return [derived(`${name}Count`, `${meta.label}的行数`, '作条件用时,有行即成立')];
    default:
      return [];
  }
}

function fieldOf(name: string, schema: z.core.$ZodType): PaperField[] {
  const meta = FIELDS.get(schema);
  if (meta === undefined) throw new Error(`field ${name} is not declared for paper`);
  const field: PaperField = {
    name,
    label: meta.label,
    form: meta.print.as,
    note: meta.note ?? '',
    optional: schema._zod.optin === 'optional',
    essential: meta.essential ?? false,
    ...(meta.print.as === 'list'
      ? {
          rows: [
            derived('no', '序号'),
            derived('more', '后面还有', '作条件用,如 {#more}、{/more}'),
            ...fieldsOfShape(meta.print.row.shape),
          ],
        }
      : {}),
  };
  return [field, ...derivedFrom(name, meta)];
}

const fieldsOfShape = (shape: z.core.$ZodShape): PaperField[] =>
  Object.entries(shape).flatMap(([name, schema]) => fieldOf(name, schema));

/** Every tag that a template of the kind may use, in the order of the schema; rows have theirs, which are valid inside the loop. */
export function paperFields(kind: PaperKind): readonly PaperField[] {
  return [
    ...fieldsOfShape(PAPER_SCHEMAS[kind].shape),
    derived('verificationAddress', '核验地址', '核验网站与 /api/v1/papers/核验码 相连'),
  ];
}
