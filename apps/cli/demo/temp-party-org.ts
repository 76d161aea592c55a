import { z } from 'zod';

import { addCalendarDays } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { addYears } from '#domain/calendar/terms.js';
import { applicantOf, ORG, USER } from '#prisma/demonstration/handles.js';
import type { Answer } from '../http/api-client.js';
import { agree, Application, OFFICIALS } from './application.js';
import { figure, type Scene, type Shown } from './scenario.js';

const Problem = z.looseObject({ code: z.string() });

/** How many steps the scenarios below show. */
export const STEPS = 36;

/** M01 over HTTP, from the application to its renewal, and the four ways in which it goes otherwise. */
export async function tempPartyOrg(scene: Scene): Promise<Shown[]> {
  return [
    ...(await wholeLife(scene)),
    await refusedAtSubmission(scene),
    await losesMember(scene),
    await withdrawn(scene),
    await unauthorisedOrgan(scene),
  ];
}

async function wholeLife(scene: Scene): Promise<Shown[]> {
  const { progress, clock } = scene;
  const organisation = ORG.eligible;
  const first = new Application(scene, organisation, '完整流程');
  await first.submit(4);
  await first.act(OFFICIALS.intake, '一次性告知补正', 'supplement', 'INTAKE', {
    facts: { items: ['MEMBER_CERTIFICATE'] },
    opinion: '第二位党员的身份证明无法辨认,请重新提供。',
  });
  await first.resubmit();
  await first.throughToActive();
  const active = await first.state();
  await progress.step('一年后:理事会任期未满 a year passes', () => clock.pass(first.workflowId, 400));
  const heldOn = shanghaiDate(await clock.now(first.workflowId));
  const term = { heldOn, termStart: heldOn, termEnd: addCalendarDays(addYears(heldOn, 5), -1) };
  await progress.step('理事会提前换届 council re-elected early', async () => {
    await (await first.applicant()).must('POST', `/organisations/${organisation}/council`, { reElection: term });
  });
  const expiring = await first.untilState('EXPIRING');
  const renewal = new Application(scene, organisation, '延续');
  await renewal.submit(4, { renews: first.caseNo });
  await renewal.throughToActive(heldOn);
  const renewed = await first.untilState('RENEWED');
  const papers = await first.papers();
  return [
    {
      scenario: '申请→补正→确认→批复→备案→运行→提前换届→延续',
      caseNo: first.caseNo,
      figures: [
        figure('state after filing', 'ACTIVE', active),
        figure('state after re-election', 'EXPIRING', expiring),
        figure('state in the end', 'RENEWED', renewed),
        figure(
          'papers',
          ['APPLICATION', 'SUPPLEMENT_NOTICE', 'APPLICATION', 'REPLY', 'FILING', 'NOTICE'],
          papers.kinds,
        ),
        figure('papers proved genuine to the public', papers.kinds.length, papers.genuine),
      ],
    },
    {
      scenario: '延续的新办件',
      caseNo: renewal.caseNo,
      figures: [figure('state', 'ACTIVE', await renewal.state())],
    },
  ];
}

async function refusedAtSubmission(scene: Scene): Promise<Shown> {
  const application = new Application(scene, ORG.twoMembers, '两名党员');
  const { status, body } = await application.trySubmit(2);
  const problem = z
    .looseObject({
      code: z.string(),
      details: z.looseObject({ counted: z.int(), required: z.int(), alternatives: z.array(z.string()) }),
    })
    .parse(body);
  return {
    scenario: '提交时不足三名',
    caseNo: null,
    figures: [
      figure('status', 422, status),
      figure('code', 'TPO_MEMBERS_LT_3', problem.code),
      figure('counted', 2, problem.details.counted),
      figure('required', 3, problem.details.required),
      figure('alternatives', ['THREE_ONES', 'JOINT_BRANCH'], problem.details.alternatives),
    ],
  };
}

async function losesMember(scene: Scene): Promise<Shown> {
  const application = new Application(scene, ORG.losesMember, '中途减少');
  await application.submit(3);
  await application.act(OFFICIALS.intake, '受理', 'accept', 'INTAKE');
  await application.confirmAll();
  await application.act(OFFICIALS.reviewer, '审核', 'verify', 'VERIFY', { facts: { method: 'ROSTER_CHECK' } });
  await application.leaveCouncil(2);
  const blocked = await application.tryAct(OFFICIALS.signer, '批复(应被拦住)', 'reply', 'REPLY', agree());
  await application.act(OFFICIALS.signer, '不予批准', 'reply', 'REPLY', {
    facts: { verdict: 'REFUSE' },
    opinion: '提交后一名党员离开理事会,计入的正式党员不足三名。',
  });
  return {
    scenario: '提交与批复之间失去一名党员',
    caseNo: application.caseNo,
    figures: [
      figure('approval is blocked', [422, 'TPO_MEMBERS_LT_3'], [blocked.status, codeOf(blocked)]),
      figure('state in the end', 'REFUSED', await application.state()),
    ],
  };
}

async function withdrawn(scene: Scene): Promise<Shown> {
  const application = new Application(scene, ORG.withdrawn, '撤回');
  await application.submit(4);
  await application.act(OFFICIALS.intake, '受理', 'accept', 'INTAKE');
  await application.act(applicantOf(ORG.withdrawn), '撤回', 'withdraw', null);
  const late = await application.tryAct(OFFICIALS.reviewer, '撤回后审核(应被拒绝)', 'verify', null, {
    facts: { method: 'INTERVIEW' },
  });
  return {
    scenario: '申请人撤回',
    caseNo: application.caseNo,
    figures: [
      figure('state', 'WITHDRAWN', await application.state()),
      figure('a later act', [409, 'CASE_STATE_CONFLICT'], [late.status, codeOf(late)]),
    ],
  };
}

async function unauthorisedOrgan(scene: Scene): Promise<Shown> {
  const application = new Application(scene, ORG.unauthorised, '无权机关');
  await application.submit(4);
  await application.act(OFFICIALS.intake, '受理', 'accept', 'INTAKE');
  await application.confirmAll();
  await application.act(OFFICIALS.reviewer, '审核', 'verify', 'VERIFY', { facts: { method: 'INTERVIEW' } });
  const who = USER.neijiangUnauthorised;
  const refused = await application.tryAct(who, '总支试图批复(应被拒绝)', 'reply', 'REPLY', agree());
  await application.act(OFFICIALS.signer, '有权机关批复', 'reply', 'REPLY', agree());
  return {
    scenario: '无审批预备党员权限的机关试图批复',
    caseNo: application.caseNo,
    figures: [
      figure('refused', [403, 'TPO_APPROVER_NOT_AUTHORISED'], [refused.status, codeOf(refused)]),
      figure('state in the end', 'APPROVED', await application.state()),
    ],
  };
}

const codeOf = ({ body }: Answer): string => Problem.safeParse(body).data?.code ?? '';
