import { useQuery } from '@tanstack/react-query';

import { answered, api } from '../../api/client.js';
import { usePages } from '../../api/use-pages.js';
import { Nothing } from '../../parts/empty.js';
import { Paged } from '../../parts/paged.js';
import { Shown } from '../../parts/query-state.js';
import { StackTable } from '../../parts/stack-table.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';
import { paged } from './queries.js';

const TEXTS = {
  results: ['检查结果', 'Results'],
  counts: [
    '抽中 {checks} 家,已公示 {published} 家,终止 {abandoned} 家',
    '{checks} drawn, {published} published, {abandoned} abandoned',
  ],
  noResults: [
    '还没有公示检查结果。检查后二十个工作日内公示。',
    'No result is published yet; each follows within twenty working days of its check.',
  ],
  result: ['结果', 'Result'],
  checkedOn: ['检查日期', 'Checked'],
  rectifyBy: ['整改期限', 'To be put right by'],
  organisation: ['单位', 'Organisation'],
} as const;

const PAGE = 20;

/** Results of the checks of a draw, as far as they are published. */
export function DrawResults({ caseNo }: { readonly caseNo: string }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const pages = usePages(['public', 'draw-results', caseNo], (cursor) =>
    answered(
      api.GET('/api/v1/public/draws/{id}/results', { params: { path: { id: caseNo }, query: paged(PAGE, cursor) } }),
    ),
  );
  const counts = useQuery({
    queryKey: ['public', 'draw-counts', caseNo],
    queryFn: () =>
      answered(api.GET('/api/v1/public/draws/{id}/results', { params: { path: { id: caseNo }, query: { limit: 1 } } })),
  });
  return (
    <section className="panel" aria-label={t('results')}>
      <h2>{t('results')}</h2>
      <Shown query={counts}>
        {({ checks, published, abandoned }) => <p className="muted">{t('counts', { checks, published, abandoned })}</p>}
      </Shown>
      <Paged pages={pages} empty={<Nothing>{t('noResults')}</Nothing>}>
        {(rows) => (
          <StackTable
            columns={[
              { name: t('organisation') },
              { name: t('result') },
              { name: t('checkedOn') },
              { name: t('rectifyBy') },
            ]}
          >
            {rows.map((row) => (
              <tr key={row.organisation}>
                <th scope="row">
                  {row.name}
                  <small className="muted">{row.organisation}</small>
                </th>
                <td data-name={t('result')}>{label(row.result)}</td>
                <td data-name={t('checkedOn')}>{dayOf(row.checkedOn, language)}</td>
                <td data-name={t('rectifyBy')}>{row.rectifyBy === null ? '—' : dayOf(row.rectifyBy, language)}</td>
              </tr>
            ))}
          </StackTable>
        )}
      </Paged>
    </section>
  );
}
