import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api, keyed } from '../../../api/client.js';
import { useWrite } from '../../../api/use-write.js';
import { Shown } from '../../../parts/query-state.js';
import { Refusal } from '../../../parts/refusal.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { minuteOf } from '../../../text/time.js';
import { JudgeChoice } from '../judge-choice.js';
import { drawsQuery, panelQuery, poolQuery } from '../judge-queries.js';
import type { Draw, Judge } from '../judge-queries.js';
import { Count } from '../setup/fields.js';
import type { TabProps } from './tab.js';

const TEXTS = {
  title: ['随机抽取评委', 'Judges by lot'],
  how: ['怎样抽取', 'How it is done'],
  about: [
    '分两步:主办方发起时,系统生成秘密值,先公布它的 SHA-256(承诺值);监督人员随后当场说出口令,系统公布秘密值,以“秘密值、换行、口令”为种子抽取。任何一方都不能单独决定结果,任何人都可以重抽核对。',
    'In two steps: when the host opens a draw, a secret is made and its SHA-256 (the commitment) is published; the auditor then says a word in the room, the secret is published, and secret, line feed and word are the seed. Nobody decides alone, and anybody can draw again.',
  ],
  open: ['发起抽取', 'Open a draw'],
  candidates: ['候选评委', 'Who may be drawn'],
  size: ['抽取人数', 'How many'],
  people: ['人', ''],
  tooFew: ['候选人数不能少于抽取人数。', 'There are fewer candidates than are to be drawn.'],
  publish: ['公布承诺值并等待见证', 'Publish the commitment'],
  cancel: ['取消', 'Cancel'],
  shown: ['公示页面', 'As everybody sees it'],
  none: ['还没有抽取过评委。', 'No judge has been drawn yet.'],
  from: ['从 {candidates} 人中抽取 {size} 人', '{size} of {candidates}'],
  waiting: ['等待监督人员见证', 'Waits for its witness'],
  drawnAt: ['{at} 抽定', 'drawn {at}'],
  commitment: ['承诺值', 'Commitment'],
  secret: ['秘密值', 'Secret'],
  word: ['现场口令', 'Word'],
  wordHint: [
    '4 至 64 个字母、数字或连字符;承诺值公布之后才说出',
    '4 to 64 letters, digits or hyphens; said after the commitment was published',
  ],
  wordWrong: ['请输入 4 至 64 个字母、数字或连字符', 'Type 4 to 64 letters, digits or hyphens'],
  effect: [
    '见证后立即抽取并公布,抽中的评委加入评审组,不能重抽。',
    'The judges are drawn and published at once and join the panel; it cannot be repeated.',
  ],
  witness: ['见证并抽取', 'Witness and draw'],
  result: ['抽中', 'Drawn'],
  explain: [
    '承诺值 = SHA-256(秘密值);种子 = 秘密值 + 换行 + 口令;候选人按编号排序后以种子洗牌,取前 {size} 人。',
    'Commitment = SHA-256(secret); seed = secret + line feed + word; the sorted candidates are shuffled by the seed, the first {size} are drawn.',
  ],
} as const;

const EARLY_OR_OPEN = ['PLANNED', 'CALL_OPEN', 'SCREENING', 'SCORING'];

