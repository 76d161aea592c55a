import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { usePages } from '../../api/use-pages.js';
import { Nothing } from '../../parts/empty.js';
import { Paged } from '../../parts/paged.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useTexts } from '../../text/language.js';
import { roleLabel } from '../home/roles.js';
import { NewUser } from './new-user.js';
import { readUsers } from './queries.js';
import type { User } from './queries.js';
import { SearchField } from './search-field.js';
import { AdministrationTabs } from './tabs.js';

const TEXTS = {
  title: ['用户管理', 'Users'],
  search: ['查找姓名或用户名', 'Find a name or a username'],
  add: ['新增用户', 'Add a user'],
  none: ['没有符合条件的用户。', 'No user fits.'],
  disabled: ['已停用', 'disabled'],
  noRole: ['没有角色', 'no role'],
  unlinked: ['未关联人员', 'no person linked'],
} as const;

/** Users with the roles that they hold. */
export function UsersPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const navigate = useNavigate();
  const [q, setQ] = useState('');
  const [adding, setAdding] = useState(false);
  const pages = usePages<User>(['live', 'users', q], (cursor) => readUsers(q, cursor));
  return (
    <>
      <AdministrationTabs />
      <section className="panel">
        <div className="administration-bar">
          <SearchField label={t('search')} onSearch={setQ} />
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        </div>
        <Paged pages={pages} empty={<Nothing>{t('none')}</Nothing>}>
          {(users) => (
            <ul className="rows administration-users">
              {users.map((user) => (
                <li key={user.id}>
                  <UserRow user={user} />
                </li>
              ))}
            </ul>
          )}
        </Paged>
      </section>
      {adding ? (
        <NewUser onClose={() => setAdding(false)} onMade={(id) => void navigate(`/administration/users/${id}`)} />
      ) : null}
    </>
  );
}

function UserRow({ user }: { readonly user: User }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const roles = user.grants.map(({ role, unitName, organisationName }) =>
    [unitName ?? organisationName, label(roleLabel(role))].filter(Boolean).join(' '),
  );
  return (
    <Link className="row" to={`/administration/users/${user.id}`}>
      <span className="row-main">
        <span className="row-title">
          {user.name} <span className="muted">{user.username}</span>
        </span>
        <span className="row-sub">{roles.length === 0 ? t('noRole') : roles.join(' / ')}</span>
      </span>
      <span className="row-end">
        {user.personId === null ? <span className="muted">{t('unlinked')}</span> : null}
        {user.disabledAt === null ? null : <Tag className="state state-late">{t('disabled')}</Tag>}
      </span>
    </Link>
  );
}
