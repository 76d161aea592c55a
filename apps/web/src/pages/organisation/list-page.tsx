import { Button, Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';

import { LEGAL_STATUS } from '#domain/terms/organisation-terms.js';
import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';
import { usePages } from '../../api/use-pages.js';
import { useNarrowedAddress } from '../../app/use-narrowed-address.js';
import { Choice } from '../../parts/choice.js';
import { Nothing } from '../../parts/empty.js';
import { Paged } from '../../parts/paged.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useTexts } from '../../text/language.js';
import { SearchField } from '../administration/search-field.js';
import './organisation.css';

const TEXTS = {
  title: ['社会组织', 'Organisations'],
  search: ['查找组织名称', 'Find an organisation'],
  status: ['登记状态', 'Standing'],
  everyStatus: ['全部状态', 'Any standing'],
  none: ['没有符合条件的社会组织。', 'No organisation fits.'],
  export: ['导出 Excel', 'Export to Excel'],
} as const;

type Organisation = Answer<'/api/v1/organisations'>['items'][number];
const PAGE = 50;

/** Organisations that the reader may see, narrowed as the address says. */
export function OrganisationsPage() {
  const t = useTexts(TEXTS);
  const label = useLabel();
  useTitle(t('title'));
  const [search] = useSearchParams();
  const narrow = useNarrowedAddress<'name' | 'status'>();
  const name = search.get('name') ?? '';
  const status = LEGAL_STATUS.find(({ slug }) => slug === search.get('status'))?.slug;
  const filter = { ...(name === '' ? {} : { name }), ...(status === undefined ? {} : { legalStatus: status }) };
  const pages = usePages<Organisation>(['live', 'organisations', filter], (cursor) =>
    answered(
      api.GET('/api/v1/organisations', {
        params: { query: { limit: PAGE, ...filter, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
  const words = new URLSearchParams(filter).toString();
  return (
    <>
      <h1>{t('title')}</h1>
      <section className="panel">
        <div className="organisation-filters">
          <SearchField label={t('search')} onSearch={(name) => narrow({ name }, { replace: true })} />
          <Choice
            label={t('status')}
            value={status}
            empty={t('everyStatus')}
            options={LEGAL_STATUS.map((term) => ({ value: term.slug, label: label(term) }))}
            onChange={(next = '') => narrow({ status: next })}
          />
          <Button href={`/api/v1/exports/organisations${words === '' ? '' : `?${words}`}`} download>
            {t('export')}
          </Button>
        </div>
        <Paged pages={pages} empty={<Nothing>{t('none')}</Nothing>}>
          {(organisations) => (
            <ul className="rows">
              {organisations.map(({ id, name: called, uscc, filingNo, type, legalStatus, address }) => (
                <li key={id}>
                  <Link className="row" to={`/organisations/${id}`}>
                    <span className="row-main">
                      <span className="row-title">{called}</span>
                      <span className="row-sub">
                        {[uscc ?? filingNo, label(type), address].filter(Boolean).join(' · ')}
                      </span>
                    </span>
                    <Tag className="state state-plain">{label(legalStatus)}</Tag>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Paged>
      </section>
    </>
  );
}
