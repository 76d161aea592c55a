import { FieldInvalid } from '#domain/errors.js';
import { proseForm } from './normal-form.js';
import { strayPinyin } from './stray-pinyin.js';

/** A doubt about a text that is kept as it is: shown to the writer and stored beside the case, never a refusal. */
export interface TextWarning {
  readonly code: 'TEXT_SUSPECT';
  readonly field: string;
  readonly messageZh: string;
  readonly messageEn: string;
  /** The suspicious piece, for example `党(dang)`. */
  readonly fragment: string;
}

/** A text that may be stored, and what the writer should look at again. */
export interface CleanText {
  readonly text: string;
  readonly warnings: readonly TextWarning[];
}

// Line breaks and tabs are layout and stay; every other control, bidirectional override and lone surrogate is refused.
const FORBIDDEN = /(?![\n\t])[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;

/**
 * Input hygiene (specification C10): NFKC without touching Chinese punctuation, trimmed, line ends as \n. Throws FIELD_INVALID naming `field` and the code
 * point for control characters; warns with TEXT_SUSPECT for pinyin left in brackets.
 */
export function cleanText(input: string, field: string): CleanText {
  const text = proseForm(input.replaceAll(/\r\n?/g, '\n'));
  const forbidden = FORBIDDEN.exec(text)?.[0];
  if (forbidden !== undefined) throw controlCharacter(forbidden, field);
  return { text, warnings: strayPinyin(text).map((fragment) => suspect(fragment, field)) };
}

function controlCharacter(character: string, field: string): FieldInvalid {
  const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return new FieldInvalid(
    field,
    `内容含有不可见的控制字符(${codePoint}),请删除后重新填写。`,
    `The text contains an invisible control character (${codePoint}). Remove it and try again.`,
    { codePoint },
  );
}

function suspect(fragment: string, field: string): TextWarning {
  return {
    code: 'TEXT_SUSPECT',
    field,
    messageZh: `“${fragment}”疑似夹带拼音注音,请核对原文。`,
    messageEn: `"${fragment}" looks like pinyin left in the text. Check it against the original.`,
    fragment,
  };
}
