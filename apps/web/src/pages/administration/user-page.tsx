import { useQuery } from '@tanstack/react-query';
import { App, Button, Tag } from 'antd';
import { Link, useParams } from 'react-router';

import type { Answer } from '../../api/answer.js';
import { answered, api, keyed } from '../../api/client.js';
import { meQuery } from '../../api/queries.js';
import { useWrite } from '../../api/use-write.js';
import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { roleLabel } from '../home/roles.js';
import { GrantForm } from './grant-form.js';
import { userQuery } from './queries.js';
import { AdministrationTabs } from './tabs.js';

const TEXTS = {
  title: ['用户', 'User'],
  back: ['返回用户列表', 'Back to the users'],
  username: ['用户名', 'Username'],
  second: ['双因素验证', 'Second factor'],
  bound: ['已绑定', 'set up'],
  unbound: ['未绑定', 'not set up'],
  person: ['关联人员', 'Person'],
  linked: ['已关联,可核对回避关系', 'linked: conflicts of interest can be found'],
  unlinked: ['未关联,系统无法核对回避关系', 'none: conflicts of interest cannot be found'],
  disabled: ['已停用', 'disabled'],
  disable: ['停用', 'Disable'],
  disableEffect: [
    '停用后该用户立即退出,不能再登录。确定停用?',
    'The user is out at once and cannot come back. Disable?',
  ],
  enable: ['启用', 'Enable'],
  unlock: ['解锁登录', 'Unlock'],
  unlocked: ['已解锁,可以重新登录。', 'Unlocked.'],
  yes: ['确定', 'Yes'],
  no: ['取消', 'No'],
  roles: ['角色', 'Roles'],
  noRoles: ['还没有角色;没有角色的用户只能看自己的通知。', 'No role yet.'],
  span: ['自 {from}', 'from {from}'],
  spanTo: ['自 {from} 至 {to}', '{from} to {to}'],
  past: ['已结束', 'ended'],
  coming: ['尚未开始', 'not yet'],
  end: ['收回', 'End it'],
  endEffect: ['收回后该角色立即失效,记录保留。确定收回?', 'It ends at once; that it was held is kept. End it?'],
  grant: ['授予角色', 'Grant a role'],
} as const;

type UserDetail = Answer<'/api/v1/users/{id}'>;
type Grant = UserDetail['grants'][number];

/** One account: its state, its roles, and what an administrator may do to them. */
export function UserPage() {
  const t = useTexts(TEXTS);
  const { id = '' } = useParams();
  const user = useQuery(userQuery(id));
  useTitle(user.data?.name ?? t('title'));
  return (
    <>
      <AdministrationTabs />
      <p>
        <Link to="/administration">{t('back')}</Link>
      </p>
      <Shown query={user}>
        {(detail) => (
          <>
            <Account user={detail} />
            <section className="panel">
              <h2>{t('roles')}</h2>
              {detail.grants.length === 0 ? (
                <Nothing>{t('noRoles')}</Nothing>
              ) : (
                <ul className="rows">
                  {detail.grants.toReversed().map((grant) => (
                    <GrantRow key={grant.id} userId={detail.id} grant={grant} />
                  ))}
                </ul>
              )}
            </section>
            <section className="panel">
              <h2>{t('grant')}</h2>
              <GrantForm userId={detail.id} />
            </section>
          </>
        )}
      </Shown>
    </>
  );
}

function Account({ user }: { readonly user: UserDetail }) {
  const t = useTexts(TEXTS);
  const { message, modal } = App.useApp();
  const isMe = useQuery(meQuery).data?.id === user.id;
  const change = useWrite((what: 'disable' | 'enable' | 'unlock', key) => {
    const params = { path: { id: user.id }, header: keyed(key) };
    if (what === 'disable') return answered(api.POST('/api/v1/users/{id}/disable', { params }));
    if (what === 'enable') return answered(api.POST('/api/v1/users/{id}/enable', { params }));
    return answered(api.POST('/api/v1/users/{id}/unlock', { params })).then(() => void message.success(t('unlocked')));
  });
  const facts = [
    [t('username'), user.username ?? ''],
    [t('second'), t(user.twoFactorEnabled ? 'bound' : 'unbound')],
    [t('person'), t(user.personId === null ? 'unlinked' : 'linked')],
  ];
  const disable = () =>
    void modal.confirm({
      title: t('disableEffect'),
      okText: t('yes'),
      cancelText: t('no'),
      onOk: () => change.send('disable'),
    });
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          {user.name} {user.disabledAt === null ? null : <Tag className="state state-late">{t('disabled')}</Tag>}
        </h2>
      </div>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Refusal error={change.error} />
      <div className="administration-buttons">
        {user.disabledAt !== null ? (
          <Button loading={change.busy} onClick={() => change.send('enable')}>
            {t('enable')}
          </Button>
        ) : (
          <Button danger disabled={isMe} loading={change.busy} onClick={disable}>
            {t('disable')}
          </Button>
        )}
        <Button loading={change.busy} onClick={() => change.send('unlock')}>
          {t('unlock')}
        </Button>
      </div>
    </section>
  );
}

function GrantRow({ userId, grant }: { readonly userId: string; readonly grant: Grant }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { modal } = App.useApp();
  const { id, role, unitName, organisationName, validFrom, validTo } = grant;
  const now = new Date();
  const isPast = validTo !== null && new Date(validTo) <= now;
  const end = useWrite((_: null, key) =>
    answered(
      api.DELETE('/api/v1/users/{id}/grants/{grantId}', {
        params: { path: { id: userId, grantId: id }, header: keyed(key) },
      }),
    ),
  );
  const span = { from: minuteOf(validFrom, language), to: validTo === null ? '' : minuteOf(validTo, language) };
  const confirm = () =>
    void modal.confirm({
      title: t('endEffect'),
      okText: t('yes'),
      cancelText: t('no'),
      onOk: () => end.send(null),
    });
  return (
    <li className={isPast ? 'row administration-past' : 'row'}>
      <span className="row-main">
        <span>{[unitName ?? organisationName, label(roleLabel(role))].filter(Boolean).join(' ')}</span>
        <span className="row-sub">{t(validTo === null ? 'span' : 'spanTo', span)}</span>
        <Refusal error={end.error} />
      </span>
      <span className="row-end">
        {isPast ? <span className="muted">{t('past')}</span> : null}
        {new Date(validFrom) > now ? <span className="muted">{t('coming')}</span> : null}
        {isPast ? null : (
          <Button loading={end.busy} onClick={confirm} aria-label={`${t('end')} ${label(roleLabel(role))}`}>
            {t('end')}
          </Button>
        )}
      </span>
    </li>
  );
}
