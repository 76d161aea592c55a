import { Button, Form, Input, Modal } from 'antd';

import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Refusal } from '../../parts/refusal.js';
import { useLabel, useTexts } from '../../text/language.js';
import { isoDayOf } from '../../text/time.js';
import { ChoiceItem } from '../administration/choice-item.js';
import type { Person } from './queries.js';

const TEXTS = {
  title: ['登记离任', 'Record the end of a post'],
  effect: [
    '离任会影响本组织在办的事项:如正式党员因此不足,系统会提示。记录保留。',
    'Running cases of the organisation look again, for example at the number of full members.',
  ],
  post: ['职务', 'Post'],
  to: ['离任日期', 'Last day'],
  choose: ['请选择', 'Choose'],
  wanted: ['请填写', 'To be filled in'],
  save: ['登记', 'Record it'],
} as const;

interface Props {
  readonly organisationId: string;
  readonly person: Person;
  readonly onClose: () => void;
}

interface Fields {
  readonly postId: string;
  readonly to: string;
}

/** A post ends on a day. */
export function EndPost({ organisationId, person, onClose }: Props) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const { send, busy, error } = useWrite(
    (endPost: Fields, key) =>
      answered(
        api.PATCH('/api/v1/organisations/{id}/people/{personId}', {
          params: { path: { id: organisationId, personId: person.personId }, header: keyed(key) },
          body: { endPost },
        }),
      ),
    onClose,
  );
  const open = person.posts.filter(({ to }) => to === null);
  const wanted = [{ required: true, message: t('wanted') }];
  return (
    <Modal open title={`${t('title')} ${person.name}`} footer={null} onCancel={onClose} mask={{ closable: false }}>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        onFinish={send}
        initialValues={{ postId: open.length === 1 ? open[0]?.id : undefined, to: isoDayOf(new Date()) }}
      >
        <Refusal error={error} />
        <p className="effect">{t('effect')}</p>
        <Form.Item name="postId" label={t('post')} rules={wanted}>
          <ChoiceItem empty={t('choose')} options={open.map(({ id, post }) => ({ value: id, label: label(post) }))} />
        </Form.Item>
        <Form.Item name="to" label={t('to')} rules={wanted}>
          <Input type="date" max={isoDayOf(new Date())} />
        </Form.Item>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('save')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
