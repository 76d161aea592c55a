import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';

import { VENTURE_PROJECT } from '#domain/venture-round/states.js';
import type { Answer } from '../api/answer.js';
import { api, done, keyed, newKey } from '../api/client.js';
import { meQuery } from '../api/queries.js';
import { useLabel, useLanguage, useTexts } from '../text/language.js';
import { minuteOf } from '../text/time.js';
import { Dotted } from './dotted.js';
import { useNoticeFacts } from './notice-facts.js';
import { noticeKey, NOTICE_TEXTS } from './notice-words.js';

type Notice = Answer<'/api/v1/notices'>['items'][number];

const PROJECT = `${VENTURE_PROJECT.code}-`;

/** Where a notice leads to; null where there is nothing to open. Judges score where their projects are; the case itself is not theirs to read. */
function placeOf({ kind, caseNo, params }: Notice, judgesOnly: boolean): string | null {
  if (kind === 'JUDGE_ASSIGNED') return '/judging';
  if (caseNo === null) return null;
  if (judgesOnly && caseNo.startsWith(PROJECT)) return '/judging';
  if (kind === 'JUDGE_RECUSED' && typeof params.roundNo === 'string') return `/rounds/${params.roundNo}?tab=judges`;
  return `/cases/${caseNo}`;
}

/** Notices; one that is opened counts as read. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const queries = useQueryClient();
  const grants = useQuery(meQuery).data?.grants ?? [];
  const judgesOnly = grants.length > 0 && grants.every(({ role }) => role === 'JUDGE');
  const read = useMutation({
    mutationFn: (id: string) =>
      done(api.POST('/api/v1/notices/{id}/read', { params: { path: { id }, header: keyed(newKey()) } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['live'] }),
  });
  return (
    <ul className="rows">
      {notices.map((notice) => {
        const { id, readAt } = notice;
        const to = placeOf(notice, judgesOnly);
        return (
          <li key={id}>
            {to === null ? (
              <span className="row">
                <Words notice={notice} />
              </span>
            ) : (
              <Link className="row" to={to} onClick={() => (readAt === null ? read.mutate(id) : undefined)}>
                <Words notice={notice} />
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Words({ notice: { kind, state, params, title, caseNo, at, readAt } }: { readonly notice: Notice }) {
  const t = useTexts(NOTICE_TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const facts = useNoticeFacts();
  return (
    <span className="row-main notice">
      <span className="row-title">
        {readAt === null ? <span className="unread" aria-hidden="true" /> : null}
        {[t(noticeKey(kind)), state === null ? '' : label(state), ...facts(params)].filter(Boolean).join(' · ')}
      </span>
      <span className="row-sub">
        <Dotted of={[title, caseNo, minuteOf(at, language)]} />
      </span>
    </span>
  );
}
