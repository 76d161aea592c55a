import { DomainError, FieldInvalid } from '#domain/errors.js';
import { fileThatCannotBeOpened, misuseOf } from './command-line.js';
import { Stopped } from './embedded/stop-signal.js';

type Run = (argv: string[]) => Promise<number>;

/** What somebody may ask for. Each is loaded when it is asked for, so that `start` does not wait for what `bench` needs. */
interface Command {
  /** After the name. */
  readonly synopsis: string;
  readonly zh: string;
  readonly en: string;
  readonly load: () => Promise<Run>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  bench: {
    synopsis: '[--part NAME] [--scale SHARE] [--synchronous FULL|NORMAL] [--json FILE]',
    zh: '在自带的服务器上测量性能,并与承诺的指标比较。',
    en: 'Measures on servers of its own and holds the figures to what is promised.',
    load: async () => (await import('./bench.js')).bench,
  },
  chaos: {
    synopsis: '[--part NAME] [--cases N] [--kills N] [--json FILE]',
    zh: '办理中反复杀死各服务器,清点有无丢失、重复。',
    en: 'Kills every server while cases are under way and counts what was lost or doubled.',
    load: async () => (await import('./chaos.js')).chaos,
  },
  demo: {
    synopsis: '[--part NAME] [--json FILE]',
    zh: '在自带的服务器上演示真实办件,时钟快进。',
    en: 'Plays the real cases on servers of its own, clocks moved forward.',
    load: async () => (await import('./demo.js')).demo,
  },
  draw: {
    synopsis: '--verify FILE',
    zh: '按公示的内容重新抽取,核对结果是否一致。',
    en: 'Runs a published draw again and compares the result.',
    load: async () => (await import('./draw.js')).draw,
  },
  golden: {
    synopsis: 'FILE [--process SLUG,…] [--kind KIND,…]',
    zh: '用样例文件检验各项规则。',
    en: 'Runs the cases of a golden file against the rules.',
    load: async () => (await import('./golden.js')).golden,
  },
  import: {
    synopsis: 'FILE.xlsx --user USERNAME [--api http://127.0.0.1:3000]',
    zh: '把工作簿导入正在运行的办结;密码取自环境变量 BANJIE_PASSWORD。',
    en: 'Sends a workbook to a running Banjie; the password is read from BANJIE_PASSWORD.',
    load: async () => (await import('./import.js')).importWorkbook,
  },
  start: {
    synopsis: '[--bare] [--reset [--yes]]',
    zh: '启动办结;--bare 不载入演示数据,--reset 先清空数据。',
    en: 'Starts Banjie; --bare without the demonstration, --reset erases the data first.',
    load: async () => (await import('./start.js')).start,
  },
  totp: {
    synopsis: 'USERNAME | BASE32-SECRET',
    zh: '显示演示用户当前的动态验证码。',
    en: 'Prints the present one-time code of a demonstration account.',
    load: async () => (await import('./totp.js')).totp,
  },
  verify: {
    synopsis: '[--export FILE] | --file FILE | --sheets FILE [--root HASH]',
    zh: '核对台账、数据表、文书和流程;或核对导出的文件。',
    en: 'Proves ledgers, tables, papers and workflows, or an exported file.',
    load: async () => (await import('./verify.js')).verify,
  },
};

/** Runs the command that is named first; returns the exit code: 0 well, 1 not well, 2 what was typed cannot be used. */
export async function main([name = '', ...rest]: string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const isAsked = isHelp(name);
    (isAsked ? process.stdout : process.stderr).write(Object.entries(COMMANDS).map(usageOf).join('\n'));
    return isAsked ? 0 : 2;
  }
  if (rest.some(isHelp)) {
    process.stdout.write(usageOf([name, command]));
    return 0;
  }
  try {
    const run = await command.load();
    return await run(rest);
  } catch (error) {
    return told(error, name, rest);
  }
}

const isHelp = (word: string): boolean => word === '--help' || word === '-h';

function usageOf([name, { synopsis, zh, en }]: readonly [string, Command]): string {
  return `用法 usage: banjie ${name} ${synopsis}\n  ${zh}\n  ${en}\n`;
}

/** One sentence for what people can put right, and the exit code. Throws on what only we can. */
function told(error: unknown, name: string, argv: readonly string[]): number {
  if (error instanceof Stopped) {
    process.stderr.write('已停止 stopped\n');
    return error.exitCode;
  }
  const known = misuseOf(error, name) ?? fileThatCannotBeOpened(error, argv) ?? error;
  if (!(known instanceof DomainError)) throw known;
  process.stderr.write(`✗ ${known.refusal.messageZh} / ${known.refusal.messageEn}\n`);
  return known instanceof FieldInvalid ? 2 : 1;
}
