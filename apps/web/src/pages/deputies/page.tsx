import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';

import type { Answer } from '../../api/answer.js';
import { answered, api, done, keyed, newKey } from '../../api/client.js';
import { meQuery } from '../../api/queries.js';
import { Choice } from '../../parts/choice.js';
import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { useTitle } from '../../parts/title.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { isoDayOf, minuteOf } from '../../text/time.js';
import { colleaguesQuery } from './colleagues.js';

type Deputation = Answer<'/api/v1/deputations'>['items'][number];

const TEXTS = {
  title: ['代理设置', 'Deputies'],
  about: [
    '外出或休假时,可委托同单位人员代为办理您的待办。代理人以自己的账号办理,记录中注明“代您办理”;代理不能再转委托。',
    'While you are away, a colleague may handle your tasks. They act by their own account, named as your deputy, and pass nothing on.',
  ],
  deputy: ['代理人', 'Deputy'],
  from: ['自', 'From'],
  to: ['至', 'Until'],
  choose: ['请选择', 'Choose'],
  wanted: ['请填写', 'To be filled in'],
  add: ['委托代理', 'Appoint'],
  given: ['代理情况', 'Deputations'],
  none: ['没有代理。', 'There are none.'],
  byMe: ['由 {name} 代您办理', '{name} stands in for you'],
  forOthers: ['您代 {name} 办理', 'You stand in for {name}'],
  span: ['{from} 至 {to}', '{from} to {to}'],
  revoked: ['已撤销', 'revoked'],
  revoke: ['撤销', 'Revoke'],
  noOffice: ['只有在机关单位任职的人员需要设置代理。', 'Only officials appoint deputies.'],
  done: ['已设置代理。', 'Done.'],
} as const;

interface Fields {
  readonly deputyId: string;
  readonly from: string;
  readonly to: string;
}

/** Who stands in for whom, and appointing a deputy. */
export function DeputiesPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const { data: me } = useQuery(meQuery);
  const deputations = useQuery({
    queryKey: ['live', 'deputations'],
    queryFn: () => answered(api.GET('/api/v1/deputations')),
  });
  const inOffice = me?.grants.some(({ unitId }) => unitId !== null) === true;
  return (
    <div className="narrow">
      <h1>{t('title')}</h1>
      <section className="panel">
        <p className="prose">{t(inOffice ? 'about' : 'noOffice')}</p>
        {inOffice ? <Appoint /> : null}
      </section>
      <section className="panel">
        <h2>{t('given')}</h2>
        <Shown query={deputations}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing>{t('none')}</Nothing>
            ) : (
              <ul className="rows">
                {items.map((deputation) => (
                  <One key={deputation.id} deputation={deputation} isMine={deputation.principalId === me?.id} />
                ))}
              </ul>
            )
          }
        </Shown>
      </section>
    </div>
  );
}

function Appoint() {
  const t = useTexts(TEXTS);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const colleagues = useQuery(colleaguesQuery);
  const appoint = useMutation({
    mutationFn: ({ deputyId, from, to }: Fields) =>
      done(
        api.POST('/api/v1/deputations', {
          params: { header: keyed(newKey()) },
          // Whole days in Shanghai.
          body: { deputyId, from: `${from}T00:00:00+08:00`, to: `${to}T23:59:59+08:00` },
        }),
      ),
    onSuccess: async () => {
      form.resetFields();
      void message.success(t('done'));
      await queries.invalidateQueries({ queryKey: ['live', 'deputations'] });
    },
  });
  const rules = [{ required: true, message: t('wanted') }];
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(fields) => appoint.mutate(fields)}
      initialValues={{ from: isoDayOf(new Date()) }}
    >
      <Refusal error={colleagues.error ?? appoint.error} />
      <Form.Item name="deputyId" label={t('deputy')} rules={rules}>
        <Deputy
          options={(colleagues.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name }))}
          empty={t('choose')}
        />
      </Form.Item>
      <div className="fields">
        <Form.Item name="from" label={t('from')} rules={rules}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={t('to')} rules={rules}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" loading={appoint.isPending}>
        {t('add')}
      </Button>
    </Form>
  );
}

interface DeputyProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly empty: string;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

/** `Form.Item` gives id, value and change. */
function Deputy({ id, value, onChange, options, empty }: DeputyProps) {
  return (
    <Choice
      {...(id === undefined ? {} : { id })}
      value={value}
      empty={empty}
      options={options}
      onChange={(next) => onChange?.(next)}
    />
  );
}

function One({ deputation, isMine }: { readonly deputation: Deputation; readonly isMine: boolean }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const queries = useQueryClient();
  const { id, principalName, deputyName, from, to, revokedAt } = deputation;
  const revoke = useMutation({
    mutationFn: (key: string) =>
      done(api.DELETE('/api/v1/deputations/{id}', { params: { path: { id }, header: keyed(key) } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['live', 'deputations'] }),
  });
  return (
    <li className="row">
      <span className="row-main">
        <span>{isMine ? t('byMe', { name: deputyName }) : t('forOthers', { name: principalName })}</span>
        <span className="row-sub">{t('span', { from: minuteOf(from, language), to: minuteOf(to, language) })}</span>
        <Refusal error={revoke.error} />
      </span>
      {revokedAt === null ? (
        isMine ? (
          <Button loading={revoke.isPending} onClick={() => revoke.mutate(newKey())}>
            {t('revoke')}
          </Button>
        ) : null
      ) : (
        <span className="muted">{t('revoked')}</span>
      )}
    </li>
  );
}
