const WIDE: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };

/** Chinese text as it is printed: punctuation after a Chinese character or between a number or a Latin word and one, and brackets around or beside Chinese words, take a full square. */
export function typeset(text: string): string {
  return text
    .replace(/\(([^()]*\p{Script=Han}[^()]*)\)/gu, '（$1）')
    .replace(
      /(?<=\p{Script=Han})\(([^()]*)\)|\(([^()]*)\)(?=\p{Script=Han})/gu,
      (_, after = '', before = '') => `（${after}${before}）`,
    )
    .replace(/(?<=[\p{Script=Han}”》）」】])([,:;?!]) ?/gu, (mark) => WIDE[mark.trim()] ?? mark)
    .replace(/(?<=[\dA-Za-z%])([,;])(?=\p{Script=Han})/gu, (mark) => WIDE[mark] ?? mark);
}
