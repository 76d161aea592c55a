import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { ProblemError } from '../../../api/problem.js';
import { meQuery } from '../../../api/queries.js';
import { Shown } from '../../../parts/query-state.js';
import { useLabel, useLanguage, useTexts } from '../../../text/language.js';
import { dayOf } from '../../../text/time.js';
import { checkQuery, sheetQuery } from '../../random-checks/queries.js';
import type { CheckView } from '../../random-checks/queries.js';
import '../../random-checks/random-checks.css';
import { SheetRead } from '../../random-checks/sheet-read.js';
import type { CaseProps } from '../matter.js';

const TEXTS = {
  title: ['检查安排', 'The check'],
  organisation: ['被检查单位', 'Organisation'],
  uscc: ['公示编号', 'Published under'],
  inspectors: ['检查人员', 'Inspectors'],
  checkedOn: ['检查日期', 'Checked on'],
  result: ['检查结果', 'Result'],
  rectifyBy: ['整改期限', 'To be put right by'],
  publishedOn: ['公示日期', 'Published on'],
  abandonedOn: ['终止日期', 'Abandoned on'],
  sheet: ['检查表', 'Check sheet'],
  version: ['第 {n} 版', 'version {n}'],
  none: ['还没有填写检查表。', 'Nothing was filled in yet.'],
  fill: ['填写检查表', 'Fill in the sheet'],
} as const;

/** One check: whom, by whom, with which result; and its sheet for those who may read it. */
export function DrawnCheckPanel({ view }: CaseProps) {
  const check = useQuery(checkQuery(view.caseNo));
  return <Shown query={check}>{(of) => <Check check={of} view={view} />}</Shown>;
}

function Check({ check, view }: { readonly check: CheckView } & CaseProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { organisation, inspectors, checkedOn, result, rectifyBy, publishedAt, abandonedAt } = check;
  const day = (iso: string | null) => (iso === null ? '' : dayOf(iso, language));
  const rows = [
    [t('organisation'), organisation.name],
    [t('uscc'), organisation.key],
    [t('inspectors'), inspectors.map(({ name }) => name).join(language === 'zh' ? '、' : ', ')],
    [t('checkedOn'), day(checkedOn)],
    [t('result'), result === null ? '' : label(result)],
    [t('rectifyBy'), day(rectifyBy)],
    [t('publishedOn'), day(publishedAt)],
    [t('abandonedOn'), day(abandonedAt)],
  ] as const;
  return (
    <>
      <section className="panel" aria-label={t('title')}>
        <h2>{t('title')}</h2>
        <dl className="facts">
          {rows
            .filter(([, words]) => words !== '')
            .map(([name, words]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{words}</dd>
              </div>
            ))}
        </dl>
      </section>
      <Sheet check={check} view={view} />
    </>
  );
}

function Sheet({ check, view }: { readonly check: CheckView } & CaseProps) {
  const t = useTexts(TEXTS);
  const sheet = useQuery({ ...sheetQuery(view.caseNo), retry: false });
  const me = useQuery(meQuery);
  // The organisation that is checked reads the published result, never the sheet.
  if (sheet.error instanceof ProblemError && sheet.error.problem.status === 404) return null;
  const mine = check.inspectors.some(({ userId }) => userId === me.data?.id) && view.state.slug === 'ASSIGNED';
  return (
    <section className="panel" aria-label={t('sheet')}>
      <Shown query={sheet}>
        {({ version, sheet: found }) => (
          <>
            <div className="panel-head">
              <h2>{t('sheet')}</h2>
              {version === 0 ? null : <span className="muted">{t('version', { n: version })}</span>}
            </div>
            {found === null ? (
              <p className="muted">{t('none')}</p>
            ) : (
              <SheetRead sheet={found} inspectors={check.inspectors} />
            )}
            {mine ? (
              <Link className="button-link" to={`/random-checks/sheets/${view.caseNo}`}>
                {t('fill')}
              </Link>
            ) : null}
          </>
        )}
      </Shown>
    </section>
  );
}
