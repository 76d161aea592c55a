import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useTexts } from '../../text/language.js';
import { ChoiceItem } from './choice-item.js';
import { SearchField } from './search-field.js';

const TEXTS = {
  search: ['查找组织名称', 'Find an organisation'],
  choose: ['请选择', 'Choose'],
  more: ['只列出前 50 个,请输入名称查找', 'The first 50 only: type a part of the name'],
} as const;
const MOST = 50;

interface Props {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

/** An organisation out of thousands: a part of its name first. */
export function OrganisationPick(props: Props) {
  const t = useTexts(TEXTS);
  const [name, setName] = useState('');
  const found = useQuery({
    queryKey: ['organisations', name],
    queryFn: () =>
      answered(
        api.GET('/api/v1/organisations', { params: { query: { limit: MOST, ...(name === '' ? {} : { name }) } } }),
      ),
  });
  const items = found.data?.items ?? [];
  return (
    <div className="administration-pick">
      <SearchField label={t('search')} onSearch={setName} />
      <ChoiceItem
        {...props}
        empty={t('choose')}
        options={items.map((organisation) => ({ value: organisation.id, label: organisation.name }))}
      />
      {found.data?.nextCursor == null ? null : <small className="muted">{t('more')}</small>}
    </div>
  );
}
