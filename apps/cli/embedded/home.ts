import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from './error-code.js';
import { projectRoot } from './project-root.js';

/** Where the embedded default keeps everything that it must not lose. Absolute paths. */
export interface Home {
  readonly folder: string;
  readonly binaries: string;
  readonly postgres: string;
  readonly temporal: string;
  readonly logs: string;
  /** Held by the one running `start`; its note is the address. */
  readonly lock: string;
}

/** The folder in force: BANJIE_HOME, else .banjie in the project. */
export function homeFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(env.BANJIE_HOME ?? path.join(projectRoot(), '.banjie'));
}

/** Creates what is missing. Other users may pass through (PostgreSQL must, when started by root) but not look in. */
export async function openHome(folder = homeFolder()): Promise<Home> {
  const home: Home = {
    folder,
    binaries: path.join(folder, 'bin'),
    postgres: path.join(folder, 'pg'),
    temporal: path.join(folder, 'temporal'),
    logs: path.join(folder, 'logs'),
    lock: path.join(folder, 'running.json'),
  };
  for (const each of [folder, home.postgres]) {
    await mkdir(each, { recursive: true });
    await chmod(each, 0o711);
  }
  for (const each of [home.temporal, home.logs]) await mkdir(each, { recursive: true, mode: 0o700 });
  await mkdir(home.binaries, { recursive: true });
  return home;
}

/** The secret in this file, made of `bytes` random bytes (base64, mode 0600) the first time. */
export async function keptSecret(file: string, bytes = 32): Promise<string> {
  try {
    await writeFile(file, randomBytes(bytes).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}
