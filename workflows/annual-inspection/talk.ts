import { NoticeTalk, RecordTalk } from '#domain/annual-inspection/acts.js';
import { AnnualInspectionRefusal } from '#domain/annual-inspection/errors.js';
import { type IsoDate, parseIsoDate } from '#domain/calendar/iso-date.js';
import { AuthNotAllowed } from '#domain/errors.js';
import { organisation, pool } from '#domain/process/assignee.js';
import { issuePaperOrRefuse } from '../steps/issue-paper.js';
import { ask, limitFrom, type ReturnRun, today, unlessRefused } from './case.js';
import type { ReturnInput } from './contract.js';

/** 约谈 with the person in charge: announced three working days before, held by two officers, recorded. null: `isOver` came first. */
export async function talk(run: ReturnRun, input: ReturnInput, isOver: () => boolean): Promise<IsoDate | null> {
  let rectifyBy: IsoDate | null = null;
  let noticedOn: IsoDate | null = null;
  const task = run.open({
    kind: 'RECTIFICATION_TALK',
    assignee: pool(input.unitId, 'INSPECTOR'),
    duty: null,
    limit: limitFrom('TALK', input, Date.now()),
  });
  const closing = [
    run.desk.offerOnTask(NoticeTalk, {
      concerns: (one) => one === task,
      take: async ({ heldOn }, { actor, requestId }) => {
        const day = parseIsoDate(heldOn, 'heldOn');
        unlessRefused(await ask.talkNotice({ noticeOn: today(), heldOn: day }, input.settings));
        await issuePaperOrRefuse(run, {
          ...{ kind: 'TALK_NOTICE', organUnitId: input.unitId, requestId },
          facts: { heldOn: day, signer: actor.userId },
          tell: organisation(input.organisationId),
        });
        noticedOn = today();
        run.effect('annual-inspection/talk-noticed', { on: noticedOn, heldOn: day });
        const { caseNo, organisationId } = input;
        run.notify(organisation(organisationId), 'TALK_NOTICE', { caseNo, heldOn: day });
      },
    }),
    run.desk.offerOnTask(RecordTalk, {
      concerns: (one) => one === task,
      check: ({ heldOn, officers }, { actor }) => {
        if (!officers.includes(actor.userId)) throw new AuthNotAllowed({ field: 'officers' });
        if (heldOn > today()) throw new AnnualInspectionRefusal('DATE_ORDER', { heldOn, today: today() }, 'heldOn');
        if (noticedOn === null) throw new AnnualInspectionRefusal('AI_TALK_NOTICE_SHORT', { noticeOn: null }, 'heldOn');
      },
      take: async (facts) => {
        const heldOn = parseIsoDate(facts.heldOn);
        unlessRefused(await ask.talkNotice({ noticeOn: noticedOn ?? heldOn, heldOn }, input.settings));
        run.move('talk');
        run.effect('annual-inspection/talk', { talkId: facts.talkId, heldOn });
        run.close(task, 'HELD');
        rectifyBy = parseIsoDate(facts.rectifyBy);
      },
    }),
  ];
  try {
    await run.until(() => rectifyBy !== null || isOver());
    return rectifyBy;
  } finally {
    for (const close of closing) close();
  }
}
