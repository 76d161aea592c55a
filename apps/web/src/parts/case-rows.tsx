import { Link } from 'react-router';

import type { Answer } from '../api/answer.js';
import { useLabel, useLanguage, useTexts } from '../text/language.js';
import { minuteOf } from '../text/time.js';
import { Dotted } from './dotted.js';
import { Due } from './due.js';
import { StateTag } from './state-tag.js';

/** A row of any list of cases or tasks. */
export type Row = Answer<'/api/v1/cases'>['items'][number];

const TEXTS = {
  choose: ['选择', 'Choose'],
  escalated: ['已上报', 'Escalated'],
  claimed: ['已领取', 'Claimed'],
} as const;

interface Props {
  readonly rows: readonly Row[];
  /** Numbers of the cases that are chosen, where rows can be chosen. */
  readonly chosen?: readonly string[] | undefined;
  readonly onChoose?: (caseNo: string) => void;
}

/** Rows of cases, each as one link: what, whose, where it stands, how long it has. */
export function CaseRows({ rows, chosen, onChoose }: Props) {
  const t = useTexts(TEXTS);
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={`${row.caseNo} ${row.taskId ?? ''} ${row.at}`} className={chosen === undefined ? '' : 'row-chosen'}>
          {chosen === undefined ? null : (
            <input
              type="checkbox"
              aria-label={`${t('choose')} ${row.title} ${row.caseNo}`}
              checked={chosen.includes(row.caseNo)}
              onChange={() => onChoose?.(row.caseNo)}
            />
          )}
          <CaseRow row={row} />
        </li>
      ))}
    </ul>
  );
}

function CaseRow({ row }: { readonly row: Row }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  // A judge never sees the case of a project, only its sheet.
  const isTask = row.taskId !== null && row.verdict === null;
  return (
    <Link to={isTask && row.kind?.slug === 'SCORE' ? '/judging' : `/cases/${row.caseNo}`} className="row">
      <span className="row-main">
        <span className="row-title">
          {isTask && row.kind !== null ? <b className="row-kind">{label(row.kind)}</b> : null}
          {row.title}
        </span>
        <span className="row-sub">
          <Dotted of={[row.organisationName, label(row.matter), row.caseNo, minuteOf(row.at, language)]} />
        </span>
      </span>
      <span className="row-end">
        {row.escalatedAt !== null ? <span className="due due-late">{t('escalated')}</span> : null}
        {row.claimedBy !== null ? <span className="muted">{t('claimed')}</span> : null}
        {isTask ? <Due dueAt={row.dueAt} /> : null}
        <StateTag state={row.state} />
      </span>
    </Link>
  );
}
