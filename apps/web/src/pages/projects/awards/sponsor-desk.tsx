import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { answered, api, keyed } from '../../../api/client.js';
import { usePages } from '../../../api/use-pages.js';
import { useWrite } from '../../../api/use-write.js';
import { Paged } from '../../../parts/paged.js';
import { Refusal } from '../../../parts/refusal.js';
import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import type { Round } from '../../rounds/queries.js';
import { readAdoptable, sponsorQuery } from '../queries.js';
import { useTerms } from '../terms.js';
import { DeedForm } from './deed-form.js';

const TEXTS = {
  title: ['爱心企业认领', 'Adopt a project'],
  register: ['请先登记您代表的企业。', 'Register the enterprise for which you speak first.'],
  uscc: ['统一社会信用代码(18 位,企业)', 'Unified social credit code (18 characters)'],
  name: ['企业名称', 'Name'],
  representative: ['法定代表人', 'Legal representative'],
  wanted: ['请填写', 'Please fill in'],
  save: ['登记企业', 'Register'],
  speaks: ['您代表 {name}', 'You speak for {name}'],
  none: ['现在没有可认领的项目。', 'No project can be adopted now.'],
  gap: ['申请 {asked},资金缺口 {gap}', '{asked} asked for, {gap} missing'],
  adopt: ['认领', 'Adopt'],
  adoptOf: ['认领“{title}”', 'Adopt {title}'],
  deeds: ['我签署的认领书', 'Deeds that I signed'],
  OFFERED: ['待申报单位签署', 'the applicant signs next'],
  SIGNED: ['认领成立,待款物到位', 'stands, not yet paid'],
  PAID: ['款物已到位', 'paid'],
  CANCELLED: ['已撤回', 'withdrawn'],
} as const;

const isStatus = (status: string): status is 'OFFERED' | 'SIGNED' | 'PAID' | 'CANCELLED' =>
  Object.hasOwn(TEXTS, status);

/** What an enterprise does in a round: registers once, looks for a gap, signs a deed. */
export function SponsorDesk({ round }: { readonly round: Round }) {
  const t = useTexts(TEXTS);
  const mine = useQuery(sponsorQuery);
  return (
    <section className="panel">
      <h2>{t('title')}</h2>
      <Shown query={mine}>
        {({ sponsor, deeds }) =>
          sponsor === null ? (
            <Register />
          ) : (
            <>
              <p className="muted">{t('speaks', { name: sponsor.name })}</p>
              <Adoptable round={round} />
              <Deeds deeds={deeds.filter(({ roundNo }) => roundNo === round.caseNo)} />
            </>
          )
        }
      </Shown>
    </section>
  );
}

interface Enterprise {
  readonly uscc: string;
  readonly name: string;
  readonly representative: string;
}

function Register() {
  const t = useTexts(TEXTS);
  const write = useWrite((body: Enterprise, key) =>
    answered(api.POST('/api/v1/sponsors', { params: { header: keyed(key) }, body })),
  );
  const rules = [{ required: true, whitespace: true, min: 2, message: t('wanted') }];
  return (
    <Form<Enterprise> layout="vertical" onFinish={write.send} className="projects-form">
      <p>{t('register')}</p>
      <Form.Item name="uscc" label={t('uscc')} rules={rules}>
        <Input maxLength={18} />
      </Form.Item>
      <Form.Item name="name" label={t('name')} rules={rules}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="representative" label={t('representative')} rules={rules}>
        <Input maxLength={40} />
      </Form.Item>
      <Refusal error={write.error} />
      <Button type="primary" htmlType="submit" loading={write.busy}>
        {t('save')}
      </Button>
    </Form>
  );
}

function Adoptable({ round }: { readonly round: Round }) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const [chosen, setChosen] = useState<string | null>(null);
  const pages = usePages(['live', 'round', round.caseNo, 'adoptable'], readAdoptable(round.caseNo));
  const project = pages.rows.find(({ caseNo }) => caseNo === chosen);
  return (
    <>
      <Paged pages={pages} empty={<p className="muted">{t('none')}</p>}>
        {(rows) => (
          <ul className="rows">
            {rows.map(({ caseNo, title, organisation, requestedFen, gapFen, class: name }) => (
              <li key={caseNo} className="projects-deed">
                <span className="row-main">
                  <b>{title}</b>
                  <small className="muted">{[organisation, terms.class(name)].filter(Boolean).join(' · ')}</small>
                  <span>{t('gap', { asked: terms.yuan(requestedFen), gap: terms.yuan(gapFen) })}</span>
                </span>
                <Button type="primary" aria-label={t('adoptOf', { title })} onClick={() => setChosen(caseNo)}>
                  {t('adopt')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Paged>
      {project === undefined ? null : <DeedForm project={project} onClose={() => setChosen(null)} />}
    </>
  );
}

interface DeedLine {
  readonly deedId: string;
  readonly caseNo: string;
  readonly title: string;
  readonly mode: string;
  readonly fen: number;
  readonly status: string;
}

function Deeds({ deeds }: { readonly deeds: readonly DeedLine[] }) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  if (deeds.length === 0) return null;
  return (
    <>
      <h3>{t('deeds')}</h3>
      <ul className="rows">
        {deeds.map(({ deedId, caseNo, title, mode, fen, status }) => (
          <li key={deedId} className="projects-deed">
            <span>
              {/* A project is open to its sponsor from the countersignature on. */}
              {status === 'OFFERED' ? (
                title
              ) : (
                <Link className="projects-underlined" to={`/projects/${caseNo}/money`}>
                  {title}
                </Link>
              )}{' '}
              · {terms.mode(mode)} {terms.yuan(fen)}
            </span>
            <span className="muted">{isStatus(status) ? t(status) : ''}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
