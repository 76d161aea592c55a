const WIDE: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };

/** Chinese text as it is printed: punctuation after a Chinese character, and brackets around Chinese words, take a full square. */
export function typeset(text: string): string {
  return text
    .replace(/\(([^()]*\p{Script=Han}[^()]*)\)/gu, '（$1）')
    .replace(/(?<=[\p{Script=Han}”》）」】])([,:;?!]) ?/gu, (mark) => WIDE[mark.trim()] ?? mark);
}
