import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { PAPER_KINDS } from '#domain/paper/paper-kind.js';
import { parseVerificationCode } from '#domain/paper/verification-code.js';
import type { Database } from '#prisma/client.js';
import { caseReadingStore } from '#prisma/stores/case-reading.store.js';
import { documentStore } from '#prisma/stores/document.store.js';
import { Answers } from '../http/answers.js';
import { LookUps } from '../http/look-ups.js';
import { Public } from '../identity/actor.js';
import { UseDatabase } from '../resources.js';

const CodeParams = z.strictObject({ code: z.string().max(64) });
type CodeParams = z.output<typeof CodeParams>;

/** Looking papers up is not guessing: so many from one address in a minute. */
const A_MINUTE = 60;

const Verdict = z.object({
  genuine: z.boolean(),
  code: z.string(),
  paper: z
    .object({
      kind: z.string(),
      zh: z.string(),
      en: z.string(),
      docNo: z.string().nullable(),
      organ: z.string(),
      date: z.iso.date(),
      sha256: z.string().describe('Of the Word file: compare it with the file that you hold'),
      status: z.string().describe('VALID, REVOKED or REPLACED'),
    })
    .nullable(),
});

@Controller('papers')
@LookUps('paper', A_MINUTE)
export class PapersController {
  constructor(@UseDatabase() private readonly database: Database) {}

  @Get(':code')
  @Public()
  @Answers('文书核验 Whether a paper is genuine; nothing about persons or organisations is told', Verdict)
  async verify(@Param({ schema: CodeParams }) { code: typed }: CodeParams): Promise<z.output<typeof Verdict>> {
    const code = parseVerificationCode(typed);
    const found = await documentStore(this.database).byCode(code);
    if (found === null) return { genuine: false, code, paper: null };
    const { kind, docNo, sha256, status, organUnitId, issuedAt } = found;
    const facts = Object.entries(PAPER_KINDS).find(([name]) => name === kind)?.[1];
    const organs = await caseReadingStore(this.database).unitNames([organUnitId]);
    return {
      genuine: true,
      code,
      paper: {
        ...{ kind, docNo, sha256, status },
        zh: facts?.nameZh ?? kind,
        en: facts?.nameEn ?? kind,
        organ: organs.get(organUnitId) ?? '',
        date: shanghaiDate(issuedAt),
      },
    };
  }
}
