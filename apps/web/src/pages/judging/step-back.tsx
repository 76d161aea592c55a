import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';
import { useAct } from '../case/use-act.js';

const TEXTS = {
  title: ['回避此项目', 'Step back from this project'],
  effect: [
    '回避后您的评分表即不存在,由组织者另行安排评委,不能恢复。',
    'Your sheet no longer exists and the organiser finds another judge. It cannot be undone.',
  ],
  ground: ['回避事由', 'Ground'],
  KINSHIP: ['亲属关系', 'Kinship'],
  INTEREST: ['利害关系', 'Interest'],
  EMPLOYMENT: ['任职关系', 'Employment'],
  OTHER: ['其他', 'Other'],
  send: ['确定回避', 'Step back'],
  cancel: ['取消', 'Cancel'],
} as const;

const GROUNDS = ['KINSHIP', 'INTEREST', 'EMPLOYMENT', 'OTHER'] as const;

interface Props {
  readonly caseNo: string;
  readonly taskId: string;
  readonly onClose: () => void;
}

/** 评委回避, with its ground. */
export function StepBack({ caseNo, taskId, onClose }: Props) {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const [ground, setGround] = useState<string | null>(null);
  const act = useAct(caseNo, () => void navigate('/judging'));
  return (
    <Modal open title={t('title')} onCancel={onClose} footer={null} width="min(480px, 96vw)" mask={{ closable: false }}>
      <p className="effect">{t('effect')}</p>
      <Radio.Group
        className="choices"
        aria-label={t('ground')}
        value={ground}
        onChange={({ target }) => setGround(String(target.value))}
      >
        {GROUNDS.map((one) => (
          <Radio key={one} value={one}>
            {t(one)}
          </Radio>
        ))}
      </Radio.Group>
      <Refusal error={act.error} />
      <div className="form-end judging-form-end">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          danger
          type="primary"
          disabled={ground === null}
          loading={act.busy}
          onClick={() => act.send({ kind: 'recuseJudge', taskId, seenSeq: null, facts: { ground }, attachments: [] })}
        >
          {t('send')}
        </Button>
      </div>
    </Modal>
  );
}
