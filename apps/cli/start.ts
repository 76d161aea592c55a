import { parseArgs } from 'node:util';
import type { SignIn } from './embedded/demonstration.js';
import { openHome } from './embedded/home.js';
import type { Home } from './embedded/home.js';
import { openInstance, type Started } from './embedded/instance.js';
import { isHolder, takeLock } from './embedded/lifetime-lock.js';
import type { LifetimeLock } from './embedded/lifetime-lock.js';
import { sayAloud } from './embedded/progress.js';
import { confirmReset, eraseHome } from './embedded/reset.js';
import { seconds } from './embedded/servers.js';
import { stopSignal } from './embedded/stop-signal.js';
import { table } from './embedded/table.js';

const FIRST_PORT = 3000;
const OPTIONS = {
  reset: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  bare: { type: 'boolean', default: false },
} as const;

/**
 * `npm start`: servers, migrations, demonstration data, API and worker; runs until SIGINT, SIGTERM or SIGHUP and then stops them all.
 * `--reset` deletes the data first (asks, unless `--yes`), `--bare` loads no demonstration data. Returns the exit code.
 */
export async function start(argv: string[]): Promise<number> {
  const begun = Date.now();
  const { values } = parseArgs({ args: argv, options: OPTIONS });
  const home = await openHome();
  const lock = await takeLock(home.lock);
  if (isHolder(lock)) {
    const where = lock.note === '' ? `(进程 pid ${lock.pid})` : lock.note;
    sayAloud(`办结已在运行 Banjie is already running: ${where}`);
    return 1;
  }
  const stopAsked = stopSignal();
  const started: Started = [];
  try {
    if (values.reset && !(await reset(home, values.yes))) return 2;
    const running = bringUp(await openHome(home.folder), lock, started, { begun, bare: values.bare });
    await Promise.race([running, stopAsked]);
    await stopAsked;
    sayAloud('正在停止 stopping …');
    // What is half started must be known before it can be stopped; a server that comes later still is adopted by the next start.
    await Promise.race([running.catch(() => undefined), pause(20_000)]);
    return 0;
  } finally {
    for (const each of started.reverse()) await each.stop();
    await lock.release();
  }
}

async function reset(home: Home, yes: boolean): Promise<boolean> {
  if (!yes && !(await confirmReset(home))) {
    sayAloud('未作更改 nothing was changed (--reset --yes 不再询问 does not ask)');
    return false;
  }
  await eraseHome(home);
  sayAloud(`✓ 已清空 erased: ${home.folder}`);
  return true;
}

async function bringUp(
  home: Home,
  lock: LifetimeLock,
  started: Started,
  { begun, bare }: { readonly begun: number; readonly bare: boolean },
): Promise<void> {
  const port = Number(process.env.PORT ?? FIRST_PORT);
  const { address, signIns } = await openInstance(home, started, { env: process.env, say: sayAloud, bare, port });
  await lock.note(address);
  announce(address, signIns, begun);
}

function announce(address: string, signIns: readonly SignIn[], begun: number): void {
  const rows = signIns.map((each) => [each.username, each.password, each.role, each.unit, each.totpSecret ?? '']);
  if (rows.length > 0)
    sayAloud(`\n${table(['用户名 user', '密码 password', '角色 role', '单位 unit', '两步验证 TOTP'], rows)}`);
  sayAloud(`\n办结 Banjie  ${address}`);
  sayAloud(`接口说明 API explorer  ${address}/api/v1/docs`);
  sayAloud(`用时 ready in ${seconds(begun)} s · Ctrl-C 停止 stops`);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
