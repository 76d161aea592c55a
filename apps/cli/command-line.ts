import { FieldInvalid } from '#domain/errors.js';

/** What `parseArgs` refuses, as one sentence that says where the usage is; null for any other error. */
export function misuseOf(error: unknown, command: string): FieldInvalid | null {
  if (!(error instanceof Error) || !codeOf(error).startsWith('ERR_PARSE_ARGS')) return null;
  // Node adds advice to its first sentence that does not fit here.
  const [what = ''] = error.message.split('. ');
  return new FieldInvalid(
    'argv',
    `命令行有误(${what}),用法见 banjie ${command} --help。`,
    `${what}; see banjie ${command} --help.`,
  );
}

/** A file that was named on the command line and is not there, or is none; null for any other error. */
export function fileThatCannotBeOpened(error: unknown, argv: readonly string[]): FieldInvalid | null {
  if (!(error instanceof Error) || !['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR'].includes(codeOf(error))) return null;
  const file =
    argv.find((word) => 'path' in error && error.path === word) ?? argv.find((word) => error.message.includes(word));
  return file === undefined ? null : unopened(file);
}

/** The refusal of a file that cannot be opened. */
export function unopened(file: string): FieldInvalid {
  return new FieldInvalid('file', `不能打开文件 ${file}。`, `The file ${file} cannot be opened.`, { path: file });
}

/** The parts of a command that were asked for: all, or the one of that name. Throws FIELD_INVALID for a name that there is not. */
export function partsNamed<Part extends { readonly name: string }>(
  parts: readonly Part[],
  name?: string,
): readonly Part[] {
  const found = parts.filter((part) => name === undefined || part.name === name);
  if (found.length > 0) return found;
  const names = parts.map((part) => part.name).join(', ');
  throw new FieldInvalid('--part', `没有“${name}”,可选:${names}。`, `There is no part ${name}; there are ${names}.`);
}

/** A number above zero. Throws FIELD_INVALID for any other text. */
export function positive(option: string, text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new FieldInvalid(option, `${option} 须为大于零的数字。`, `${option} must be a number above zero.`);
}

/** The origin of a Banjie: http:// and host:port. Throws FIELD_INVALID for any other text. */
export function httpAddress(option: string, text: string): string {
  if (URL.canParse(text) && text.startsWith('http://')) return new URL(text).origin;
  const zh = `${option} 须为 http:// 开头的地址,例如 http://127.0.0.1:3000。`;
  throw new FieldInvalid(option, zh, `${option} must be an address such as http://127.0.0.1:3000.`);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
