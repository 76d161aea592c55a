import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';

import type { Answer } from '../api/answer.js';
import { api, done, keyed, newKey } from '../api/client.js';
import { useLanguage, useTexts } from '../text/language.js';
import { minuteOf } from '../text/time.js';
import { caseNoOf, noticeKey, NOTICE_TEXTS } from './notice-words.js';

type Notice = Answer<'/api/v1/notices'>['items'][number];

/** Notices; one that is opened counts as read. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const t = useTexts(NOTICE_TEXTS);
  const language = useLanguage();
  const queries = useQueryClient();
  const read = useMutation({
    mutationFn: (id: string) =>
      done(api.POST('/api/v1/notices/{id}/read', { params: { path: { id }, header: keyed(newKey()) } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['live'] }),
  });
  return (
    <ul className="rows">
      {notices.map(({ id, kind, params, at, readAt }) => {
        const caseNo = caseNoOf(params);
        const words = (
          <span className="row-main">
            <span className="row-title">
              {readAt === null ? <span className="unread" aria-hidden="true" /> : null}
              {t(noticeKey(kind))}
            </span>
            <span className="row-sub">{[caseNo, minuteOf(at, language)].filter(Boolean).join(' · ')}</span>
          </span>
        );
        return (
          <li key={id}>
            {caseNo === null ? (
              <span className="row">{words}</span>
            ) : (
              <Link
                className="row"
                to={`/cases/${caseNo}`}
                onClick={() => (readAt === null ? read.mutate(id) : undefined)}
              >
                {words}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
