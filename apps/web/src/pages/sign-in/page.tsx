import { useQueryClient } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';

import { sessionBegun } from '../../app/session.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { SignInForm } from './form.js';

const TEXTS = {
  title: ['登录', 'Sign in'],
  welcome: ['社会组织党建与管理事项办理', 'Matters of social organisations, from application to end'],
  public: ['公开信息(无需登录)', 'Public information (no sign-in)'],
  progress: ['查询办件进度', 'Follow a case'],
  check: ['核验文书真伪', 'Check a paper'],
} as const;

/** Sign-in with the second factor; goes on to where the visitor wanted to be. */
export function SignInPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const next = search.get('next') ?? '/';
  const signedIn = async () => {
    queries.clear();
    sessionBegun();
    // Only a place of this application: an address of another site may have been put into the link.
    await navigate(/^\/(?!\/)/.test(next) ? next : '/', { replace: true });
  };
  return (
    <div className="sign-in">
      <Card className="sign-in-card">
        <h1>{t('title')}</h1>
        <p className="muted">{t('welcome')}</p>
        <SignInForm onSignedIn={signedIn} />
      </Card>
      <p className="sign-in-ways">
        <Link to="/public">{t('public')}</Link>
        <Link to="/public/progress">{t('progress')}</Link>
        <Link to="/check">{t('check')}</Link>
      </p>
    </div>
  );
}
