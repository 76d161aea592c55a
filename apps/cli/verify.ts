import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';

import { faultsOf } from '#domain/ledger/case-proof.js';
import type { CaseProof, ProofFault } from '#domain/ledger/case-proof.js';
import { verifyChain } from '#domain/ledger/verify-chain.js';
import { openDatabase } from '#prisma/client.js';
import { contentStore } from '#prisma/files/content-store.js';
import { FileStoreAway } from '#prisma/files/file-store-away.js';
import { ADMINISTRATION } from '#prisma/stores/administration.store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { ledgerStore } from '#prisma/stores/ledger.store.js';
import { openWorkflows } from './verify/compare-workflow.js';
import { type Attached, withServers } from './embedded/attach.js';
import { readProofs, writeProofs } from './verify/proof-file.js';
import { provedSheets } from './verify/sheets-file.js';

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
const say = (line: string) => process.stdout.write(`${line}\n`);

/** A further proof of a case; null when it could not be made. */
type Check = (proof: CaseProof) => Promise<readonly ProofFault[] | null>;

const OPTIONS = {
  file: { type: 'string' },
  export: { type: 'string' },
  sheets: { type: 'string' },
  root: { type: 'string' },
} as const;

/**
 * Re-proves every ledger chain, and that tables, opinions, papers and running workflows agree with it; on the servers of this installation.
 * `--sheets FILE [--root HASH]` proves the marks of a venture round from its public export alone.
 * `--export FILE` writes the proofs too, `--file FILE` proves such an export without any server. Exit code 0 = everything holds, 1 = something does not,
 * 2 = there is nothing to read.
 */
export async function verify(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  if (values.sheets !== undefined) return proveSheets(values.sheets, values.root);
  if (values.file !== undefined) return prove(readProofs(values.file), []);
  return withServers(env, (servers) => verifyServers(servers, values.export));
}

/** The marks of a venture round: every locked sheet is where it was locked, and says what was locked. */
function proveSheets(file: string, publishedRoot?: string): number {
  const { roundId, judges, entries, root, faults } = provedSheets(file, publishedRoot);
  for (const { judgeId, seq, fault } of faults)
    say(
      judgeId === null
        ? '✗ 评分总根与公布的不一致 / the root is not the published one'
        : `✗ 评委 ${judgeId} 第 ${seq} 条有误 / entry ${seq} of judge ${judgeId}: ${fault}`,
    );
  say(
    `已核对 checked: ${judges} 评委 judges, ${entries} 评分记录 entries, 总根 root ${root}, ${faults.length} 有误 faulty (${roundId})`,
  );
  return faults.length === 0 ? 0 : 1;
}

async function verifyServers({ databaseUrl, temporalAddress, home }: Attached, exportTo?: string): Promise<number> {
  const database = openDatabase(databaseUrl);
  const checks: Check[] = home === null ? [] : [papersIn(home)];
  const workflows = temporalAddress === null ? null : await workflowsOf(temporalAddress, database);
  if (workflows !== null) checks.push((proof) => (proof.case.closed ? Promise.resolve([]) : workflows.compare(proof)));
  try {
    if (!(await ledgerStore(database).isThere())) {
      say('这里还没有台账,请先运行 npm start。 There is no ledger here yet; run npm start first.');
      return 2;
    }
    const administration = verifyChain(await ledgerStore(database).chain(ADMINISTRATION), sha256);
    const proofs = ledgerStore(database).proofs();
    const ofCases = await prove(exportTo === undefined ? proofs : writeProofs(exportTo, proofs), checks);
    if (administration.ok) return ofCases;
    const { seq, fault } = administration;
    say(`✗ 管理台账第 ${seq} 条有误 / entry ${seq} of the administration's ledger: ${fault}`);
    return 1;
  } finally {
    await workflows?.close();
    await database.close();
  }
}

async function workflowsOf(address: string, database: ReturnType<typeof openDatabase>) {
  const cases = caseStore(database);
  const workflows = await openWorkflows(address, async (caseId) => {
    const row = await cases.byId(caseId);
    return row === null ? null : { ...row, closed: row.closedAt !== null };
  });
  if (workflows === null) say('Temporal 无应答,未核对流程。 Temporal does not answer: workflows are not compared.');
  return workflows;
}

function papersIn(home: string): Check {
  const files = contentStore(home);
  return async ({ documents }) => {
    const faults: ProofFault[] = [];
    for (const { kind, docNo, sha256: expected } of documents) {
      const name = docNo ?? kind;
      const bytes = await files.read(expected).catch(awayOrThrow);
      if (bytes === AWAY)
        faults.push({ zh: `文书 ${name} 的文件无法读取`, en: `the file of paper ${name} cannot be read` });
      else if (bytes === null || sha256(bytes) !== expected)
        faults.push({
          zh: `文书 ${name} 的文件缺失或被改动`,
          en: `the file of paper ${name} is missing or was changed`,
        });
    }
    return faults;
  };
}

const AWAY = Symbol('the folder of the files cannot be used');

function awayOrThrow(error: unknown): typeof AWAY {
  if (error instanceof FileStoreAway) return AWAY;
  throw error;
}

async function prove(proofs: AsyncIterable<CaseProof>, checks: readonly Check[]): Promise<number> {
  const count = { cases: 0, entries: 0, documents: 0, faulty: 0, unasked: 0 };
  for await (const proof of proofs) {
    count.cases += 1;
    count.entries += proof.entries.length;
    count.documents += proof.documents.length;
    const further = await Promise.all(checks.map((check) => check(proof)));
    if (further.includes(null)) count.unasked += 1;
    const faults = [...faultsOf(proof, sha256), ...further.flatMap((found) => found ?? [])];
    if (faults.length > 0) count.faulty += 1;
    for (const { zh, en } of faults) say(`✗ ${proof.case.caseNo} ${zh} / ${en}`);
  }
  say(
    `已核对 checked: ${count.cases} 办件 cases, ${count.entries} 台账 ledger entries, ${count.documents} 文书 papers, ` +
      `${count.unasked} 未能核对流程 workflows not asked, ${count.faulty} 有误 faulty`,
  );
  return count.faulty === 0 ? 0 : 1;
}
