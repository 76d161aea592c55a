import { Button, Form, Input } from 'antd';
import type { InputRef } from 'antd';
import { useState } from 'react';

import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';
import { signIn, verifyCode } from './sign-in.js';

const TEXTS = {
  username: ['用户名', 'Username'],
  password: ['密码', 'Password'],
  next: ['登录', 'Sign in'],
  code: ['动态验证码', 'One-time code'],
  codeHelp: [
    '打开身份验证器,输入 6 位数字;手机不在身边时可用备用码。',
    'Six digits from your authenticator, or a backup code.',
  ],
  verify: ['验证并登录', 'Verify and sign in'],
  back: ['返回上一步', 'Back'],
  usernameWanted: ['请输入用户名', 'Enter your username'],
  passwordWanted: ['请输入密码', 'Enter your password'],
  codeWanted: ['请输入验证码', 'Enter the code'],
} as const;

interface Fields {
  readonly username: string;
  readonly password: string;
  readonly code: string;
}

/** What appears because of a press is where the next key goes. */
const focused = (input: InputRef | null) => input?.focus();

/** Username and password, then the second factor where the account has one. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => unknown }) {
  const t = useTexts(TEXTS);
  const [step, setStep] = useState<'PASSWORD' | 'CODE'>('PASSWORD');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const send = async ({ username, password, code }: Fields) => {
    setBusy(true);
    setError(null);
    try {
      if (step === 'PASSWORD' && (await signIn(username.trim(), password)) === 'CODE_WANTED') setStep('CODE');
      else {
        if (step === 'CODE') await verifyCode(code.trim());
        await onSignedIn();
      }
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => void send(fields)} size="large">
      <Refusal error={error} />
      {step === 'PASSWORD' ? (
        <>
          <Form.Item name="username" label={t('username')} rules={[{ required: true, message: t('usernameWanted') }]}>
            <Input autoComplete="username" autoCapitalize="none" />
          </Form.Item>
          <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordWanted') }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
        </>
      ) : (
        <Form.Item
          name="code"
          label={t('code')}
          extra={t('codeHelp')}
          rules={[{ required: true, message: t('codeWanted') }]}
        >
          <Input autoComplete="one-time-code" inputMode="numeric" maxLength={40} ref={focused} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {step === 'PASSWORD' ? t('next') : t('verify')}
      </Button>
      {step === 'CODE' ? (
        <Button type="link" block className="form-back" onClick={() => setStep('PASSWORD')}>
          {t('back')}
        </Button>
      ) : null}
    </Form>
  );
}
