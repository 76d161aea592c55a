import { Button, Form, Modal } from 'antd';

import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';
import { OpinionField } from '../case/opinion-field.js';
import { useAct } from '../case/use-act.js';
import type { ProjectProgress } from './queries.js';

const TEXTS = {
  title: ['申请解锁评分表', 'Ask to unlock a sheet'],
  what: ['{name} 对“{title}”的评分表', 'The sheet of {name} for "{title}"'],
  effect: [
    '由监督人员决定是否解锁;同意后评委可以更正并重新锁定。解锁记入公开的评分链。',
    'The auditor decides. If it is unlocked, the judge mends it and locks it again. Unlocking stands in the public chain.',
  ],
  send: ['确定申请', 'Ask'],
  cancel: ['取消', 'Cancel'],
} as const;

const PHRASES = ['评委反映录入有误,申请解锁更正。'];

interface Props {
  readonly project: ProjectProgress;
  readonly judge: ProjectProgress['judges'][number];
  readonly onClose: () => void;
}

/** 申请解锁, with its reasons. */
export function AskUnlock({ project, judge, onClose }: Props) {
  const t = useTexts(TEXTS);
  const [form] = Form.useForm<{ opinion: string }>();
  const act = useAct(project.caseNo, onClose);
  const send = ({ opinion }: { readonly opinion: string }) =>
    act.send({
      ...{ kind: 'askUnlock', taskId: null, seenSeq: null, attachments: [] },
      facts: { judgeId: judge.judgeId },
      opinion: opinion.trim(),
    });
  return (
    <Modal open title={t('title')} onCancel={onClose} footer={null} width="min(560px, 96vw)" mask={{ closable: false }}>
      <p>{t('what', { name: judge.name, title: project.title })}</p>
      <p className="effect">{t('effect')}</p>
      <Form form={form} layout="vertical" onFinish={send}>
        <OpinionField form={form} phrases={PHRASES} required />
        <Refusal error={act.error} />
        <div className="form-end">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={act.busy}>
            {t('send')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
