import { Controller, Get, Ip, Param } from '@nestjs/common';
import { z } from 'zod';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { PAPER_KINDS } from '#domain/paper/paper-kind.js';
import { parseVerificationCode } from '#domain/paper/verification-code.js';
import type { Database } from '#prisma/client.js';
import { caseReadingStore } from '#prisma/stores/case-reading.store.js';
import { documentStore } from '#prisma/stores/document.store.js';
import { signInFailureStore } from '#prisma/stores/sign-in-failure.store.js';
import { Answers } from '../http/answers.js';
import { TooManyAttempts } from '../http/errors.js';
import { Public } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';

const CodeParams = z.strictObject({ code: z.string().max(64) });
type CodeParams = z.output<typeof CodeParams>;

/** Looking papers up is not guessing: so many from one address in a minute. */
const LOOK_UPS = { max: 60, windowMs: 60_000 };

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
export class PapersController {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  @Get(':code')
  @Public()
  @Answers('文书核验 Whether a paper is genuine; nothing about persons or organisations is told', Verdict)
  async verify(
    @Param({ schema: CodeParams }) { code: typed }: CodeParams,
    @Ip() ip: string,
  ): Promise<z.output<typeof Verdict>> {
    const wait = await signInFailureStore(this.database).attempt(`paper|${ip}`, LOOK_UPS, this.clock());
    if (wait > 0) throw new TooManyAttempts(Math.ceil(wait / 1000));
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
