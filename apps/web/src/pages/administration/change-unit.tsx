import { queryOptions, useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';

import type { Answer } from '../../api/answer.js';
import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';
import { ChoiceItem } from './choice-item.js';
import { readUsers } from './queries.js';
import type { Unit } from './queries.js';
import { SearchField } from './search-field.js';
import { UNIT_TEXTS } from './unit-texts.js';

type Setup = Answer<'/api/v1/units/{id}'>;

const setupQuery = (id: string) =>
  queryOptions({
    queryKey: ['live', 'units', id],
    queryFn: () => answered(api.GET('/api/v1/units/{id}', { params: { path: { id } } })),
  });

interface Props {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly onClose: () => void;
}

/** Renames a unit, moves it in the tree, names its leader. */
export function ChangeUnit({ unit, units, onClose }: Props) {
  const t = useTexts(UNIT_TEXTS);
  const setup = useQuery(setupQuery(unit.id));
  return (
    <Modal open title={`${t('change')} ${unit.name}`} footer={null} onCancel={onClose} mask={{ closable: false }}>
      <Shown query={setup}>{(found) => <UnitForm setup={found} units={units} onClose={onClose} />}</Shown>
    </Modal>
  );
}

interface Fields {
  readonly name: string;
  readonly parentId?: string | null;
  readonly docWord?: string | null;
  readonly leaderUserId?: string | null;
}

function UnitForm({ setup, units, onClose }: { readonly setup: Setup } & Pick<Props, 'units' | 'onClose'>) {
  const t = useTexts(UNIT_TEXTS);
  const { send, busy, error } = useWrite(({ name, parentId, docWord, leaderUserId }: Fields, key) => {
    const word = docWord?.trim() ?? '';
    return answered(
      api.PATCH('/api/v1/units/{id}', {
        params: { path: { id: setup.id }, header: keyed(key) },
        body: {
          name,
          parentId: parentId ?? null,
          docWord: word === '' ? null : word,
          leaderUserId: leaderUserId ?? null,
        },
      }),
    );
  }, onClose);
  const { name, parentId, docWord, leader } = setup;
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      onFinish={send}
      initialValues={{ name, parentId, docWord, leaderUserId: leader?.userId }}
    >
      <Refusal error={error} />
      <p className="effect">{t('effect')}</p>
      <Form.Item name="name" label={t('name')} rules={[{ required: true, message: t('wanted') }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="parentId" label={t('parent')}>
        <ChoiceItem
          empty={t('noParent')}
          options={units.filter(({ id }) => id !== setup.id).map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      <Form.Item name="docWord" label={t('docWord')} extra={t('docWordHint')}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="leaderUserId" label={t('leader')} extra={t('leaderHint')}>
        <LeaderPick present={leader} />
      </Form.Item>
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}

interface PickProps {
  readonly present: Setup['leader'];
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | undefined) => void;
}

function LeaderPick({ present, ...item }: PickProps) {
  const t = useTexts(UNIT_TEXTS);
  const [q, setQ] = useState('');
  const found = useQuery({ queryKey: ['live', 'users', 'pick', q], queryFn: () => readUsers(q, undefined) });
  const known = (found.data?.items ?? [])
    .filter(({ disabledAt }) => disabledAt === null)
    .map(({ id, name, username }) => ({ value: id, label: `${name} (${username ?? ''})` }));
  const isListed = present === null || known.some(({ value }) => value === present.userId);
  const options = isListed ? known : [{ value: present.userId, label: present.name }, ...known];
  return (
    <div className="administration-pick">
      <SearchField label={t('findLeader')} onSearch={setQ} />
      <ChoiceItem {...item} empty={t('noLeader')} options={options} />
    </div>
  );
}
