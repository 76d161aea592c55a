import { z } from 'zod';

/** One value of a field with fixed answers: how it prints, and the condition `{#flag}…{/flag}` that it makes true. */
export interface Choice {
  readonly zh: string;
  readonly flag: string;
}

/**
 * How a field stands on paper. `prose` may have line breaks; a `date` also prints in Chinese numerals under `…Han`;
 * a `flag` prints 是 or 否; a `choice` also has one condition for each answer; a `list` repeats what stands between its tags.
 */
type Print =
  | { readonly as: 'text' | 'prose' | 'date' | 'flag' }
  | { readonly as: 'choice'; readonly choices: Readonly<Record<string, Choice>> }
  | { readonly as: 'list'; readonly row: z.ZodObject };

/** What an office must know of a field: its Chinese label, a remark, and whether a template without it is refused. */
export interface FieldMeta {
  readonly label: string;
  readonly print: Print;
  readonly note?: string;
  readonly essential?: true;
}

/** Where the schemas keep what they mean on paper. */
export const FIELDS = new WeakMap<z.core.$ZodType, FieldMeta>();

type Remarks = Pick<FieldMeta, 'note' | 'essential'>;

function declare<T extends z.ZodType>(schema: T, label: string, print: Print, remarks: Remarks = {}): T {
  FIELDS.set(schema, { label, print, ...remarks });
  return schema;
}

/** One line, 1 to `max` characters. */
export const text = (label: string, max = 120, remarks?: Remarks) =>
  declare(z.string().trim().min(1).max(max), label, { as: 'text' }, remarks);

/** One line in a prescribed form. */
export const formed = (label: string, form: RegExp, remarks?: Remarks) =>
  declare(z.string().regex(form), label, { as: 'text' }, remarks);

/** Several lines, `min` to `max` characters. */
export const prose = (label: string, min: number, max: number, remarks?: Remarks) =>
  declare(z.string().trim().min(min).max(max), label, { as: 'prose' }, remarks);

/** A count from 0. */
export const count = (label: string, remarks?: Remarks) => declare(z.int().min(0), label, { as: 'text' }, remarks);

/** A day of Asia/Shanghai, `2026-03-10`. */
export const day = (label: string, remarks?: Remarks) => declare(z.iso.date(), label, { as: 'date' }, remarks);

/** Yes or no. */
export const flag = (label: string, remarks?: Remarks) => declare(z.boolean(), label, { as: 'flag' }, remarks);

/** One of fixed answers; the keys are the values. */
export const choice = <const Answers extends Readonly<Record<string, Choice>>>(
  label: string,
  choices: Answers,
  remarks?: Remarks,
) => declare(z.literal(keysOf(choices)), label, { as: 'choice', choices }, remarks);

function keysOf<Answers extends Readonly<Record<string, Choice>>>(choices: Answers): (keyof Answers & string)[] {
  return Object.keys(choices);
}

/** Rows, in the order in which they print. */
export const list = <Shape extends z.ZodRawShape>(label: string, shape: Shape, remarks?: Remarks) => {
  const row = z.strictObject(shape);
  return declare(z.array(row).max(200), label, { as: 'list', row }, remarks);
};

/** A field that may be absent; it then prints nothing and its condition is false. */
export function maybe<T extends z.ZodType>(field: T): z.ZodOptional<T> {
  const optional = field.optional();
  const meta = FIELDS.get(field);
  if (meta !== undefined) FIELDS.set(optional, meta);
  return optional;
}
