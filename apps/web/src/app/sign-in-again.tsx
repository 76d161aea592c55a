import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';

import { meQuery } from '../api/queries.js';
import { SignInForm } from '../pages/sign-in/form.js';
import { useTexts } from '../text/language.js';
import { sessionBegun } from './session.js';

const TEXTS = {
  title: ['登录已过期', 'Your session has ended'],
  kept: ['请重新登录。页面上已填写的内容都在,登录后可继续。', 'Sign in again. What you filled in is still here.'],
} as const;

/** Laid over the page when the session ends: what was half filled in stays where it is. */
export function SignInAgain() {
  const t = useTexts(TEXTS);
  const queries = useQueryClient();
  const signedIn = async () => {
    const before = queries.getQueryData(meQuery.queryKey)?.id;
    const now = await queries.query({ ...meQuery, staleTime: 0 });
    sessionBegun();
    // Somebody else at the same screen must not see or send what the first one wrote.
    if (before !== undefined && now.id !== before) location.assign('/');
    else await queries.invalidateQueries();
  };
  return (
    <Modal
      open
      title={t('title')}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
    >
      <p>{t('kept')}</p>
      <SignInForm onSignedIn={signedIn} />
    </Modal>
  );
}
