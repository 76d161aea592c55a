import { answered, api } from '../../api/client.js';
import { usePages } from '../../api/use-pages.js';
import { Nothing } from '../../parts/empty.js';
import { Paged } from '../../parts/paged.js';
import { StackTable } from '../../parts/stack-table.js';
import { useLabel, useTexts } from '../../text/language.js';
import { paged } from './queries.js';

const TEXTS = {
  title: ['入围名单', 'Shortlist'],
  none: ['没有项目入围。', 'No project was shortlisted.'],
  project: ['项目', 'Project'],
  class: ['类别', 'Class'],
  organisation: ['申报单位', 'Organisation'],
} as const;

const PAGE = 50;

/** The projects that passed the screening. */
export function RoundShortlist({ id }: { readonly id: string }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const pages = usePages(['public', 'shortlist', id], (cursor) =>
    answered(api.GET('/api/v1/public/rounds/{id}/shortlist', { params: { path: { id }, query: paged(PAGE, cursor) } })),
  );
  return (
    <section className="panel" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <Paged pages={pages} empty={<Nothing>{t('none')}</Nothing>}>
        {(rows) => (
          <StackTable columns={[{ name: t('project') }, { name: t('class') }, { name: t('organisation') }]}>
            {rows.map((row) => (
              <tr key={row.caseNo}>
                <th scope="row">
                  {row.title}
                  <small className="muted">{row.caseNo}</small>
                </th>
                <td data-name={t('class')}>{label(row.class)}</td>
                <td data-name={t('organisation')}>{row.organisation}</td>
              </tr>
            ))}
          </StackTable>
        )}
      </Paged>
    </section>
  );
}
