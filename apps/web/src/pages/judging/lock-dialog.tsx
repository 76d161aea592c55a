import { Button, Modal } from 'antd';

import { DomainError } from '#domain/errors.js';
import { checkedSheet } from '#domain/venture-round/sheet.js';
import '../../api/no-run-time-code.js';
import { Refusal } from '../../parts/refusal.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { typeset } from '../../text/typeset.js';
import { useAct } from '../case/use-act.js';
import type { Pack } from './queries.js';
import type { LiveSheet } from './use-outbox.js';

const TEXTS = {
  title: ['锁定评分', 'Lock the sheet'],
  effect: [
    '锁定后不能修改。全部评委锁定之前,任何人都看不到您的分数。',
    'It cannot be changed afterwards. Nobody sees your marks before all judges have locked.',
  ],
  total: ['总分', 'Total'],
  noComment: ['未写评语', 'No comment'],
  send: ['确定锁定', 'Lock it'],
  cancel: ['再看看', 'Not yet'],
} as const;

interface Props {
  readonly pack: Pack;
  readonly live: LiveSheet;
  readonly total: number;
  readonly taskId: string;
  readonly onClose: () => void;
}

/** All marks once more, and the press that cannot be taken back. */
export function LockDialog({ pack, live, total, taskId, onClose }: Props) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const act = useAct(pack.caseNo, onClose);
  const fault = useFault(pack, live);
  return (
    <Modal open title={t('title')} onCancel={onClose} footer={null} width="min(480px, 96vw)" mask={{ closable: false }}>
      <p className="effect">{t('effect')}</p>
      <dl className="judging-summary">
        {pack.criteria.map(({ id, zh, en, max }) => (
          <div key={id}>
            <dt>{label({ zh, en: en ?? zh })}</dt>
            <dd>
              {live.values[id]} <span className="muted">/ {max}</span>
            </dd>
          </div>
        ))}
        <div className="judging-summary-total">
          <dt>{t('total')}</dt>
          <dd>{total}</dd>
        </div>
      </dl>
      <p className={live.comment === '' ? 'muted' : 'prose'}>{live.comment === '' ? t('noComment') : live.comment}</p>
      {fault === null ? null : (
        <p role="alert" className="field-error">
          {fault}
        </p>
      )}
      <Refusal error={act.error} />
      <div className="form-end">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          type="primary"
          loading={act.busy}
          disabled={fault !== null || live.state !== 'SAVED'}
          onClick={() =>
            act.send({
              ...{ kind: 'lockSheet', taskId, seenSeq: null, attachments: [] },
              facts: { version: pack.sheet.version },
            })
          }
        >
          {t('send')}
        </Button>
      </div>
    </Modal>
  );
}

/** What the rule of the sheet itself says against it; null when it can be locked. */
function useFault({ projectId, criteria }: Pack, { values, comment }: LiveSheet): string | null {
  const language = useLanguage();
  try {
    const known = criteria.map(({ en, ...rest }) => (en === undefined ? rest : { ...rest, en }));
    checkedSheet({ projectId, values, comment: comment.trim() }, known);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return language === 'zh' ? typeset(error.refusal.messageZh) : error.refusal.messageEn;
  }
}
