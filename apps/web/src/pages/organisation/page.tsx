import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';

import { Shown } from '../../parts/query-state.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';
import { listAddress } from '../cases/filter.js';
import { CouncilForm } from './council-form.js';
import './organisation.css';
import { People } from './people.js';
import { organisationQuery } from './queries.js';
import type { Organisation } from './queries.js';
import { useRights } from './rights.js';
import { StandingForm } from './standing-form.js';

const TEXTS = {
  title: ['社会组织', 'Organisation'],
  facts: ['登记信息', 'Registration'],
  uscc: ['统一社会信用代码', 'Credit code'],
  filingNo: ['备案号', 'Filing number'],
  type: ['类型', 'Type'],
  registeredAt: ['成立日期', 'Registered'],
  address: ['地址', 'Address'],
  charity: ['慈善组织', 'Charity'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  coverage: ['党的组织覆盖', 'Party coverage'],
  COVERED: ['已建立党组织', 'has a Party organisation'],
  WORK_ONLY: ['党的工作覆盖', 'Party work only'],
  NONE: ['尚未覆盖', 'not covered yet'],
  ended: ['终止日期', 'Ended'],
  council: ['理事会', 'Council'],
  term: ['本届任期', 'Term'],
  size: ['理事人数', 'Seats'],
  ofMany: ['{n} 人', '{n}'],
  span: ['{from} 至 {to}', '{from} to {to}'],
  termOver: ['任期已满,请尽快换届', 'the term is over: hold an election'],
  history: ['换届记录', 'Elections so far'],
  RE_ELECTION: ['换届', 'election'],
  POSTPONEMENT: ['延期换届', 'postponement'],
  change: ['登记换届', 'Record an election'],
  standing: ['变更登记状态', 'Change its standing'],
  cases: ['相关办件', 'Its cases'],
} as const;

/** An organisation: what is registered of it, its council, its people. */
export function OrganisationPage() {
  const t = useTexts(TEXTS);
  const { id = '' } = useParams();
  const organisation = useQuery(organisationQuery(id));
  useTitle(organisation.data?.name ?? t('title'));
  return <Shown query={organisation}>{(found) => <Whole organisation={found} />}</Shown>;
}

function Whole({ organisation }: { readonly organisation: Organisation }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const rights = useRights(organisation);
  const [open, setOpen] = useState<'COUNCIL' | 'STANDING' | null>(null);
  const close = () => setOpen(null);
  const { id, name, legalStatus } = organisation;
  return (
    <>
      <header className="case-head">
        <h1>
          {name} <Tag className="state state-plain">{label(legalStatus)}</Tag>
        </h1>
        <p>
          <Link to={listAddress('all', { organisationId: id })}>{t('cases')}</Link>
        </p>
      </header>
      <div className="home-columns">
        <div>{rights.people ? <People organisationId={id} rights={rights} /> : null}</div>
        <div>
          <section className="panel">
            <div className="panel-head">
              <h2>{t('facts')}</h2>
              {rights.identify ? (
                <Button size="small" onClick={() => setOpen('STANDING')}>
                  {t('standing')}
                </Button>
              ) : null}
            </div>
            <Facts organisation={organisation} />
          </section>
          <section className="panel">
            <div className="panel-head">
              <h2>{t('council')}</h2>
              {rights.record ? (
                <Button size="small" onClick={() => setOpen('COUNCIL')}>
                  {t('change')}
                </Button>
              ) : null}
            </div>
            <Council organisation={organisation} />
          </section>
        </div>
      </div>
      {open === 'COUNCIL' ? <CouncilForm organisation={organisation} onClose={close} /> : null}
      {open === 'STANDING' ? <StandingForm organisation={organisation} onClose={close} /> : null}
    </>
  );
}

function Facts({ organisation }: { readonly organisation: Organisation }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const day = useDay();
  const { uscc, filingNo, type, subtype, registeredAt, endedOn, address, charity, partyCoverage } = organisation;
  const facts: readonly (readonly [keyof typeof TEXTS, string | null])[] = [
    ['uscc', uscc],
    ['filingNo', filingNo],
    ['type', [label(type), subtype === null ? '' : label(subtype)].filter(Boolean).join(' / ')],
    ['registeredAt', day(registeredAt)],
    ['ended', day(endedOn)],
    ['address', address],
    ['charity', t(charity ? 'yes' : 'no')],
    ['coverage', t(partyCoverage)],
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Council({
  organisation: { councilTerm, councilSize, councilHistory },
}: {
  readonly organisation: Organisation;
}) {
  const t = useTexts(TEXTS);
  const day = useDay();
  const span = (term: { readonly start: string; readonly end: string }) =>
    t('span', { from: day(term.start) ?? '', to: day(term.end) ?? '' });
  const isOver = councilTerm !== null && new Date(`${councilTerm.end}T23:59:59+08:00`) < new Date();
  return (
    <>
      <dl className="facts">
        {councilTerm === null ? null : (
          <div>
            <dt>{t('term')}</dt>
            <dd>
              {span(councilTerm)}
              {isOver ? <b className="organisation-late"> {t('termOver')}</b> : null}
            </dd>
          </div>
        )}
        {councilSize === null ? null : (
          <div>
            <dt>{t('size')}</dt>
            <dd>{t('ofMany', { n: councilSize })}</dd>
          </div>
        )}
      </dl>
      {councilHistory.length > 0 ? (
        <>
          <h3>{t('history')}</h3>
          <ul className="organisation-history">
            {councilHistory.map(({ kind, after, at }) => (
              <li key={at}>
                {t(kind)} {span(after)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** A calendar day as people read it; null stays null. */
function useDay() {
  const language = useLanguage();
  return (iso: string | null) => (iso === null ? null : dayOf(`${iso}T00:00:00+08:00`, language));
}
