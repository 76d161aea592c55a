import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { z } from 'zod';

import { httpAddress } from './command-line.js';
import { type Account, ApiClient } from './http/api-client.js';
import { refusalBehind } from './http/api-refusal.js';

const USAGE =
  '用法 usage: import 工作簿.xlsx --user 用户名 USERNAME [--api http://127.0.0.1:3000]   (密码 password: BANJIE_PASSWORD)\n';
const LOOK_EVERY_MS = 500;

const Job = z.looseObject({
  id: z.string(),
  state: z.looseObject({ slug: z.string(), zh: z.string(), en: z.string() }),
  rowsTotal: z.int(),
  rowsDone: z.int(),
  sheets: z.array(
    z.looseObject({ sheet: z.string(), rows: z.int(), faulty: z.int(), created: z.int(), updated: z.int() }),
  ),
  faults: z.array(z.looseObject({ sheet: z.string(), row: z.int(), column: z.string(), messageZh: z.string() })),
  hasReport: z.boolean(),
});
type Job = z.output<typeof Job>;

/** Where lines go. */
type Say = (line: string) => void;
const toStdout: Say = (line) => void process.stdout.write(`${line}\n`);

/**
 * `import FILE --user NAME`: sends a workbook to a running API as that user and waits for its end. Returns 0 when every sheet was imported.
 * Throws API_AWAY when none answers, and what the API refuses.
 */
export async function importWorkbook(argv: readonly string[], say: Say = toStdout): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { user: { type: 'string' }, api: { type: 'string', default: 'http://127.0.0.1:3000' } },
  });
  const [file] = positionals;
  const password = process.env.BANJIE_PASSWORD;
  if (file === undefined || values.user === undefined || password === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  const workbook = new Uint8Array(await readFile(file));
  const api = httpAddress('--api', values.api);
  const job = await sent(workbook, api, { username: values.user, password }, say).catch((error: unknown) => {
    throw refusalBehind(error, api);
  });
  for (const { sheet, rows, faulty, created, updated } of job.sheets) {
    say(`${sheet}  共 ${rows} 行,有误 ${faulty} 行,新增 ${created},更新 ${updated}`);
  }
  for (const { sheet, row, column, messageZh } of job.faults) say(`✗ ${sheet} 第 ${row} 行【${column}】${messageZh}`);
  say(`${job.state.zh} / ${job.state.en}`);
  if (job.hasReport) say(`错误报告 report: ${api}/api/v1/imports/${job.id}/report`);
  return job.state.slug === 'IMPORTED' ? 0 : 1;
}

async function sent(workbook: Uint8Array, api: string, account: Account, say: Say): Promise<Job> {
  const client = await ApiClient.signIn(api, account);
  return ended(client, Job.parse(await client.must('POST', '/imports', workbook)), say);
}

async function ended(client: ApiClient, begun: Job, say: Say): Promise<Job> {
  let job = begun;
  for (let seen = -1; job.state.slug === 'RUNNING';) {
    if (job.rowsDone !== seen) say(`${job.rowsDone} / ${job.rowsTotal}`);
    seen = job.rowsDone;
    await pause(LOOK_EVERY_MS);
    job = Job.parse(await client.must('GET', `/imports/${job.id}`));
  }
  return job;
}
