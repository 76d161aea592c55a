import { useQuery } from '@tanstack/react-query';
import { Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

import { answered, api } from '../../api/client.js';
import { ProblemError } from '../../api/problem.js';
import { Due } from '../../parts/due.js';
import { Shown } from '../../parts/query-state.js';
import { sentenceOf } from '../../parts/refusal.js';
import { StateTag } from '../../parts/state-tag.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import type { Progress } from './queries.js';
import './public.css';

const TEXTS = {
  title: ['办件进度查询', 'Follow a case'],
  how: [
    '输入办件编号和查询码。查询码在申请人的办件页面上;只显示办到哪一步,不显示个人信息。',
    'Enter the number of the case and its code, which the applicant finds on the page of the case. Only where it stands is shown, nothing about persons.',
  ],
  no: ['办件编号', 'Number of the case'],
  noExample: ['例如 M01-511000-2026-00012', 'such as M01-511000-2026-00012'],
  code: ['查询码', 'Code'],
  codeExample: ['16 位,每 4 位一组', '16 characters in groups of 4'],
  noWanted: ['请输入办件编号', 'Enter the number'],
  codeWanted: ['请输入查询码', 'Enter the code'],
  look: ['查询', 'Look it up'],
  organ: ['办理机关', 'Handled by'],
  submitted: ['提交时间', 'Submitted'],
  updated: ['最近更新', 'Last change'],
  ended: ['办结时间', 'Ended'],
  now: ['正在办理', 'What is being done'],
  waitsForYou: ['等申请人办理', 'waits for the applicant'],
  done: ['已办结。', 'It has ended.'],
  steps: ['办理经过', 'What it went through'],
} as const;

/** Number and code lie behind the mark of the address, which browsers never send: a link can be kept without telling it to every server on the way. */
const asked = (hash: string) => {
  const found = new URLSearchParams(hash.replace(/^#/, ''));
  return { no: found.get('no') ?? '', code: found.get('code') ?? '' };
};

interface Fields {
  readonly no: string;
  readonly code: string;
}

/** Where a case stands, for whoever holds its number and code. */
export function ProgressPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const { hash } = useLocation();
  const navigate = useNavigate();
  const { no, code } = asked(hash);
  const [turn, setTurn] = useState(0);
  const look = (fields: Fields) => {
    const next = new URLSearchParams({ no: fields.no.trim(), code: fields.code.trim() });
    void navigate({ hash: `#${next.toString()}` });
    setTurn(turn + 1);
  };
  return (
    <div className="narrow">
      <h1>{t('title')}</h1>
      <Card>
        <p className="muted">{t('how')}</p>
        <Form<Fields>
          key={hash}
          layout="vertical"
          size="large"
          requiredMark={false}
          initialValues={{ no, code }}
          onFinish={look}
        >
          <Form.Item
            name="no"
            label={t('no')}
            extra={t('noExample')}
            rules={[{ required: true, whitespace: true, message: t('noWanted') }]}
          >
            <Input autoCapitalize="characters" autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="code"
            label={t('code')}
            extra={t('codeExample')}
            rules={[{ required: true, whitespace: true, message: t('codeWanted') }]}
          >
            <Input autoCapitalize="characters" autoComplete="off" />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            {t('look')}
          </Button>
        </Form>
      </Card>
      {no === '' || code === '' ? null : <Found key={`${turn} ${hash}`} no={no} code={code} />}
    </div>
  );
}

function Found({ no, code }: Fields) {
  const language = useLanguage();
  const progress = useQuery({
    queryKey: ['public', 'progress', no, code],
    queryFn: () =>
      answered(api.GET('/api/v1/public/progress/{caseNo}/{code}', { params: { path: { caseNo: no, code } } })),
    retry: false,
  });
  const unknown = progress.error instanceof ProblemError && progress.error.problem.status === 404;
  return (
    <div className="verdict-box" aria-live="polite">
      {unknown ? (
        <p className="told told-late">{sentenceOf(progress.error, language)}</p>
      ) : (
        <Shown query={progress}>{(found) => <Told progress={found} />}</Shown>
      )}
    </div>
  );
}

function Told({ progress }: { readonly progress: Progress }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { matter, caseNo, organ, state, submittedAt, updatedAt, closedAt, waiting, steps } = progress;
  const rows = [
    [t('organ'), organ],
    [t('submitted'), minuteOf(submittedAt, language)],
    closedAt === null ? [t('updated'), minuteOf(updatedAt, language)] : [t('ended'), minuteOf(closedAt, language)],
  ] as const;
  return (
    <section className="panel" aria-label={t('title')}>
      <div className="panel-head">
        <h2>{label(matter)}</h2>
        <StateTag state={state} />
      </div>
      <p className="muted">{caseNo}</p>
      <dl className="facts">
        {rows.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {closedAt === null ? null : <p className="told told-plain">{t('done')}</p>}
      {waiting.length === 0 ? null : (
        <>
          <h3>{t('now')}</h3>
          <ul className="rows">
            {waiting.map((task) => (
              <li key={task.zh} className="row">
                <span className="row-main">
                  <span>{label(task)}</span>
                  {task.byApplicant ? <span className="row-sub">{t('waitsForYou')}</span> : null}
                </span>
                <span className="row-end">
                  <Due dueAt={task.dueAt} stopped={task.paused} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="public-below">{t('steps')}</h3>
      <ol className="timeline">
        {steps.toReversed().map((step) => (
          <li key={step.at + step.state.slug}>
            <div className="entry-head">
              <b>{label(step.state)}</b>
              <time className="muted" dateTime={step.at}>
                {minuteOf(step.at, language)}
              </time>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
