import { queryOptions, useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';

import type { Answer } from '../../api/answer.js';
import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { StackTable } from '../../parts/stack-table.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { dayOf, isoDayOf } from '../../text/time.js';
import { DEFAULT_NAMES, MATTER_NAMES, unitOf, valueOfText, wordsOf } from './default-words.js';
import { AdministrationTabs } from './tabs.js';

const TEXTS = {
  title: ['默认参数', 'Defaults'],
  about: [
    '期限、比例和门槛的默认值。更改须指明生效日期;已经在办的件、已经开始的年检季和创投届次沿用开始时的数值。',
    'Limits, rates and thresholds. A change has a day from which it counts; what runs keeps what it started with.',
  ],
  name: ['参数', 'Default'],
  value: ['现行值', 'In force'],
  since: ['生效', 'Since'],
  shipped: ['出厂值 {value}', 'shipped: {value}'],
  asShipped: ['出厂值', 'as shipped'],
  planned: ['{day} 起为 {value}', '{value} from {day} on'],
  change: ['更改', 'Change'],
  next: ['新值', 'New value'],
  list: ['多个数用逗号隔开', 'Several numbers with commas'],
  from: ['生效日期', 'From'],
  save: ['保存', 'Save'],
  saved: ['已保存。', 'Saved.'],
  effect: [
    '自生效日零时起,新提交的办件按新值办理;在办的不变。',
    'From that day on new cases use it; those that run keep theirs.',
  ],
  wanted: ['请填写', 'To be filled in'],
  noForm: ['这一项由多个值组成,请联系技术人员更改。', 'This one has several parts and is changed by technicians.'],
} as const;

type Setting = Answer<'/api/v1/settings'>['items'][number];

const settingsQuery = queryOptions({
  queryKey: ['live', 'settings'],
  queryFn: () => answered(api.GET('/api/v1/settings')),
});

/** The register of defaults, by matter, with the days from which they count. */
export function DefaultsPage() {
  const t = useTexts(TEXTS);
  const label = useLabel();
  useTitle(t('title'));
  const settings = useQuery(settingsQuery);
  const [open, setOpen] = useState<Setting | null>(null);
  return (
    <>
      <AdministrationTabs />
      <section className="panel">
        <p className="prose">{t('about')}</p>
        <Shown query={settings}>
          {({ items }) => (
            <>
              {Object.entries(MATTER_NAMES).map(([matter, name]) => (
                <section key={matter} className="administration-part">
                  <h2>{label(name)}</h2>
                  <Table settings={items.filter((item) => item.matter === matter)} onOpen={setOpen} />
                </section>
              ))}
            </>
          )}
        </Shown>
      </section>
      {open === null ? null : <Change setting={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function Table({
  settings,
  onOpen,
}: {
  readonly settings: readonly Setting[];
  readonly onOpen: (setting: Setting) => void;
}) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  return (
    <StackTable columns={[{ name: t('name') }, { name: t('value') }, { name: t('since') }, { name: t('change') }]}>
      {settings.map((setting) => {
        const { key, value, since, shipped, planned } = setting;
        const name = label(DEFAULT_NAMES[key] ?? { zh: key, en: key });
        return (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className="administration-value" data-name={t('value')}>
              {wordsOf(key, value, language)}
              {planned.map((one) => (
                <div key={one.from} className="administration-planned">
                  {t('planned', { day: dayOf(one.from, language), value: wordsOf(key, one.value, language) })}
                </div>
              ))}
            </td>
            <td data-name={t('since')}>
              {since === null ? t('asShipped') : dayOf(since, language)}
              {since === null ? null : (
                <div className="muted">{t('shipped', { value: wordsOf(key, shipped, language) })}</div>
              )}
            </td>
            <td data-name={t('change')}>
              <Button size="small" onClick={() => onOpen(setting)} aria-label={`${t('change')} ${name}`}>
                {t('change')}
              </Button>
            </td>
          </tr>
        );
      })}
    </StackTable>
  );
}

interface Fields {
  readonly text: string;
  readonly from: string;
}

function Change({ setting, onClose }: { readonly setting: Setting; readonly onClose: () => void }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { message } = App.useApp();
  const { key, value } = setting;
  const { send, busy, error } = useWrite(
    ({ text, from }: Fields, requestKey) =>
      answered(
        api.PUT('/api/v1/settings/{key}', {
          params: { path: { key }, header: keyed(requestKey) },
          body: { value: valueOfText(text, value), from },
        }),
      ),
    () => {
      void message.success(t('saved'));
      onClose();
    },
  );
  const wanted = [{ required: true, message: t('wanted') }];
  const isCompound = typeof value === 'object' && value !== null && !Array.isArray(value);
  return (
    <Modal
      open
      title={label(DEFAULT_NAMES[key] ?? { zh: key, en: key })}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {isCompound ? (
        <p>{t('noForm')}</p>
      ) : (
        <Form<Fields>
          layout="vertical"
          requiredMark={false}
          onFinish={send}
          initialValues={{ text: textOf(value), from: isoDayOf(new Date()) }}
        >
          <Refusal error={error} />
          <p className="effect">{t('effect')}</p>
          <Form.Item
            name="text"
            label={[t('next'), unitOf(key, language)].filter(Boolean).join(' / ')}
            extra={Array.isArray(value) ? t('list') : undefined}
            rules={wanted}
          >
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="from" label={t('from')} rules={wanted}>
            <Input type="date" min={isoDayOf(new Date())} />
          </Form.Item>
          <div className="form-end">
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('save')}
            </Button>
          </div>
        </Form>
      )}
    </Modal>
  );
}

function textOf(value: Setting['value']): string {
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'object' ? '' : String(value);
}
