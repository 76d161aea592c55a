import { DomainError } from '#domain/errors.js';

type Command = (argv: string[]) => Promise<number>;

/** Each command is loaded when it is asked for, so that `start` does not wait for what `bench` needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  bench: async () => (await import('./bench.js')).bench,
  chaos: async () => (await import('./chaos.js')).chaos,
  demo: async () => (await import('./demo.js')).demo,
  draw: async () => (await import('./draw.js')).draw,
  golden: async () => (await import('./golden.js')).golden,
  import: async () => (await import('./import.js')).importWorkbook,
  start: async () => (await import('./start.js')).start,
  totp: async () => (await import('./totp.js')).totp,
  verify: async () => (await import('./verify.js')).verify,
};

/** Runs the command that is named first; returns the exit code. */
export async function main([name = '', ...rest]: string[]): Promise<number> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    process.stderr.write(`命令 commands: ${Object.keys(COMMANDS).join(' ')}\n`);
    return 2;
  }
  try {
    const command = await load();
    return await command(rest);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    process.stderr.write(`✗ ${error.refusal.messageZh} / ${error.refusal.messageEn}\n`);
    return 1;
  }
}
