import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, QRCode } from 'antd';
import { useState } from 'react';

import { entriesOf } from '../../api/entries.js';
import { meQuery } from '../../api/queries.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { changePassword, enrol, verifyCode } from '../sign-in/sign-in.js';

const TEXTS = {
  title: ['账号安全', 'Account'],
  second: ['动态验证码(双因素验证)', 'Second factor'],
  on: ['已启用,本次登录已通过验证。', 'In use, and passed in this session.'],
  onNotPassed: [
    '已启用,但本次登录未验证。签批前请退出并重新登录。',
    'In use, but not passed in this session. Sign in again before you sign.',
  ],
  off: ['尚未绑定。签批岗位必须绑定后才能签批。', 'Not set up. Offices that sign need it.'],
  bind: ['绑定', 'Set up'],
  password: ['当前密码', 'Your password'],
  scan: [
    '用身份验证器扫描二维码(或输入密钥),再输入 6 位数字。',
    'Scan this with an authenticator, then enter the six digits.',
  ],
  key: ['密钥', 'Key'],
  backup: ['备用码(每个只能用一次,请妥善保存)', 'Backup codes (each works once; keep them safe)'],
  code: ['动态验证码', 'One-time code'],
  confirm: ['确认绑定', 'Confirm'],
  change: ['修改密码', 'Change the password'],
  next: ['新密码(至少 10 个字符)', 'New password (10 characters or more)'],
  save: ['修改', 'Change it'],
  done: ['已完成。', 'Done.'],
  wanted: ['请填写', 'To be filled in'],
  short: ['至少 10 个字符', 'At least 10 characters'],
} as const;

const PASSWORD_MIN = 10;

/** Second factor and password. */
export function AccountPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const me = useQuery(meQuery);
  return (
    <div className="narrow">
      <h1>{t('title')}</h1>
      <section className="panel">
        <h2>{t('second')}</h2>
        <Shown query={me}>
          {({ twoFactorEnabled, twoFactorPassed }) =>
            twoFactorEnabled ? <p>{t(twoFactorPassed ? 'on' : 'onNotPassed')}</p> : <Enrolment />
          }
        </Shown>
      </section>
      <section className="panel">
        <h2>{t('change')}</h2>
        <PasswordForm />
      </section>
    </div>
  );
}

function Enrolment() {
  const t = useTexts(TEXTS);
  const queries = useQueryClient();
  const [uri, setUri] = useState<string | null>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const { run, busy, error } = useRun();
  const begin = ({ password }: { readonly password: string }) =>
    run(async () => {
      const made = new Map(entriesOf(await enrol(password)));
      const address = made.get('totpURI');
      setUri(typeof address === 'string' ? address : null);
      const given = made.get('backupCodes');
      setCodes(Array.isArray(given) ? given.map(String) : []);
    });
  const confirm = ({ code }: { readonly code: string }) =>
    run(async () => {
      await verifyCode(code.trim());
      await queries.invalidateQueries();
    });
  const rules = [{ required: true, message: t('wanted') }];
  if (uri === null)
    return (
      <Form layout="vertical" requiredMark={false} onFinish={begin}>
        <p>{t('off')}</p>
        <Refusal error={error} />
        <Form.Item name="password" label={t('password')} rules={rules}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('bind')}
        </Button>
      </Form>
    );
  return (
    <Form layout="vertical" requiredMark={false} onFinish={confirm}>
      <p>{t('scan')}</p>
      <QRCode value={uri} type="svg" />
      <p className="prose">
        {t('key')} <code>{new URL(uri).searchParams.get('secret')}</code>
      </p>
      <p>{t('backup')}</p>
      <p className="prose">
        <code>{codes.join('  ')}</code>
      </p>
      <Refusal error={error} />
      <Form.Item name="code" label={t('code')} rules={rules}>
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('confirm')}
      </Button>
    </Form>
  );
}

function PasswordForm() {
  const t = useTexts(TEXTS);
  const { message } = App.useApp();
  const [form] = Form.useForm<{ currentPassword: string; newPassword: string }>();
  const { run, busy, error } = useRun();
  const send = ({ currentPassword, newPassword }: { readonly currentPassword: string; readonly newPassword: string }) =>
    run(async () => {
      await changePassword(currentPassword, newPassword);
      form.resetFields();
      void message.success(t('done'));
    });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
      <Refusal error={error} />
      <Form.Item name="currentPassword" label={t('password')} rules={[{ required: true, message: t('wanted') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label={t('next')}
        rules={[{ required: true, min: PASSWORD_MIN, message: t('short') }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button htmlType="submit" loading={busy}>
        {t('save')}
      </Button>
    </Form>
  );
}

/** Runs something once at a time and keeps why it failed. */
function useRun() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (what: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    await what().catch(setError);
    setBusy(false);
  };
  return { run: (what: () => Promise<void>) => void run(what), busy, error };
}
