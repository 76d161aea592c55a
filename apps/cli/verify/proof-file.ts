import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

import { CaseProof } from '#domain/ledger/case-proof.js';
import { FieldInvalid } from '#domain/errors.js';

/** Reads an export, one case a line. Throws FIELD_INVALID naming the line that is not a case. */
export async function* readProofs(file: string): AsyncGenerator<CaseProof> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() !== '') yield parsed(text, line);
  }
}

/** Writes an export, one case a line, while it is read; a proof passes on once it is written. */
export async function* writeProofs(file: string, proofs: AsyncIterable<CaseProof>): AsyncGenerator<CaseProof> {
  const out = createWriteStream(file, { mode: 0o600 });
  for await (const proof of proofs) {
    if (!out.write(`${JSON.stringify(proof)}\n`)) await once(out, 'drain');
    yield proof;
  }
  out.end();
  await once(out, 'finish');
}

function parsed(text: string, line: number): CaseProof {
  try {
    return CaseProof.parse(JSON.parse(text));
  } catch {
    throw new FieldInvalid(
      '--file',
      `第 ${line} 行不是办件的导出。请重新导出。`,
      `Line ${line} is not an exported case. Export it again.`,
    );
  }
}
