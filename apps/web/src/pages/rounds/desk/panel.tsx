import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api, keyed } from '../../../api/client.js';
import { useWrite } from '../../../api/use-write.js';
import { Nothing } from '../../../parts/empty.js';
import { Shown } from '../../../parts/query-state.js';
import { Refusal } from '../../../parts/refusal.js';
import { StackTable } from '../../../parts/stack-table.js';
import { useTexts } from '../../../text/language.js';
import { JudgeChoice, useFields } from '../judge-choice.js';
import { panelQuery, poolQuery } from '../judge-queries.js';
import type { Judge, Member } from '../judge-queries.js';
import type { TabProps } from './tab.js';

const TEXTS = {
  title: ['评审组', 'The panel'],
  pool: ['评委库', 'Pool of judges'],
  none: [
    '评审组还没有评委。可直接增加,或由监督人员见证随机抽取。',
    'Nobody sits in the panel yet. Add judges, or have them drawn before a witness.',
  ],
  add: ['增加评委', 'Add judges'],
  addThese: ['加入评审组({n} 人)', 'Add {n} to the panel'],
  cancel: ['取消', 'Cancel'],
  name: ['评委', 'Judge'],
  fields: ['专业领域', 'Fields'],
  employer: ['工作单位', 'Employer'],
  came: ['产生方式', 'How they came'],
  drawn: ['随机抽取', 'drawn'],
  added: ['直接加入', 'added'],
  load: ['最多项目', 'Most projects'],
  sheets: ['已锁定/已分配', 'Locked / assigned'],
  left: ['已退出', 'has left'],
  change: ['操作', 'Change'],
  remove: ['移出', 'Take out'],
  removeOf: ['移出{name}', 'Take out {name}'],
} as const;

const ENDED = ['AWARDED', 'EXECUTION', 'SHOWCASE', 'CLOSED', 'CANCELLED'];

/** Who sits in the panel, with what each has to score; its organiser adds and takes out. */
export function Panel({ round, organises }: TabProps) {
  const t = useTexts(TEXTS);
  const panel = useQuery(panelQuery(round.caseNo));
  const pool = useQuery(poolQuery);
  const mayChange = organises && !ENDED.includes(round.state.slug);
  return (
    <section className="panel" aria-label={t('title')}>
      <div className="panel-head">
        <h2>{t('title')}</h2>
        {organises ? <Link to="/rounds/judges">{t('pool')}</Link> : null}
      </div>
      <Shown query={panel}>
        {({ items }) => (
          <Shown query={pool}>
            {(judges) => (
              <>
                {items.length === 0 ? (
                  <Nothing>{t('none')}</Nothing>
                ) : (
                  <Members members={items} judges={judges} caseNo={round.caseNo} mayChange={mayChange} />
                )}
                {mayChange ? (
                  <Add
                    caseNo={round.caseNo}
                    judges={judges.filter(({ id }) => !items.some(({ judgeId }) => judgeId === id))}
                  />
                ) : null}
              </>
            )}
          </Shown>
        )}
      </Shown>
    </section>
  );
}

interface MembersProps {
  readonly members: readonly Member[];
  readonly judges: readonly Judge[];
  readonly caseNo: string;
  readonly mayChange: boolean;
}

function Members({ members, judges, caseNo, mayChange }: MembersProps) {
  const t = useTexts(TEXTS);
  const fieldsOf = useFields();
  const remove = useWrite((judgeId: string, key) =>
    answered(
      api.DELETE('/api/v1/rounds/{id}/panel/{judgeId}', {
        params: { path: { id: caseNo, judgeId }, header: keyed(key) },
      }),
    ),
  );
  return (
    <>
      <Refusal error={remove.error} />
      <StackTable
        columns={[
          { name: t('name') },
          { name: t('fields') },
          { name: t('employer') },
          { name: t('came') },
          { name: t('load'), number: true },
          { name: t('sheets'), number: true },
          ...(mayChange ? [{ name: t('change') }] : []),
        ]}
      >
        {members.map(({ judgeId, name, drawId, maxLoad, assigned, locked, left }) => {
          const judge = judges.find(({ id }) => id === judgeId);
          return (
            <tr key={judgeId}>
              <th scope="row">
                {name} {left ? <small className="muted">{t('left')}</small> : null}
              </th>
              <td data-name={t('fields')}>{fieldsOf(judge?.fields ?? [])}</td>
              <td data-name={t('employer')}>{judge?.employerName}</td>
              <td data-name={t('came')}>{t(drawId === null ? 'added' : 'drawn')}</td>
              <td data-name={t('load')} className="number">
                {maxLoad}
              </td>
              <td data-name={t('sheets')} className="number">
                {locked} / {assigned}
              </td>
              {mayChange ? (
                <td data-name={t('change')}>
                  {assigned === 0 && !left ? (
                    <Button
                      size="small"
                      loading={remove.busy}
                      aria-label={t('removeOf', { name })}
                      onClick={() => remove.send(judgeId)}
                    >
                      {t('remove')}
                    </Button>
                  ) : null}
                </td>
              ) : null}
            </tr>
          );
        })}
      </StackTable>
    </>
  );
}

function Add({ caseNo, judges }: { readonly caseNo: string; readonly judges: readonly Judge[] }) {
  const t = useTexts(TEXTS);
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const close = () => {
    setOpen(false);
    setChosen([]);
  };
  const add = useWrite(
    (judgeIds: readonly string[], key) =>
      answered(
        api.POST('/api/v1/rounds/{id}/panel', {
          params: { path: { id: caseNo }, header: keyed(key) },
          body: { judgeIds: [...judgeIds] },
        }),
      ),
    close,
  );
  if (!isOpen)
    return (
      <p className="rounds-add">
        <Button onClick={() => setOpen(true)}>{t('add')}</Button>
      </p>
    );
  return (
    <div className="rounds-detail">
      <JudgeChoice judges={judges} chosen={chosen} onChange={setChosen} />
      <Refusal error={add.error} />
      <div className="form-end">
        <Button onClick={close}>{t('cancel')}</Button>
        <Button type="primary" disabled={chosen.length === 0} loading={add.busy} onClick={() => add.send(chosen)}>
          {t('addThese', { n: chosen.length })}
        </Button>
      </div>
    </div>
  );
}
