import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Dotted } from '../../parts/dotted.js';
import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';
import { EndPost } from './end-post.js';
import { NewPerson } from './new-person.js';
import { peopleQuery } from './queries.js';
import type { Person } from './queries.js';
import type { Rights } from './rights.js';
import { Unmask } from './unmask.js';

const TEXTS = {
  title: ['任职人员', 'People'],
  count: [
    '共 {n} 人,其中理事 {council} 人、党员 {members} 人',
    '{n} people, {council} in the council, {members} Party members',
  ],
  none: ['还没有登记任职人员。', 'Nobody is recorded yet.'],
  add: ['登记任职', 'Add somebody'],
  export: ['导出 Excel', 'Export to Excel'],
  born: ['{year} 年生', 'born {year}'],
  idNo: ['身份证号', 'Identity number'],
  phone: ['手机', 'Phone'],
  legalRep: ['法定代表人', 'legal representative'],
  show: ['查看完整号码', 'Show the numbers'],
  end: ['登记离任', 'Record the end'],
  MALE: ['男', 'male'],
  FEMALE: ['女', 'female'],
  until: ['{post}(至 {to})', '{post} (until {to})'],
} as const;

/** Who holds a post; numbers are masked, and only those who need one see it, with a reason that is kept. */
export function People({ organisationId, rights }: { readonly organisationId: string; readonly rights: Rights }) {
  const t = useTexts(TEXTS);
  const people = useQuery(peopleQuery(organisationId));
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<{ readonly what: 'UNMASK' | 'END'; readonly person: Person } | null>(null);
  const close = () => setOpen(null);
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('title')}</h2>
        <span className="organisation-buttons">
          <Button size="small" href={`/api/v1/exports/people?organisationId=${organisationId}`} download>
            {t('export')}
          </Button>
          {rights.record ? (
            <Button size="small" type="primary" onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          ) : null}
        </span>
      </div>
      <Shown query={people}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{t('none')}</Nothing>
          ) : (
            <>
              <p className="muted">
                {t('count', {
                  n: items.length,
                  council: items.filter(({ inCouncil }) => inCouncil).length,
                  members: items.filter(({ membership }) => membership !== null).length,
                })}
              </p>
              <ul className="rows">
                {items.map((person) => (
                  <li key={person.personId} className="row">
                    <Words person={person} />
                    <span className="row-end">
                      {rights.unmask ? (
                        <Button
                          size="small"
                          onClick={() => setOpen({ what: 'UNMASK', person })}
                          aria-label={`${t('show')} ${person.name}`}
                        >
                          {t('show')}
                        </Button>
                      ) : null}
                      {rights.record && person.posts.some(({ to }) => to === null) ? (
                        <Button
                          size="small"
                          onClick={() => setOpen({ what: 'END', person })}
                          aria-label={`${t('end')} ${person.name}`}
                        >
                          {t('end')}
                        </Button>
                      ) : null}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Shown>
      {adding ? <NewPerson organisationId={organisationId} onClose={() => setAdding(false)} /> : null}
      {open?.what === 'UNMASK' ? <Unmask organisationId={organisationId} person={open.person} onClose={close} /> : null}
      {open?.what === 'END' ? <EndPost organisationId={organisationId} person={open.person} onClose={close} /> : null}
    </section>
  );
}

function Words({ person }: { readonly person: Person }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { name, sex, birthYear, idNo, phone, posts, membership, relationStatus } = person;
  const held = posts.map(({ post, to }) =>
    to === null ? label(post) : t('until', { post: label(post), to: dayOf(to, language) }),
  );
  const about = [
    sex === 'MALE' || sex === 'FEMALE' ? t(sex) : '',
    birthYear === null ? '' : t('born', { year: birthYear }),
  ]
    .filter(Boolean)
    .join(' ');
  const party = [
    membership === null ? '' : label(membership.status),
    relationStatus === null ? '' : label(relationStatus),
  ];
  return (
    <span className="row-main">
      <span>
        <b>{name}</b> <span className="muted">{about}</span>
      </span>
      <span>
        {[...held, posts.some(({ isLegalRep }) => isLegalRep) ? t('legalRep') : ''].filter(Boolean).join('、')}
      </span>
      <span className="row-sub">
        <Dotted
          of={[
            ...party,
            membership?.homePartyOrgName,
            idNo === null ? '' : `${t('idNo')} ${idNo}`,
            phone === null ? '' : `${t('phone')} ${phone}`,
          ]}
        />
      </span>
    </span>
  );
}
