import { Button, Form } from 'antd';
import { useState } from 'react';

import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';
import { OpinionField } from '../case/opinion-field.js';
import { useAct } from '../case/use-act.js';
import type { Place } from './queries.js';

const TEXTS = {
  title: ['并列第 {rank} 名:由评审组表决', 'Tied at rank {rank}: the panel votes'],
  how: [
    '用按钮把项目排成表决的先后,写明会议情况后记录。',
    'Put the projects into the order of the vote and write down the minutes.',
  ],
  up: ['{title} 上移', '{title}: up'],
  down: ['{title} 下移', '{title}: down'],
  send: ['记录表决', 'Record the vote'],
  notYou: ['由本届组织者记录表决。', 'The organisers of the round record it.'],
} as const;

const PHRASES = ['评审组全体到会,举手表决一致通过。', '评审组到会评委过半数同意。'];

interface Props {
  readonly caseNo: string;
  readonly tie: readonly Place[];
  readonly may: boolean;
}

/** 评审组表决: the projects of a tie in the order in which the panel put them. */
export function Vote({ caseNo, tie, may }: Props) {
  const t = useTexts(TEXTS);
  const [order, setOrder] = useState<readonly Place[]>(tie);
  const [form] = Form.useForm<{ opinion: string }>();
  const act = useAct(caseNo, () => undefined);
  const swap = (at: number) =>
    setOrder((before) => {
      const [one, other] = [before[at], before[at + 1]];
      return one === undefined || other === undefined
        ? before
        : [...before.slice(0, at), other, one, ...before.slice(at + 2)];
    });
  const send = ({ opinion }: { readonly opinion: string }) =>
    act.send({
      ...{ kind: 'recordPanelVote', taskId: null, seenSeq: null, attachments: [] },
      facts: { order: order.map(({ projectId }) => projectId) },
      opinion: opinion.trim(),
    });
  const title = t('title', { rank: tie[0]?.rank ?? 0 });
  return (
    <section className="judging-vote" aria-label={title}>
      <h3>{title}</h3>
      {may ? null : <p className="muted">{t('notYou')}</p>}
      {may ? <p className="muted">{t('how')}</p> : null}
      <ol>
        {order.map((place, at) => (
          <li key={place.projectId}>
            <span>{place.title}</span>
            {may ? (
              <span className="judging-moves">
                <Button aria-label={t('up', { title: place.title })} disabled={at === 0} onClick={() => swap(at - 1)}>
                  ↑
                </Button>
                <Button
                  aria-label={t('down', { title: place.title })}
                  disabled={at === order.length - 1}
                  onClick={() => swap(at)}
                >
                  ↓
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {may ? (
        <Form form={form} layout="vertical" onFinish={send}>
          <OpinionField form={form} phrases={PHRASES} required />
          <Refusal error={act.error} />
          <Button type="primary" htmlType="submit" loading={act.busy}>
            {t('send')}
          </Button>
        </Form>
      ) : null}
    </section>
  );
}
