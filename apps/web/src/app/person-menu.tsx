import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link, useNavigate } from 'react-router';

import { meQuery } from '../api/queries.js';
import { signOut } from '../pages/sign-in/sign-in.js';
import { useTexts } from '../text/language.js';
import type { Live } from './live.js';

const TEXTS = {
  account: ['账号安全', 'Account'],
  deputies: ['代理设置', 'Deputies'],
  out: ['退出登录', 'Sign out'],
  LIVE: ['实时更新中', 'Live'],
  CONNECTING: ['正在连接', 'Connecting'],
  AWAY: ['连接已断开,正在重连', 'Disconnected, trying again'],
} as const;

/** Who is signed in, and what concerns the person rather than a case. */
export function PersonMenu({ live }: { readonly live: Live }) {
  const t = useTexts(TEXTS);
  const { data: me } = useQuery(meQuery);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute('open');
  const leave = async () => {
    await signOut().catch(() => undefined);
    queries.clear();
    await navigate('/sign-in', { replace: true });
  };
  return (
    <details
      className="menu"
      ref={menu}
      onBlur={({ currentTarget, relatedTarget }) => (currentTarget.contains(relatedTarget) ? undefined : close())}
    >
      <summary title={t(live)}>
        <span className={`live live-${live.toLowerCase()}`} role="img" aria-label={t(live)} />
        {me?.name ?? ''}
      </summary>
      <ul>
        <li>
          <Link to="/account" onClick={close}>
            {t('account')}
          </Link>
        </li>
        <li>
          <Link to="/deputies" onClick={close}>
            {t('deputies')}
          </Link>
        </li>
        <li>
          <button type="button" onClick={() => void leave()}>
            {t('out')}
          </button>
        </li>
      </ul>
    </details>
  );
}
