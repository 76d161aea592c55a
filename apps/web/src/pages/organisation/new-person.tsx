import { Button, Checkbox, Form, Input, Modal } from 'antd';

import { POSTS } from '#domain/terms/organisation-terms.js';
import { PARTY_MEMBER_STATUS } from '#domain/terms/party-terms.js';
import type { SlugOf } from '#domain/terms/term.js';
import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Refusal } from '../../parts/refusal.js';
import { useLabel, useTexts } from '../../text/language.js';
import { isoDayOf } from '../../text/time.js';
import { ChoiceItem } from '../administration/choice-item.js';

const TEXTS = {
  title: ['登记任职', 'Add somebody'],
  name: ['姓名', 'Name'],
  idNo: ['身份证号', 'Identity number'],
  idHint: ['加密保存,页面上只显示前四位和后四位。', 'Kept sealed; only its ends are shown.'],
  idWrong: ['18 位身份证号', '18 characters'],
  phone: ['手机号(选填)', 'Phone (optional)'],
  post: ['职务', 'Post'],
  from: ['任职日期', 'From'],
  legalRep: ['同时为法定代表人', 'is the legal representative'],
  member: ['党员身份', 'Party membership'],
  noMember: ['非党员', 'none'],
  fullSince: ['转正日期', 'Full member since'],
  choose: ['请选择', 'Choose'],
  wanted: ['请填写', 'To be filled in'],
  save: ['登记', 'Record it'],
} as const;

interface Fields {
  readonly name: string;
  readonly idNo: string;
  readonly phone?: string;
  readonly post: SlugOf<typeof POSTS>;
  readonly from: string;
  readonly isLegalRep?: boolean;
  readonly status?: SlugOf<typeof PARTY_MEMBER_STATUS>;
  readonly fullSince?: string;
}

/** Somebody takes up a post. */
export function NewPerson({
  organisationId,
  onClose,
}: {
  readonly organisationId: string;
  readonly onClose: () => void;
}) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const [form] = Form.useForm<Fields>();
  const status = Form.useWatch(({ status: chosen }: Partial<Fields>) => chosen, form);
  const { send, busy, error } = useWrite(
    (fields: Fields, key) =>
      answered(
        api.POST('/api/v1/organisations/{id}/people', {
          params: { path: { id: organisationId }, header: keyed(key) },
          body: bodyOf(fields),
        }),
      ),
    onClose,
  );
  const wanted = { required: true, message: t('wanted') };
  return (
    <Modal open title={t('title')} footer={null} onCancel={onClose} mask={{ closable: false }}>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={send}
        initialValues={{ from: isoDayOf(new Date()) }}
      >
        <Refusal error={error} />
        <div className="fields">
          <Form.Item name="name" label={t('name')} rules={[wanted]}>
            <Input maxLength={50} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label={t('phone')}>
            <Input inputMode="tel" maxLength={20} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item
          name="idNo"
          label={t('idNo')}
          extra={t('idHint')}
          rules={[wanted, { pattern: /^\s*\d{17}[\dXx]\s*$/, message: t('idWrong') }]}
        >
          <Input autoComplete="off" maxLength={20} />
        </Form.Item>
        <div className="fields">
          <Form.Item name="post" label={t('post')} rules={[wanted]}>
            <ChoiceItem empty={t('choose')} options={POSTS.map((term) => ({ value: term.slug, label: label(term) }))} />
          </Form.Item>
          <Form.Item name="from" label={t('from')} rules={[wanted]}>
            <Input type="date" />
          </Form.Item>
        </div>
        <Form.Item name="isLegalRep" valuePropName="checked">
          <Checkbox>{t('legalRep')}</Checkbox>
        </Form.Item>
        <div className="fields">
          <Form.Item name="status" label={t('member')}>
            <ChoiceItem
              empty={t('noMember')}
              options={PARTY_MEMBER_STATUS.map((term) => ({ value: term.slug, label: label(term) }))}
            />
          </Form.Item>
          {status === 'FULL' ? (
            <Form.Item name="fullSince" label={t('fullSince')} rules={[wanted]}>
              <Input type="date" />
            </Form.Item>
          ) : null}
        </div>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('save')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}

function bodyOf({ name, idNo, phone = '', post, from, isLegalRep = false, status, fullSince = '' }: Fields) {
  return {
    ...{ name, idNo: idNo.trim().toUpperCase(), post, from, isLegalRep },
    phone: phone.trim() === '' ? null : phone.trim(),
    membership:
      status === undefined ? null : { status, fullSince: fullSince === '' ? null : fullSince, homePartyOrgId: null },
    relationStatus: null,
  };
}
