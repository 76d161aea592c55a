import { useQueries, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Modal } from 'antd';
import { useState } from 'react';

import { VENTURE_THEMES } from '#domain/venture-round/terms.js';
import type { VentureTheme } from '#domain/venture-round/terms.js';
import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { useAlone } from '../../parts/alone.js';
import { Choice } from '../../parts/choice.js';
import { Refusal } from '../../parts/refusal.js';
import { useLabel, useTexts } from '../../text/language.js';
import { candidatesQuery } from './judge-queries.js';
import type { Judge } from './judge-queries.js';
import { OrganisationSearch } from './organisation-search.js';
import { Count } from './setup/fields.js';

const TEXTS = {
  add: ['评委入库', 'Add a judge'],
  change: ['更改{name}', 'Change {name}'],
  who: ['人员', 'Who'],
  choose: ['请选择', 'Choose'],
  whoHint: ['持有评委角色、尚未入库的人员', 'Users with the role of a judge who are not in the pool'],
  nobody: [
    '没有可入库的人员:评委角色由系统管理员授予。',
    'There is nobody to add: administrators grant the role of a judge.',
  ],
  fields: ['专业领域', 'Fields'],
  employer: ['工作单位', 'Employer'],
  employerName: ['工作单位名称', 'Name of the employer'],
  linked: ['已关联本系统的单位,用于回避核对', 'It is one of our records, so that conflicts are found'],
  unlink: ['取消关联', 'Unlink'],
  link: ['关联本系统的社会组织', 'Link to an organisation of our records'],
  evaluated: ['曾评估过项目的单位', 'Organisations whose projects they evaluated'],
  addEvaluated: ['增加单位', 'Add an organisation'],
  remove: ['移除{name}', 'Remove {name}'],
  removeShort: ['移除', 'Remove'],
  load: ['每届最多项目', 'Most projects of a round'],
  projects: ['个', ''],
  save: ['保存', 'Save'],
  cancel: ['取消', 'Cancel'],
} as const;

interface Entry {
  readonly userId: string | null;
  readonly fields: readonly VentureTheme[];
  readonly employerId: string | null;
  readonly employerName: string;
  readonly evaluatedOrganisationIds: readonly string[];
  readonly maxLoad: number;
}

const DEFAULT_LOAD = 20;

const entryOf = (judge: Judge | null): Entry => ({
  userId: judge?.userId ?? null,
  fields: VENTURE_THEMES.flatMap(({ slug }) => (judge?.fields.includes(slug) === true ? [slug] : [])),
  employerId: judge?.employerId ?? null,
  employerName: judge?.employerName ?? '',
  evaluatedOrganisationIds: judge?.evaluatedOrganisationIds ?? [],
  maxLoad: judge?.maxLoad ?? DEFAULT_LOAD,
});