/** 随机抽取评委: opened by the organiser, witnessed by an auditor, proved by anybody. */
export function Draws({ round, organises, audits }: TabProps) {
  const t = useTexts(TEXTS);
  const draws = useQuery(drawsQuery(round.caseNo));
  const pool = useQuery(poolQuery);
  const isOpen = EARLY_OR_OPEN.includes(round.state.slug);
  return (
    <section className="panel" aria-label={t('title')}>
      <div className="panel-head">
        <h2>{t('title')}</h2>
        {round.state.slug === 'PLANNED' ? null : (
          <Link to={`/public/rounds/${round.caseNo}?view=panel`}>{t('shown')}</Link>
        )}
      </div>
      <details className="why">
        <summary>{t('how')}</summary>
        <p className="prose">{t('about')}</p>
      </details>
      <Shown query={draws}>
        {({ items }) => (
          <>
            {items.length === 0 ? <p className="muted">{t('none')}</p> : null}
            <ul className="rows">
              {items.map((draw) => (
                <li key={draw.id}>
                  <One draw={draw} caseNo={round.caseNo} judges={pool.data ?? []} mayWitness={audits} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
      {organises && isOpen ? <Open caseNo={round.caseNo} judges={pool.data ?? []} /> : null}
    </section>
  );
}

interface OneProps {
  readonly draw: Draw;
  readonly caseNo: string;
  readonly judges: readonly Judge[];
  readonly mayWitness: boolean;
}

function One({ draw, caseNo, judges, mayWitness }: OneProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { size, candidates, commitment, secret, word, drawn, drawnAt } = draw;
  const nameOf = (judgeId: string) => judges.find(({ id }) => id === judgeId)?.name ?? '';
  const facts = [
    { name: t('commitment'), words: commitment },
    ...(secret === null ? [] : [{ name: t('secret'), words: secret }]),
    ...(word === null ? [] : [{ name: t('word'), words: word }]),
  ];
  return (
    <div className="rounds-draw">
      <p>
        <b>{t('from', { candidates: candidates.length, size })}</b>{' '}
        <span className={drawnAt === null ? 'due due-soon' : 'due due-good'}>
          {drawnAt === null ? t('waiting') : t('drawnAt', { at: minuteOf(new Date(drawnAt).toISOString(), language) })}
        </span>
      </p>
      {drawnAt === null ? null : (
        <p>
          {t('result')}：<b>{drawn.map(nameOf).join('、')}</b>
        </p>
      )}
      <dl className="facts">
        {facts.map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="rounds-hash">{words}</dd>
          </div>
        ))}
      </dl>
      {drawnAt === null ? null : <p className="muted">{t('explain', { size })}</p>}
      {drawnAt === null && mayWitness ? <Witness caseNo={caseNo} drawId={draw.id} /> : null}
    </div>
  );
}

interface Said {
  readonly word: string;
}

function Witness({ caseNo, drawId }: { readonly caseNo: string; readonly drawId: string }) {
  const t = useTexts(TEXTS);
  const witness = useWrite(({ word }: Said, key) =>
    answered(
      api.POST('/api/v1/rounds/{id}/panel-draws/{drawId}/witness', {
        params: { path: { id: caseNo, drawId }, header: keyed(key) },
        body: { word },
      }),
    ),
  );
  return (
    <Form<Said> layout="vertical" requiredMark={false} onFinish={witness.send}>
      <Form.Item
        name="word"
        label={t('word')}
        extra={t('wordHint')}
        rules={[{ required: true, pattern: /^[A-Za-z0-9-]{4,64}$/, message: t('wordWrong') }]}
      >
        <Input className="date" autoComplete="off" maxLength={64} />
      </Form.Item>
      <p className="effect">{t('effect')}</p>
      <Refusal error={witness.error} />
      <Button type="primary" htmlType="submit" loading={witness.busy}>
        {t('witness')}
      </Button>
    </Form>
  );
}

/** Candidates who are not in the panel yet, and how many of them. */
function Open({ caseNo, judges }: { readonly caseNo: string; readonly judges: readonly Judge[] }) {
  const t = useTexts(TEXTS);
  const [isOpen, setOpen] = useState(false);
  const [candidateIds, setCandidates] = useState<readonly string[]>([]);
  const [size, setSize] = useState<number | undefined>(5);
  const panel = useQuery(panelQuery(caseNo));
  const members = panel.data?.items.map(({ judgeId }) => judgeId) ?? [];
  const open = useWrite(
    (body: { readonly size: number; readonly candidateIds: readonly string[] }, key) =>
      answered(
        api.POST('/api/v1/rounds/{id}/panel-draws', {
          params: { path: { id: caseNo }, header: keyed(key) },
          body: { size: body.size, candidateIds: [...body.candidateIds] },
        }),
      ),
    () => {
      setOpen(false);
      setCandidates([]);
    },
  );
  if (!isOpen)
    return (
      <p className="rounds-add">
        <Button onClick={() => setOpen(true)}>{t('open')}</Button>
      </p>
    );
  const isEnough = size !== undefined && candidateIds.length >= size;
  return (
    <div className="rounds-detail">
      <h3>{t('candidates')}</h3>
      <JudgeChoice
        judges={judges.filter(({ id }) => !members.includes(id))}
        chosen={candidateIds}
        onChange={setCandidates}
      />
      <label htmlFor="draw-size">{t('size')}</label>{' '}
      <Count id="draw-size" label={t('size')} value={size} max={500} unit={t('people')} onChange={setSize} />
      {isEnough || candidateIds.length === 0 ? null : <p className="field-error">{t('tooFew')}</p>}
      <Refusal error={open.error} />
      <div className="form-end">
        <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
        <Button
          type="primary"
          disabled={!isEnough}
          loading={open.busy}
          onClick={() => (size === undefined ? undefined : open.send({ size, candidateIds }))}
        >
          {t('publish')}
        </Button>
      </div>
    </div>
  );
}
