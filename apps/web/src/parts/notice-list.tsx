import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';

import type { Answer } from '../api/answer.js';
import { api, done, keyed, newKey } from '../api/client.js';
import { useLabel, useLanguage, useTexts } from '../text/language.js';
import { minuteOf } from '../text/time.js';
import { useNoticeFacts } from './notice-facts.js';
import { noticeKey, NOTICE_TEXTS } from './notice-words.js';

type Notice = Answer<'/api/v1/notices'>['items'][number];

/** Judges score where their projects are; the case itself is not theirs to read. */
const ELSEWHERE: Readonly<Record<string, string>> = { JUDGE_ASSIGNED: '/judging' };

/** Notices; one that is opened counts as read. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const queries = useQueryClient();
  const read = useMutation({
    mutationFn: (id: string) =>
      done(api.POST('/api/v1/notices/{id}/read', { params: { path: { id }, header: keyed(newKey()) } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['live'] }),
  });
  return (
    <ul className="rows">
      {notices.map((notice) => {
        const { id, kind, caseNo, readAt } = notice;
        const to = ELSEWHERE[kind] ?? (caseNo === null ? null : `/cases/${caseNo}`);
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
    <span className="row-main">
      <span className="row-title">
        {readAt === null ? <span className="unread" aria-hidden="true" /> : null}
        {[t(noticeKey(kind)), state === null ? '' : label(state), ...facts(params)].filter(Boolean).join(' · ')}
      </span>
      <span className="row-sub">{[title, caseNo, minuteOf(at, language)].filter(Boolean).join(' · ')}</span>
    </span>
  );
}
