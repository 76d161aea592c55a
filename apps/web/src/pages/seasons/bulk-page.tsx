import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';

import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { BulkAnswer } from './bulk-answer.js';
import type { Answered } from './bulk-answer.js';
import './seasons.css';

const TEXTS = { back: ['返回年检季', 'Back to the season'] } as const;

/** As many as the interface decides or publishes at once. */
export const AT_ONCE = 200;

/** Many returns of a season at once: what is chosen among them, and after the press the answer for each. */
export function BulkPage({
  title,
  children,
}: {
  readonly title: string;
  readonly children: (caseNo: string, onAnswer: (answer: Answered) => void) => ReactNode;
}) {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  useTitle(title);
  const [answer, setAnswer] = useState<Answered | null>(null);
  return (
    <>
      <h1>{title}</h1>
      <p>
        <Link to={`/seasons/${caseNo}`}>{t('back')}</Link>
      </p>
      {answer === null ? children(caseNo, setAnswer) : <BulkAnswer answer={answer} />}
    </>
  );
}
