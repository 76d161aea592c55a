import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Modal } from 'antd';
import { Suspense, useState } from 'react';

import { COMMON_ACTS } from '#domain/process/acts.js';
import type { ActKind } from '#domain/process/acts.js';
import type { Action, CaseView } from '../../api/case.js';
import { entriesOf } from '../../api/entries.js';
import '../../api/no-run-time-code.js';
import { ProblemError } from '../../api/problem.js';
import { useAlone } from '../../parts/alone.js';
import { Loading } from '../../parts/loading.js';
import { Refusal } from '../../parts/refusal.js';
import { UploadField } from '../../parts/upload-field.js';
import type { Uploaded } from '../../parts/upload-field.js';
import { useUploading } from '../../parts/uploading.js';
import { useLabel, useTexts } from '../../text/language.js';
import { FactFields } from './fact-fields.js';
import { ItemsToPutRight, itemWords } from './items-to-put-right.js';
import type { ActFields } from './matter.js';
import { actWordsOf, pagesOf } from './matters.js';
import { OpinionField } from './opinion-field.js';
import { useAct } from './use-act.js';

const TEXTS = {
  task: ['事项:{name}', 'Task: {name}'],
  attachments: ['附件', 'Attachments'],
  send: ['确定{name}', 'Confirm: {name}'],
  cancel: ['取消', 'Cancel'],
  reload: ['刷新', 'Reload'],
  general: ['办理后立即生效,并记入办理过程。', 'It takes effect at once and is kept in the record.'],
} as const;

const ATTACHMENTS_MAX = 20;
/** An act that is called so needs no second word for it. */
const ASKS_TO_CONFIRM = /^(确认.|confirm .)/;

interface Props {
  readonly view: CaseView;
  readonly seq: number;
  readonly action: Action;
  readonly onClose: () => void;
}

/** One act: what it brings about, what it needs, and the press. Whatever fails stays on the screen with what was written. */
export function ActForm({ view, seq, action, onClose }: Props) {
  useAlone();
  const t = useTexts(TEXTS);
  const pages = pagesOf(view.matter.slug);
  const words = actWordsOf(view.matter.slug);
  const effect = useTexts(words.effects);
  const label = useLabel();
  const [form] = Form.useForm<ActFields>();
  const [files, setFiles] = useState<readonly Uploaded[]>([]);
  const uploading = useUploading();
  const queries = useQueryClient();
  // The words of a try that met a case which had changed, until the next one is done or given up.
  const written = ['written', view.caseNo, action.kind, action.taskId];
  const close = () => {
    queries.removeQueries({ queryKey: written });
    onClose();
  };
  const reload = () => {
    queries.setQueryData(written, form.getFieldValue('opinion'));
    void queries.invalidateQueries({ queryKey: ['live'] });
    onClose();
  };
  const act = useAct(view.caseNo, close);
  const facts = Form.useWatch('facts', form);
  const isStale = act.error instanceof ProblemError && act.error.problem.code === 'VERSION_CONFLICT';
  const names = pages.items?.[action.kind];
  const Fields = pages.fields?.[action.kind];

  const send = (fields: ActFields) => {
    const { items = [], words: what = {} } = fields;
    const attachments = files.map(({ id }) => id);
    act.send({
      kind: action.kind,
      taskId: action.taskId,
      seenSeq: action.taskId === null ? null : seq,
      // An act that hands in a form brings it instead of facts.
      ...(fields.form !== undefined
        ? { form: fields.form }
        : { facts: names === undefined ? plain(fields.facts ?? {}) : { items } }),
      ...(names === undefined ? trimmed(fields.opinion) : { opinion: itemWords(names, items, what) }),
      attachments,
    });
  };

  return (
    <Modal
      open
      title={label(action)}
      onCancel={close}
      footer={null}
      width="min(640px, 96vw)"
      mask={{ closable: false }}
    >
      {action.task === null || label(action.task) === label(action) ? null : (
        <p className="muted">{t('task', { name: label(action.task) })}</p>
      )}
      <p className="effect">{Object.hasOwn(words.effects, action.kind) ? effect(action.kind) : t('general')}</p>
      <Form<ActFields>
        form={form}
        layout="vertical"
        initialValues={{ opinion: queries.getQueryData<string>(written) }}
        onFinish={send}
        scrollToFirstError={{ focus: true }}
      >
        {/* Nothing can be sent before the fields of the act are there. */}
        <Suspense fallback={<Loading />}>
          {names !== undefined ? (
            <ItemsToPutRight names={names} />
          ) : (
            <>
              {Fields === undefined ? (
                <FactFields action={action} words={words} />
              ) : (
                <Fields view={view} action={action} form={form} />
              )}
              <OpinionField
                form={form}
                phrases={words.phrases[action.kind] ?? []}
                required={needsReasons(action, pages.acts, facts)}
              />
            </>
          )}
          <Form.Item label={t('attachments')}>
            <UploadField label={t('attachments')} files={files} max={ATTACHMENTS_MAX} onChange={setFiles} />
          </Form.Item>
          <Refusal error={act.error} again={isStale ? reload : undefined} againName={t('reload')} />
          <div className="form-end">
            <Button onClick={close}>{t('cancel')}</Button>
            <Button type="primary" htmlType="submit" disabled={uploading} loading={act.busy}>
              {ASKS_TO_CONFIRM.test(label(action)) ? label(action) : t('send', { name: label(action) })}
            </Button>
          </div>
        </Suspense>
      </Form>
    </Modal>
  );
}

/** By the rule of the act itself where it is known here; else a negative verdict needs reasons. */
function needsReasons({ kind, reasons }: Action, acts: readonly ActKind[], facts: unknown): boolean {
  if (reasons !== 'WHEN_NEGATIVE') return reasons === 'ALWAYS';
  const known = [...COMMON_ACTS, ...acts].find((act) => act.kind === kind);
  const parsed = known?.facts.safeParse(plain(facts ?? {}));
  if (known?.needsReasons !== undefined && parsed?.success === true) return known.needsReasons(parsed.data);
  const values = entriesOf(facts).map(([, value]) => value);
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
