import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';

import { answered, api, keyed, newKey } from '../../../api/client.js';
import { draftsQuery } from '../../../api/lists.js';
import { Due } from '../../../parts/due.js';
import { Refusal } from '../../../parts/refusal.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { minuteOf } from '../../../text/time.js';
import type { RoundRow } from '../../rounds/queries.js';
import '../projects.css';
import { openRoundsQuery } from '../queries.js';

const TEXTS = {
  title: ['公益创投:正在征集', 'Venture philanthropy: open calls'],
  until: ['征集截止 {at}', 'closes {at}'],
  notice: ['征集公告', 'The call'],
  apply: ['为“{name}”申报项目', 'Apply with a project of {name}'],
} as const;

interface Organisation {
  readonly organisationId: string | null;
  readonly organisationName: string | null;
}

/** Calls that take applications now, each with the way in. Nothing where there is none. */
export function OpenRounds({ organisations }: { readonly organisations: readonly Organisation[] }) {
  const t = useTexts(TEXTS);
  const rounds = useQuery(openRoundsQuery).data?.items ?? [];
  if (rounds.length === 0) return null;
  return (
    <section className="panel apply-begin">
      <h2>{t('title')}</h2>
      <ul className="projects-open">
        {rounds.map((round) => (
          <li key={round.caseNo}>
            <OpenRound round={round} organisations={organisations} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OpenRound({
  round,
  organisations,
}: {
  readonly round: RoundRow;
  readonly organisations: readonly Organisation[];
}) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <>
      <p className="projects-open-head">
        <b>{round.title}</b>
        <span className="muted">{t('until', { at: minuteOf(round.closesAt, language) })}</span>
        <Due dueAt={round.closesAt} />
        <Link to={`/rounds/${round.caseNo}`}>{t('notice')}</Link>
      </p>
      {organisations.map(({ organisationId, organisationName }) => (
        <Begin
          key={organisationId}
          roundNo={round.caseNo}
          organisationId={organisationId ?? ''}
          name={organisationName ?? ''}
        />
      ))}
    </>
  );
}

interface BeginProps {
  readonly roundNo: string;
  readonly organisationId: string;
  readonly name: string;
}

function Begin({ roundNo, organisationId, name }: BeginProps) {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const begin = useMutation({
    mutationFn: (key: string) =>
      answered(
        api.POST('/api/v1/drafts', {
          params: { header: keyed(key) },
          body: { matter: 'venture-project', organisationId, data: { roundNo } },
        }),
      ),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
      await navigate(`/rounds/${roundNo}/apply/${id}`);
    },
  });
  return (
    <>
      <Refusal error={begin.error} />
      <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate(newKey())}>
        {t('apply', { name })}
      </Button>
    </>
  );
}