/** What is recorded of a judge; `judge` null: somebody who enters the pool. */
export function JudgeDialog({ judge, onClose }: { readonly judge: Judge | null; readonly onClose: () => void }) {
  useAlone();
  const t = useTexts(TEXTS);
  const label = useLabel();
  const [entry, setEntry] = useState<Entry>(() => entryOf(judge));
  const put = (part: Partial<Entry>) => setEntry((before) => ({ ...before, ...part }));
  const save = useWrite((written: Entry, key) => saved(judge, written, key), onClose);
  return (
    <Modal
      open
      title={judge === null ? t('add') : t('change', { name: judge.name })}
      onCancel={onClose}
      footer={null}
      width="min(640px, 96vw)"
      mask={{ closable: false }}
    >
      {judge === null ? <Who userId={entry.userId} onChange={(userId) => put({ userId })} /> : null}
      <Form.Item label={t('fields')} layout="vertical">
        <Checkbox.Group
          className="choices"
          value={[...entry.fields]}
          options={VENTURE_THEMES.map(({ slug, ...names }) => ({ value: slug, label: label(names) }))}
          onChange={(chosen) =>
            put({ fields: VENTURE_THEMES.flatMap(({ slug }) => (chosen.includes(slug) ? [slug] : [])) })
          }
        />
      </Form.Item>
      <Form.Item label={t('employerName')} htmlFor="employerName" layout="vertical">
        <Input
          id="employerName"
          value={entry.employerName}
          maxLength={100}
          disabled={entry.employerId !== null}
          onChange={({ target }) => put({ employerName: target.value })}
        />
        {entry.employerId === null ? (
          <OrganisationSearch
            label={t('link')}
            onChoose={({ id, name }) => put({ employerId: id, employerName: name })}
          />
        ) : (
          <p className="muted">
            {t('linked')}{' '}
            <Button size="small" onClick={() => put({ employerId: null })}>
              {t('unlink')}
            </Button>
          </p>
        )}
      </Form.Item>
      <Evaluated
        ids={entry.evaluatedOrganisationIds}
        onChange={(evaluatedOrganisationIds) => put({ evaluatedOrganisationIds })}
      />
      <Form.Item label={t('load')} htmlFor="maxLoad" layout="vertical">
        <Count
          id="maxLoad"
          label={t('load')}
          value={entry.maxLoad}
          max={10_000}
          unit={t('projects')}
          onChange={(maxLoad) => put({ maxLoad: maxLoad ?? DEFAULT_LOAD })}
        />
      </Form.Item>
      <Refusal error={save.error} />
      <div className="form-end">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" disabled={entry.userId === null} loading={save.busy} onClick={() => save.send(entry)}>
          {t('save')}
        </Button>
      </div>
    </Modal>
  );
}

function saved(judge: Judge | null, { userId, ...written }: Entry, key: string) {
  const employerName = written.employerName.trim();
  const body = {
    ...written,
    fields: [...written.fields],
    evaluatedOrganisationIds: [...written.evaluatedOrganisationIds],
    employerName: employerName === '' ? null : employerName,
  };
  if (judge === null)
    return answered(
      api.POST('/api/v1/judges', { params: { header: keyed(key) }, body: { userId: userId ?? '', ...body } }),
    );
  return answered(api.PUT('/api/v1/judges/{id}', { params: { path: { id: judge.id }, header: keyed(key) }, body }));
}

function Who({ userId, onChange }: { readonly userId: string | null; readonly onChange: (id: string | null) => void }) {
  const t = useTexts(TEXTS);
  const candidates = useQuery(candidatesQuery);
  const items = candidates.data?.items ?? [];
  const isEmpty = candidates.data !== undefined && items.length === 0;
  return (
    <Form.Item label={t('who')} htmlFor="judge" layout="vertical" extra={t(isEmpty ? 'nobody' : 'whoHint')}>
      <Refusal error={candidates.error} again={() => candidates.refetch()} />
      <Choice
        id="judge"
        value={userId ?? undefined}
        empty={t('choose')}
        options={items.map((one) => ({
          value: one.userId,
          label: [one.name, one.unitName].filter(Boolean).join(' · '),
        }))}
        onChange={(id) => onChange(id ?? null)}
      />
    </Form.Item>
  );
}

function Evaluated({
  ids,
  onChange,
}: {
  readonly ids: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}) {
  const t = useTexts(TEXTS);
  const found = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['organisation', id],
      queryFn: () => answered(api.GET('/api/v1/organisations/{id}', { params: { path: { id } } })),
    })),
  });
  return (
    <Form.Item label={t('evaluated')} layout="vertical">
      <ul className="rounds-chosen">
        {ids.map((id, place) => {
          const name = found[place]?.data?.name ?? '…';
          return (
            <li key={id}>
              {name}
              <Button
                size="small"
                aria-label={t('remove', { name })}
                onClick={() => onChange(ids.filter((one) => one !== id))}
              >
                {t('removeShort')}
              </Button>
            </li>
          );
        })}
      </ul>
      <OrganisationSearch
        label={t('addEvaluated')}
        onChoose={({ id }) => onChange(ids.includes(id) ? ids : [...ids, id])}
      />
    </Form.Item>
  );
}
