import { z } from 'zod';

import { hanYuan, yuanText } from '#domain/paper/chinese-money.js';
import type { PaperKind } from '#domain/paper/paper-kind.js';
import type { PaperRequest } from '#domain/paper/paper-request.js';
import type { PaperData } from '#domain/paper/paper-schema.js';
import { labelOf } from '#domain/terms/term.js';
import { ADOPTION_MODES, INSTALMENT_RELEASES } from '#domain/venture-round/agreement-terms.js';
import { Objective } from '#domain/venture-round/application-form.js';
import { sumFen } from '#domain/venture-round/fen.js';
import { scheduleOf, type SourceFen } from '#domain/venture-round/settlement.rule.js';
import { VentureRoundSettings } from '#domain/venture-round/settings.js';
import { FUNDING_SOURCES, PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import type { Database } from '../../client.js';
import { paperWords } from '../paper-words.js';
import { dataOf, type Printed } from '../printers.js';
import { roundOf } from '../venture-round/round-row.js';

/** What the workflow froze: source and fen, `FISCAL:500000`, in their order. */
const Agreed = z.looseObject({ amounts: z.array(z.string()), executionMonths: z.int(), signDays: z.int() });
const Objectives = z.looseObject({ objectives: z.array(Objective).default([]) });

/** What the agreement of a venture project prints: parties, amounts by source, instalments, indicators. */
export function agreementPaperStore({ rows, pool }: Pick<Database, 'rows' | 'pool'>) {
  const { unitName, docWord } = paperWords(rows);

  const inKind = async (projectId: string) => {
    const where = { projectId, mode: { not: 'MONEY' }, status: { in: ['SIGNED', 'PAID'] } };
    const found = await rows.adoption.findMany({ where, orderBy: { id: 'asc' } });
    return found.map(({ mode, fen }) => ({ mode: labelOf(ADOPTION_MODES, mode).zh, yuan: yuanText(Number(fen)) }));
  };

  const objectives = async (caseId: string) => {
    const form = await rows.caseForm.findFirst({ where: { caseId }, orderBy: { version: 'desc' } });
    return Objectives.parse(form?.data ?? {}).objectives;
  };

  const printers = {
    FUNDING_AGREEMENT: async (
      { caseId, organUnitId, facts, on }: PaperRequest,
      { code, docNo }: Printed,
    ): Promise<PaperData<'FUNDING_AGREEMENT'>> => {
      const project = await rows.project.findUniqueOrThrow({ where: { caseId } });
      const { config } = await rows.case.findUniqueOrThrow({ where: { id: caseId } });
      const grantee = await rows.organisation.findUnique({ where: { id: project.organisationId } });
      const { configuration } = await roundOf(pool, project.roundId);
      const { amounts, executionMonths, signDays } = Agreed.parse(facts);
      const agreed = amounts.map(amountOf);
      const total = sumFen(agreed.map(({ fen }) => fen));
      const { shiftPct, returnMoneyCD, barYears } = VentureRoundSettings.parse(config);
      return {
        ...{ caseNo: project.caseNo, verificationCode: code, ...(docNo === null ? {} : { docNo }) },
        ...{ host: await unitName(organUnitId), grantee: grantee?.name ?? project.organisationId },
        ...(grantee?.uscc ? { granteeUscc: grantee.uscc } : {}),
        ...{ roundTitle: configuration.title, projectTitle: project.title },
        projectClass: labelOf(PROJECT_CLASSES, project.class).zh,
        amounts: agreed.map(({ source, fen }) => ({
          source: labelOf(FUNDING_SOURCES, source).zh,
          yuan: yuanText(fen),
        })),
        ...{ totalYuan: yuanText(total), totalHan: hanYuan(total) },
        usesLottery: agreed.some(({ source, fen }) => source === 'LOTTERY_WELFARE_FUND' && fen > 0),
        inKind: await inKind(caseId),
        instalments: scheduleOf(agreed, configuration.schedule).map(({ source, no, fen, release, milestone }) => ({
          ...{ source: labelOf(FUNDING_SOURCES, source).zh, instalment: no, yuan: yuanText(fen) },
          release: milestone === undefined ? labelOf(INSTALMENT_RELEASES, release).zh : `${milestone}完成后`,
        })),
        objectives: await objectives(caseId),
        ...{ executionMonths, signDays, shiftPercent: shiftPct, returnDays: returnMoneyCD, barYears, preparedOn: on },
      };
    },
  };

  return {
    /** 机关代字 of the host with 协; null while it has none: the agreement then goes by the number of its case. */
    async wordFor({ organUnitId }: PaperRequest): Promise<string | null> {
      const word = await docWord(organUnitId);
      return word === null ? null : `${word}协`;
    },

    dataFor: (request: PaperRequest, printed: Printed): Promise<PaperData<PaperKind>> =>
      dataOf(printers, request, printed),
  };
}

function amountOf(text: string): SourceFen {
  const [slug, fen] = text.split(':');
  const source = FUNDING_SOURCES.find((one) => one.slug === slug)?.slug;
  if (source === undefined) throw new Error(`no source of funding is ${text}`);
  return { source, fen: Number(fen) };
}
