import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { Shown } from '../../../parts/query-state.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { dayOf } from '../../../text/time.js';
import { seasonQuery } from '../../seasons/season-queries.js';
import type { CaseProps } from '../matter.js';

const TEXTS = {
  title: ['年检季', 'The season'],
  board: ['打开报送情况和统计', 'Open its board'],
  year: ['被检年度', 'Inspected year'],
  registry: ['登记管理机关', 'Registry'],
  opensOn: ['开启', 'Opens'],
  toSupervisor: ['报业务主管单位截止', 'To the supervisory unit by'],
  foundationToRegistry: ['基金会、慈善组织截止', 'Foundations and charities by'],
  toRegistry: ['报登记管理机关截止', 'To the registry by'],
  extensionBefore: ['延期申请须早于', 'Extensions are asked for before'],
} as const;

const DATES = ['opensOn', 'toSupervisor', 'foundationToRegistry', 'toRegistry', 'extensionBefore'] as const;

/** The way from the case of a season to its board. */
export function InspectionSeasonPanel({ view: { caseNo } }: CaseProps) {
  const t = useTexts(TEXTS);
  return (
    <section className="panel" aria-label={t('title')}>
      <Link className="button-link" to={`/seasons/${caseNo}`}>
        {t('board')}
      </Link>
    </section>
  );
}

/** What a season is: whose, of which year, and its days. */
export function InspectionSeasonForm({ view: { caseNo } }: CaseProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const season = useQuery(seasonQuery(caseNo));
  return (
    <Shown query={season}>
      {({ dates, inspectedYear, registry }) => (
        <dl className="facts">
          <div>
            <dt>{t('year')}</dt>
            <dd>{inspectedYear}</dd>
          </div>
          <div>
            <dt>{t('registry')}</dt>
            <dd>{registry.name}</dd>
          </div>
          {DATES.map((name) => (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd>{dayOf(dates[name], language)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Shown>
  );
}
