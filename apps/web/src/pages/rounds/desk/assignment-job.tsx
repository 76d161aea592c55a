import { useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { z } from 'zod';

import { answered, api, keyed } from '../../../api/client.js';
import '../../../api/no-run-time-code.js';
import { useWrite } from '../../../api/use-write.js';
import { Shown } from '../../../parts/query-state.js';
import { Refusal } from '../../../parts/refusal.js';
import { useLabel, useTexts } from '../../../text/language.js';
import { useAct } from '../../case/use-act.js';
import { isUnderWay, jobQuery } from '../judge-queries.js';
import type { Job } from '../judge-queries.js';
import { Pairs } from './pairs.js';

const TEXTS = {
  running: ['正在计算,已求解 {n} 个规划…', 'Computing; {n} programs solved so far…'],
  stop: ['停止计算', 'Stop'],
  cancelled: ['计算已停止,没有改变任何分配。', 'It was stopped; nothing was changed.'],
  failed: ['按现有限制无法分配:', 'It cannot be assigned within these limits:'],
  JUDGES_OF_PROJECT: ['项目“{name}”缺 {n} 名评委', '"{name}" lacks {n} judges'],
  EXPERTS_OF_PROJECT: ['项目“{name}”缺 {n} 名领域契合的专家', '"{name}" lacks {n} experts of its themes'],
  LOAD_OF_JUDGE: ['评委{name}的工作量须提高 {n} 个项目', 'the load of {name} has to rise by {n} projects'],
  way: [
    '可以增加评委、提高工作量上限,或减少专家人数后重新计算。',
    'Add judges, raise the loads or ask for fewer experts, then compute again.',
  ],
  accepted: [
    '已采用:每名评委已在各自项目上得到打分待办。',
    'Accepted: every judge has a task on each of their projects.',
  ],
  effect: [
    '采用后立即生效:每名评委在每个项目上得到本人的打分待办,不能转办。已锁定的评分表保留。',
    'It takes effect at once: every judge gets a task of their own on each project. Locked sheets stay.',
  ],
  accept: ['采用这份分配', 'Accept this assignment'],
} as const;

const Clash = z.object({
  limit: z.enum(['JUDGES_OF_PROJECT', 'EXPERTS_OF_PROJECT', 'LOAD_OF_JUDGE']),
  projectId: z.string().optional(),
  judgeId: z.string().optional(),
  by: z.number(),
});
const Refused = z.object({
  messageZh: z.string(),
  messageEn: z.string(),
  details: z.object({ clashes: z.array(Clash).default([]) }).default({ clashes: [] }),
});

interface Props {
  readonly caseNo: string;
  readonly jobId: string;
  readonly mayDecide: boolean;
}

/** How far a computation is, what came out of it or why nothing did, and accepting it. */
export function AssignmentJob({ caseNo, jobId, mayDecide }: Props) {
  const job = useQuery(jobQuery(caseNo, jobId));
  return <Shown query={job}>{(of) => <Told job={of} caseNo={caseNo} mayDecide={mayDecide} />}</Shown>;
}

interface ToldProps {
  readonly job: Job;
  readonly caseNo: string;
  readonly mayDecide: boolean;
}

function Told({ job, caseNo, mayDecide }: ToldProps) {
  const t = useTexts(TEXTS);
  if (isUnderWay(job.status)) return <Running job={job} caseNo={caseNo} mayDecide={mayDecide} />;
  if (job.status === 'CANCELLED') return <p className="muted">{t('cancelled')}</p>;
  if (job.status === 'FAILED') return <Failed job={job} />;
  return (
    <>
      {job.status === 'ACCEPTED' ? <p className="told told-good">{t('accepted')}</p> : null}
      <Pairs job={job} />
      {job.status === 'DONE' && mayDecide ? <Accept job={job} caseNo={caseNo} /> : null}
    </>
  );
}

function Running({ job, caseNo, mayDecide }: ToldProps) {
  const t = useTexts(TEXTS);
  const stop = useWrite((jobId: string, key) =>
    answered(
      api.DELETE('/api/v1/rounds/{id}/assignments/{jobId}', {
        params: { path: { id: caseNo, jobId }, header: keyed(key) },
      }),
    ),
  );
  return (
    <div className="rounds-add" role="status">
      <Spin size="small" />
      <span>{t('running', { n: job.progress })}</span>
      {mayDecide ? (
        <Button loading={stop.busy} onClick={() => stop.send(job.id)}>
          {t('stop')}
        </Button>
      ) : null}
      <Refusal error={stop.error} />
    </div>
  );
}

function Failed({ job }: { readonly job: Job }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const refusal = Refused.safeParse(job.refusal).data;
  const clashes = refusal?.details.clashes ?? [];
  const nameOf = ({ projectId, judgeId }: z.output<typeof Clash>) =>
    job.projects.find((one) => one.projectId === projectId)?.title ??
    job.judges.find((one) => one.judgeId === judgeId)?.name ??
    '';
  return (
    <div role="alert">
      <p className="told told-late">
        {clashes.length > 0 || refusal === undefined
          ? t('failed')
          : label({ zh: refusal.messageZh, en: refusal.messageEn })}
      </p>
      <ul>
        {clashes.map((clash) => (
          <li key={`${clash.limit} ${clash.projectId ?? clash.judgeId ?? ''}`}>
            {t(clash.limit, { name: nameOf(clash), n: clash.by })}
          </li>
        ))}
      </ul>
      <p className="muted">{t('way')}</p>
    </div>
  );
}

function Accept({ job, caseNo }: { readonly job: Job; readonly caseNo: string }) {
  const t = useTexts(TEXTS);
  const act = useAct(caseNo, () => undefined);
  const accept = () =>
    act.send({ kind: 'acceptAssignment', taskId: null, seenSeq: null, facts: { jobId: job.id }, attachments: [] });
  return (
    <>
      <p className="effect">{t('effect')}</p>
      <Refusal error={act.error} />
      <Button type="primary" loading={act.busy} onClick={accept}>
        {t('accept')}
      </Button>
    </>
  );
}
