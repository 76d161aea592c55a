import { App, Button } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { VENTURE_THEMES } from '#domain/venture-round/terms.js';
import { answered, api, keyed, newKey } from '../../api/client.js';
import { meQuery } from '../../api/queries.js';
import { usePages } from '../../api/use-pages.js';
import { useWrite } from '../../api/use-write.js';
import { Choice } from '../../parts/choice.js';
import { Nothing } from '../../parts/empty.js';
import { Paged } from '../../parts/paged.js';
import { Refusal } from '../../parts/refusal.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useTexts } from '../../text/language.js';
import { useFields } from './judge-choice.js';
import { JudgeDialog } from './judge-dialog.js';
import type { Judge } from './judge-queries.js';
import './rounds.css';

const TEXTS = {
  title: ['评委库', 'Pool of judges'],
  rounds: ['返回公益创投', 'Back to the rounds'],
  about: [
    '各届从评委库增加或抽取评委。领域用于分配,工作单位和曾评估的单位用于发现回避情形。',
    'Rounds take their judges from here. Fields serve the assignment; employers and earlier evaluations show conflicts of interest.',
  ],
  add: ['评委入库', 'Add a judge'],
  none: ['评委库还没有评委。', 'The pool is empty.'],
  field: ['专业领域', 'Field'],
  allFields: ['全部领域', 'Every field'],
  noFields: ['未填写领域', 'no fields'],
  load: ['每届最多 {n} 个项目', 'at most {n} projects a round'],
  evaluated: ['曾评估 {n} 家单位', 'evaluated {n} organisations'],
  change: ['更改', 'Change'],
  changeOf: ['更改{name}', 'Change {name}'],
  retire: ['出库', 'Retire'],
  retireOf: ['{name}出库', 'Retire {name}'],
  retireSure: [
    '确定将{name}移出评委库?以后不再抽取和分配;已有的评分保留,可再次入库。',
    'Retire {name}? They are drawn and assigned no more; what was scored stays, and they may come back.',
  ],
} as const;

const PAGE = 50;

/** 评委库: who may be drawn and assigned. Organisers keep it, auditors read it. */
export function JudgePoolPage() {
  const t = useTexts(TEXTS);
  const label = useLabel();
  useTitle(t('title'));
  const { data: me } = useQuery(meQuery);
  const keeps = me?.grants.some(({ role }) => role === 'ROUND_ORGANISER') === true;
  const [field, setField] = useState<string>();
  const [edited, setEdited] = useState<Judge | 'NEW' | null>(null);
  const known = VENTURE_THEMES.find(({ slug }) => slug === field)?.slug;
  const pages = usePages<Judge>(['live', 'judges', 'pages', known ?? ''], (cursor) =>
    answered(
      api.GET('/api/v1/judges', {
        params: {
          query: {
            limit: PAGE,
            ...(known === undefined ? {} : { field: known }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
      }),
    ),
  );
  return (
    <>
      <div className="panel-head">
        <h1>{t('title')}</h1>
        <Link to="/rounds">{t('rounds')}</Link>
      </div>
      <p className="muted">{t('about')}</p>
      <div className="rounds-add">
        {keeps ? (
          <Button type="primary" onClick={() => setEdited('NEW')}>
            {t('add')}
          </Button>
        ) : null}
        <Choice
          label={t('field')}
          value={field}
          empty={t('allFields')}
          options={VENTURE_THEMES.map(({ slug, ...names }) => ({ value: slug, label: label(names) }))}
          onChange={setField}
        />
      </div>
      <section className="panel">
        <Paged pages={pages} empty={<Nothing>{t('none')}</Nothing>}>
          {(rows) => (
            <ul className="rows">
              {rows.map((judge) => (
                <li key={judge.id}>
                  <Row judge={judge} keeps={keeps} onEdit={setEdited} />
                </li>
              ))}
            </ul>
          )}
        </Paged>
      </section>
      {edited === null ? null : (
        <JudgeDialog
          key={edited === 'NEW' ? 'NEW' : edited.id}
          judge={edited === 'NEW' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly judge: Judge;
  readonly keeps: boolean;
  readonly onEdit: (judge: Judge) => void;
}

function Row({ judge, keeps, onEdit }: RowProps) {
  const t = useTexts(TEXTS);
  const { modal } = App.useApp();
  const fieldsOf = useFields();
  const { id, name, fields, employerName, evaluatedOrganisationIds, maxLoad } = judge;
  const retire = useWrite((judgeId: string) =>
    answered(api.DELETE('/api/v1/judges/{id}', { params: { path: { id: judgeId }, header: keyed(newKey()) } })),
  );
  const ask = () =>
    modal.confirm({
      title: t('retireSure', { name }),
      okText: t('retire'),
      okButtonProps: { danger: true },
      onOk: () => retire.send(id),
    });
  const evaluated = evaluatedOrganisationIds.length;
  return (
    <div className="row">
      <span className="row-main">
        <span className="row-title">
          <b>{name}</b> {fields.length === 0 ? <span className="due-soon">{t('noFields')}</span> : fieldsOf(fields)}
        </span>
        <span className="row-sub">
          {[employerName, t('load', { n: maxLoad }), evaluated === 0 ? '' : t('evaluated', { n: evaluated })]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Refusal error={retire.error} />
      </span>
      {keeps ? (
        <span className="row-end">
          <Button aria-label={t('changeOf', { name })} onClick={() => onEdit(judge)}>
            {t('change')}
          </Button>
          <Button danger loading={retire.busy} aria-label={t('retireOf', { name })} onClick={() => void ask()}>
            {t('retire')}
          </Button>
        </span>
      ) : null}
    </div>
  );
}
