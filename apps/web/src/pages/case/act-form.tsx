import { Button, Form, Modal } from 'antd';
import { useState } from 'react';

import { COMMON_ACTS } from '#domain/process/acts.js';
import { TEMP_PARTY_ORG_ACTS } from '#domain/temp-party-org/acts.js';
import type { Action } from '../../api/case.js';
import { entriesOf } from '../../api/entries.js';
import '../../api/no-run-time-code.js';
import { Refusal } from '../../parts/refusal.js';
import { UploadField } from '../../parts/upload-field.js';
import type { Uploaded } from '../../parts/upload-field.js';
import { useLabel, useTexts } from '../../text/language.js';
import { EFFECT_TEXTS, hasEffect } from './act-words.js';
import { FactFields } from './fact-fields.js';
import { OpinionField } from './opinion-field.js';
import { itemWords, SupplementItems } from './supplement-items.js';
import { useAct } from './use-act.js';

const TEXTS = {
  task: ['事项:{name}', 'Task: {name}'],
  attachments: ['附件', 'Attachments'],
  send: ['确定{name}', 'Confirm: {name}'],
  cancel: ['取消', 'Cancel'],
  general: ['办理后立即生效,并记入办理过程。', 'It takes effect at once and is kept in the record.'],
} as const;

const ATTACHMENTS_MAX = 20;
const ACTS = [...COMMON_ACTS, ...TEMP_PARTY_ORG_ACTS];

interface Fields {
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly opinion?: string;
  readonly items?: readonly string[];
  readonly words?: Readonly<Record<string, string>>;
}

interface Props {
  readonly caseNo: string;
  readonly seq: number;
  readonly action: Action;
  readonly onClose: () => void;
}

/** One act: what it brings about, what it needs, and the press. Whatever fails stays on the screen with what was written. */
export function ActForm({ caseNo, seq, action, onClose }: Props) {
  const t = useTexts(TEXTS);
  const effect = useTexts(EFFECT_TEXTS);
  const label = useLabel();
  const [form] = Form.useForm<Fields>();
  const [files, setFiles] = useState<readonly Uploaded[]>([]);
  const act = useAct(caseNo, onClose);
  const facts = Form.useWatch('facts', form);
  const listsItems = action.kind === 'supplement';

  const send = (fields: Fields) => {
    const { items = [], words = {} } = fields;
    const attachments = files.map(({ id }) => id);
    act.send({
      kind: action.kind,
      taskId: action.taskId,
      seenSeq: action.taskId === null ? null : seq,
      facts: listsItems ? { items } : plain(fields.facts ?? {}),
      ...(listsItems ? { opinion: itemWords(items, words) } : trimmed(fields.opinion)),
      attachments,
    });
  };

  return (
    <Modal
      open
      title={label(action)}
      onCancel={onClose}
      footer={null}
      width="min(640px, 96vw)"
      mask={{ closable: false }}
    >
      {action.task === null ? null : <p className="muted">{t('task', { name: label(action.task) })}</p>}
      <p className="effect">{hasEffect(action.kind) ? effect(action.kind) : t('general')}</p>
      <Form<Fields> form={form} layout="vertical" onFinish={send} scrollToFirstError={{ focus: true }}>
        {listsItems ? <SupplementItems /> : <FactFields action={action} />}
        {listsItems ? null : <OpinionField form={form} kind={action.kind} required={needsReasons(action, facts)} />}
        <Form.Item label={t('attachments')}>
          <UploadField label={t('attachments')} files={files} max={ATTACHMENTS_MAX} onChange={setFiles} />
        </Form.Item>
        <Refusal error={act.error} />
        <div className="form-end">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={act.busy}>
            {t('send', { name: label(action) })}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}

/** By the rule of the act itself where it is known here; a negative verdict needs reasons in any case. */
function needsReasons({ kind, reasons }: Action, facts: unknown): boolean {
  if (reasons !== 'WHEN_NEGATIVE') return reasons === 'ALWAYS';
  const known = ACTS.find((act) => act.kind === kind);
  const parsed = known?.facts.safeParse(plain(facts ?? {}));
  const values = entriesOf(parsed?.success === true ? parsed.data : facts).map(([, value]) => value);
  return values.includes('REFUSE') || values.includes('DECLINE');
}

/** Facts that were filled in; what was left empty is absent. */
function plain(facts: unknown): Record<string, unknown> {
  return Object.fromEntries(
    entriesOf(facts).filter(([, value]) => value !== undefined && value !== '' && value !== null),
  );
}

function trimmed(opinion: string | undefined): { opinion?: string } {
  const words = opinion?.trim() ?? '';
  return words === '' ? {} : { opinion: words };
}
