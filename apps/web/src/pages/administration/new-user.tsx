import { Button, Form, Input, Modal } from 'antd';

import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';

const TEXTS = {
  title: ['新增用户', 'Add a user'],
  username: ['用户名', 'Username'],
  usernameHint: ['小写字母、数字、点、横线,至少两位', 'Small letters, digits, dots, dashes; two at least'],
  name: ['姓名', 'Name'],
  password: ['首次登录密码(至少 10 个字符)', 'First password (10 characters or more)'],
  passwordHint: ['由用户登录后自行修改;管理员看不到也改不了。', 'The user changes it; nobody else can see it.'],
  next: ['新增', 'Add'],
  wanted: ['请填写', 'To be filled in'],
  wrong: ['格式不符', 'It does not fit'],
} as const;

interface Fields {
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** A new account with its first password. Its roles are granted next. */
export function NewUser({ onClose, onMade }: { readonly onClose: () => void; readonly onMade: (id: string) => void }) {
  const t = useTexts(TEXTS);
  const { send, busy, error } = useWrite(
    (body: Fields, key) => answered(api.POST('/api/v1/users', { params: { header: keyed(key) }, body })),
    ({ id }) => onMade(id),
  );
  const wanted = { required: true, message: t('wanted') };
  return (
    <Modal open title={t('title')} footer={null} onCancel={onClose} mask={{ closable: false }}>
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={send}>
        <Refusal error={error} />
        <Form.Item name="name" label={t('name')} rules={[wanted, { min: 2, max: 40, message: t('wrong') }]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="username"
          label={t('username')}
          extra={t('usernameHint')}
          rules={[wanted, { pattern: /^[a-z0-9][a-z0-9_.-]{1,39}$/, message: t('wrong') }]}
        >
          <Input autoComplete="off" autoCapitalize="none" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('password')}
          extra={t('passwordHint')}
          rules={[wanted, { min: 10, max: 128, message: t('wrong') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('next')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
