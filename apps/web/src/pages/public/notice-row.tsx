import { Link } from 'react-router';

import { useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import type { PublicNotice, RoundLine } from './queries.js';

const TEXTS = {
  title: ['{round} 资助名单公示', '{round}: list of awards'],
  until: ['{at} 截止', 'until {at}'],
  left: ['还剩 {n} 天', '{n} days left'],
  last: ['今天截止', 'ends today'],
} as const;

interface Props {
  readonly round: RoundLine;
  readonly notice: PublicNotice;
}

/** A notice that runs: of what, until when, how many days are left. */
export function NoticeRow({ round, notice }: Props) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <Link to={`/public/rounds/${round.caseNo}?view=awards`} className="row">
      <span className="row-main">
        <span className="row-title">{t('title', { round: round.title })}</span>
        <span className="row-sub">
          {notice.endsAt === null ? '' : t('until', { at: minuteOf(notice.endsAt, language) })}
        </span>
      </span>
      <span className="row-end">
        <DaysLeft notice={notice} />
      </span>
    </Link>
  );
}

/** Days left of a notice that runs. */
export function DaysLeft({ notice }: { readonly notice: PublicNotice }) {
  const t = useTexts(TEXTS);
  return (
    <span className={notice.daysLeft <= 1 ? 'due due-soon' : 'due due-good'}>
      <span className="due-light" aria-hidden="true" />
      {notice.daysLeft === 0 ? t('last') : t('left', { n: notice.daysLeft })}
    </span>
  );
}
