import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';

import { answered, api, keyed } from '../../../api/client.js';
import { useWrite } from '../../../api/use-write.js';
import { Choice } from '../../../parts/choice.js';
import { Refusal } from '../../../parts/refusal.js';
import { useTexts } from '../../../text/language.js';
import { panelQuery } from '../judge-queries.js';
import type { Round } from '../queries.js';
import { Count } from '../setup/fields.js';

const TEXTS = {
  goal: ['目标', 'Goal'],
  SUM: ['专业契合总分最高', 'The most expertise over all'],
  FAIR: ['公平:先抬高契合最低的项目', 'Fair: first the worst-off project'],
  judges: ['每个项目的评委', 'Judges of a project'],
  experts: ['其中领域契合的专家', 'Of them experts of its themes'],
  load: ['每名评委最多项目', 'Most projects of a judge'],
  loadHint: ['不填:按评委库的设定', 'empty: as the pool says'],
  replace: ['更换评委(变动最少)', 'Replace a judge (fewest changes)'],
  nobody: ['不更换,分配全部', 'Nobody: assign all'],
  people: ['名', ''],
  projects: ['个', ''],
  start: ['开始计算', 'Compute'],
  startHint: [
    '计算在后台进行,可以离开本页;采用之前不改变任何分配。',
    'It goes on when you leave; nothing changes before it is accepted.',
  ],
} as const;

interface Props {
  readonly round: Round;
  readonly onStart: (jobId: string) => void;
}

interface Asked {
  readonly goal: 'SUM' | 'FAIR';
  readonly judgesPerProject: number;
  readonly expertsPerProject: number;
  readonly maxLoad: number | null;
  readonly replaceJudgeId: string | null;
  /** Told apart from the same wish of before. */
  readonly at: number;
}

/** What an assignment is asked for. */
export function AssignmentForm({ round, onStart }: Props) {
  const t = useTexts(TEXTS);
  const { judgesMin } = round.configuration.scoring;
  const [goal, setGoal] = useState<'SUM' | 'FAIR'>('SUM');
  const [judges, setJudges] = useState<number | undefined>(judgesMin);
  const [experts, setExperts] = useState<number | undefined>(0);
  const [load, setLoad] = useState<number | undefined>();
  const [replaced, setReplaced] = useState<string>();
  const panel = useQuery(panelQuery(round.caseNo));
  const assigned = (panel.data?.items ?? []).filter((member) => !member.left && member.assigned > 0);
  const start = useWrite(
    ({ at: _, ...body }: Asked, key) =>
      answered(
        api.POST('/api/v1/rounds/{id}/assignments', {
          params: { path: { id: round.caseNo }, header: keyed(key) },
          body,
        }),
      ),
    ({ id }) => onStart(id),
  );
  const send = () =>
    start.send({
      goal,
      judgesPerProject: judges ?? judgesMin,
      expertsPerProject: experts ?? 0,
      maxLoad: load ?? null,
      replaceJudgeId: replaced ?? null,
      at: Date.now(),
    });
  return (
    <div className="rounds-detail">
      <Radio.Group
        aria-label={t('goal')}
        className="choices"
        value={goal}
        options={[
          { value: 'SUM', label: t('SUM') },
          { value: 'FAIR', label: t('FAIR') },
        ]}
        onChange={({ target }) => setGoal(target.value === 'FAIR' ? 'FAIR' : 'SUM')}
      />
      <div className="rounds-asked">
        <label htmlFor="assign-judges">{t('judges')}</label>
        <Count
          id="assign-judges"
          label={t('judges')}
          value={judges}
          max={100}
          unit={t('people')}
          onChange={setJudges}
        />
        <label htmlFor="assign-experts">{t('experts')}</label>
        <Count
          id="assign-experts"
          label={t('experts')}
          value={experts}
          min={0}
          max={100}
          unit={t('people')}
          onChange={setExperts}
        />
        <label htmlFor="assign-load">
          {t('load')} <small className="muted">{t('loadHint')}</small>
        </label>
        <Count id="assign-load" label={t('load')} value={load} max={10_000} unit={t('projects')} onChange={setLoad} />
        {assigned.length === 0 ? null : (
          <>
            <label htmlFor="assign-replace">{t('replace')}</label>
            <Choice
              id="assign-replace"
              value={replaced}
              empty={t('nobody')}
              options={assigned.map(({ judgeId, name }) => ({ value: judgeId, label: name }))}
              onChange={setReplaced}
            />
          </>
        )}
      </div>
      <Refusal error={start.error} />
      <div className="rounds-add">
        <Button type="primary" loading={start.busy} onClick={send}>
          {t('start')}
        </Button>
        <span className="muted">{t('startHint')}</span>
      </div>
    </div>
  );
}
