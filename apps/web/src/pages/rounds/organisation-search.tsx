import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { useTexts } from '../../text/language.js';

const TEXTS = {
  hint: ['输入名称中的字查找', 'Type a part of the name'],
  none: ['没有找到', 'None found'],
  search: ['查找', 'Search'],
} as const;

const SHOWN = 8;

interface Found {
  readonly id: string;
  readonly name: string;
}

/** An organisation that is found by a part of its name. */
export function OrganisationSearch({
  label,
  onChoose,
}: {
  readonly label: string;
  readonly onChoose: (organisation: Found) => void;
}) {
  const t = useTexts(TEXTS);
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const found = useQuery({
    queryKey: ['organisations', 'named', words],
    queryFn: () => answered(api.GET('/api/v1/organisations', { params: { query: { name: words, limit: SHOWN } } })),
    enabled: words !== '',
  });
  const choose = (organisation: Found) => {
    setTyped('');
    setWords('');
    onChoose(organisation);
  };
  return (
    <div className="rounds-search">
      <Input.Search
        aria-label={label}
        placeholder={`${label}：${t('hint')}`}
        value={typed}
        maxLength={60}
        enterButton={t('search')}
        loading={found.isFetching}
        onChange={({ target }) => setTyped(target.value)}
        onSearch={(next) => setWords(next.trim())}
      />
      {found.data === undefined || words === '' ? null : (
        <ul className="rounds-chosen">
          {found.data.items.length === 0 ? <li className="muted">{t('none')}</li> : null}
          {found.data.items.map(({ id, name }) => (
            <li key={id}>
              <Button type="link" size="small" onClick={() => choose({ id, name })}>
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
