import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { processesNaming } from '../../apps/cli/embedded/process-identity.js';
import { testServers } from '../support/servers.js';

jest.setTimeout(180_000);

const COMMANDS = ['bench', 'chaos', 'demo', 'draw', 'golden', 'import', 'start', 'totp', 'verify'];

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What a command said and how it ended. */
const banjie = (...argv: string[]): Promise<Ended> => banjieIn({}, ...argv);

function banjieIn(more: NodeJS.ProcessEnv, ...argv: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, BANJIE_PASSWORD: 'none', ...more };
    const child = execFile(process.execPath, ['bin/banjie.mjs', ...argv], { env }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

describe('every command', () => {
  it('says what it is for, in Chinese and English', async () => {
    for (const name of COMMANDS) {
      const { code, out, err } = await banjie(name, '--help');
      expect({ name, code, err }).toEqual({ name, code: 0, err: '' });
      expect(out).toMatch(new RegExp(`^用法 usage: banjie ${name} .+\\n  \\p{Script=Han}.+。\\n  [A-Z].+\\.\\n$`, 'u'));
    }
  });

  it('refuses an option that there is not in one sentence, with 2', async () => {
    for (const name of COMMANDS.filter((each) => each !== 'golden')) {
      const { code, out, err } = await banjie(name, '--colour', 'red');
      expect({ name, code, out }).toEqual({ name, code: 2, out: '' });
      expect(err).toMatch(/^✗ 命令行有误.*--colour.* \/ .*--help\.$/m);
    }
    expect(await banjie('golden', '--colour', 'red')).toMatchObject({ code: 2, err: '' });
  });

  it.each([
    ['draw', '--verify', 'missing.json'],
    ['verify', '--file', 'missing.json'],
    ['verify', '--sheets', 'missing.json'],
    ['import', 'missing.json', '--user', 'somebody'],
  ])('%s %s: a file that is not there is named in one sentence, with 2', async (...argv) => {
    expect(await banjie(...argv)).toEqual({
      code: 2,
      out: '',
      err: '✗ 不能打开文件 missing.json。 / The file missing.json cannot be opened.\n',
    });
  });

  it('refuses a part, a number and a command that there is not', async () => {
    for (const argv of [
      ['bench', '--part', 'x'],
      ['chaos', '--part', 'x'],
      ['demo', '--part', 'x'],
      ['bench', '--scale', 'x'],
      ['x'],
    ]) {
      const { code, out, err } = await banjie(...argv);
      expect({ argv, code, out }).toEqual({ argv, code: 2, out: '' });
      expect(err).not.toContain('    at ');
    }
  });
});

const NOWHERE = '127.0.0.1:9';
const AWAY = { DATABASE_URL: `postgresql://${NOWHERE}/x` };
const ASTRAY = { DATABASE_URL: 'nonsense', TEMPORAL_ADDRESS: ':::' };
const importTo = (api: string): string[] => ['import', 'package.json', '--user', 'somebody', '--api', api];

describe('a command whose servers are not there says what to do in one sentence', () => {
  it.each([
    ['import: no API', {}, 1, importTo(`http://${NOWHERE}`)],
    ['import: an address that is none', {}, 2, importTo('nonsense')],
    ['verify: no database', AWAY, 1, ['verify']],
    ['verify: an address that is none', ASTRAY, 2, ['verify']],
    ['bench: an address that is none', ASTRAY, 2, ['bench']],
    ['chaos: an address that is none', ASTRAY, 2, ['chaos']],
    ['demo: an address that is none', ASTRAY, 2, ['demo']],
    ['demo: no Temporal', { ...ASTRAY, DATABASE_URL: testServers().adminUrl }, 1, ['demo']],
  ])('%s', async (_name, env, expected, argv) => {
    const { code, err } = await banjieIn(env, ...argv);
    expect(err).toMatch(/^✗ [^\n]*\p{Script=Han}[^\n]*。 \/ [A-Z-][^\n]*\.\n$/u);
    expect(code).toBe(expected);
  });
});

describe.each([
  ['bench', 'is asked to end', (child: ChildProcess) => child.kill('SIGTERM'), 143],
  ['chaos', 'nobody reads any more', (child: ChildProcess) => child.stdout?.destroy(), 141],
] as const)('%s that %s', (name, _how, end, expected) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'banjie-stop-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('stops its servers and takes their folder along', async () => {
    const { DATABASE_URL: _url, TEMPORAL_ADDRESS: _address, ...rest } = process.env;
    const temporal = path.dirname(process.env.BANJIE_TEST_TEMPORAL ?? '');
    const env = { ...rest, TMPDIR: folder, PATH: `${temporal}:${process.env.PATH ?? ''}` };
    const child = spawn(process.execPath, ['bin/banjie.mjs', name], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('数据表 schema')) end(child);
    });

    expect(await ended).toEqual([expected, null]);
    expect(processesNaming(folder)).toEqual([]);
    expect((await readdir(folder)).filter((each) => each.startsWith('banjie-'))).toEqual([]);
  });
});
