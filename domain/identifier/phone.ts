import { FieldInvalid } from '#domain/errors.js';
import { normalForm } from '#domain/text/normal-form.js';

/**
 * A mainland telephone number: `13800000000`, `0573-82000000`, with an extension `0573-82000000-801`, or
 * `400-000-0000`. RESTRICTED.
 */
export type Phone = string & { readonly brand: 'Phone' };

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})(?:-(\d{1,6}))?$/;
const SERVICE = /^(400|800)(\d{3})(\d{4})$/;

/**
 * Whether the text is a mainland mobile, landline or 400/800 number; spaces, hyphens, brackets and +86 do not matter.
 */
export function isPhone(text: string): boolean {
  return canonical(text) !== undefined;
}

/**
 * Reads a number into its one form. Throws FIELD_INVALID naming `field`; the number itself is in no error, because
 * errors are logged.
 */
export function parsePhone(text: string, field = 'phone'): Phone {
  const phone = canonical(text);
  if (phone !== undefined) return phone as Phone; // the only cast of this type
  throw new FieldInvalid(
    field,
    '电话号码无效,请填写 11 位手机号码,或带区号的固定电话,例如 0573-82000000。',
    'Not a telephone number. Give a mobile number of 11 digits or a landline with its area code, for example 0573-82000000.',
  );
}

function canonical(text: string): string | undefined {
  const [main = '', extension] = normalForm(text)
    .replace(/^(?:\+|00)86[\s-]*/, '')
    .split(/(?<=\d{7})\s*(?:转|ext\.?|x|#|-)\s*(?=\d{1,6}$)/i);
  const digits = main.replaceAll(/[\s()-]/g, '');
  if (MOBILE.test(digits)) return extension === undefined ? digits : undefined;
  const service = SERVICE.exec(digits);
  if (service !== null) return extension === undefined ? service.slice(1).join('-') : undefined;
  const landline = LANDLINE.exec(extension === undefined ? digits : `${digits}-${extension}`);
  return landline?.slice(1).filter(Boolean).join('-');
}
