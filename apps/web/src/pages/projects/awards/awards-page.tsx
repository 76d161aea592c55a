import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { caseQuery } from '../../../api/case.js';
import { meQuery } from '../../../api/queries.js';
import { Shown } from '../../../parts/query-state.js';
import { useTitle } from '../../../parts/title.js';
import { useTexts } from '../../../text/language.js';
import { roundQuery } from '../../rounds/queries.js';
import type { Round } from '../../rounds/queries.js';
import '../projects.css';
import { RoundHead } from '../round-head.js';
import { Objections } from './objections.js';
import { Proposal } from './proposal.js';
import { Published } from './published.js';
import { SponsorDesk } from './sponsor-desk.js';

const TEXTS = { title: ['资助名单', 'Awards'] } as const;

/** 资助名单 of a round: the plan before it is proposed, the notice, objections and their answers, adoptions. */
export function AwardsPage() {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  const round = useQuery(roundQuery(caseNo));
  useTitle([round.data?.title, t('title')].filter(Boolean).join(' '));
  return (
    <Shown query={round}>
      {(data) => (
        <>
          <RoundHead round={data} page={t('title')} />
          <Parts round={data} />
        </>
      )}
    </Shown>
  );
}

function Parts({ round }: { readonly round: Round }) {
  const { data: me } = useQuery(meQuery);
  const isOverseen = round.counts !== null;
  const isSponsor = me?.grants.some(({ role }) => role === 'SPONSOR') === true;
  // Only who may read the case of the round may act on it.
  const view = useQuery({ ...caseQuery(round.caseNo), enabled: isOverseen });
  return (
    <>
      {isOverseen && round.state.slug === 'RANKED' ? <Proposal round={round} view={view.data} /> : null}
      {isSponsor ? <SponsorDesk round={round} /> : null}
      <Published round={round} />
      <Objections round={round} view={view.data} />
    </>
  );
}
