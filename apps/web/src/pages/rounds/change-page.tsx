import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { canonicalConfiguration } from '#domain/venture-round/round-configuration.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { actionsQuery } from '../../api/case.js';
import type { Action } from '../../api/case.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { Standstill } from '../../parts/standstill.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { OpinionField } from '../case/opinion-field.js';
import { useAct } from '../case/use-act.js';
import { forgetCopy, keepCopy, keptCopy } from '../apply/local-copy.js';
import { ConfigurationDifference } from './difference.js';
import { isAmendable, roundQuery } from './queries.js';
import type { Round } from './queries.js';
import { configurationOf } from './setup/faults.js';
import { filledRound, roundFormOf } from './setup/form-data.js';
import type { RoundForm } from './setup/form-data.js';
import { SetupWizard } from './setup/wizard.js';
import './rounds.css';

const TEXTS = {
  reviseConfiguration: ['修改方案', 'Revise the configuration'],
  amendCall: ['发布补充公告', 'Publish an amendment'],
  reviseEffect: [
    '修改后的方案替换原方案;发布征集公告之前不公布。',
    'It takes the place of the configuration; nothing is published before the call.',
  ],
  amendEffect: [
    '补充公告立即公布:写明改动、理由和新的校验值,申报单位收到通知。原公告保留可查。',
    'It is published at once, with what changes, its reasons and a new hash; applicants are told. What was published before stays readable.',
  ],
  reviseNow: ['保存修改', 'Save the changes'],
  none: ['现在不能这样更改方案', 'The configuration cannot be changed so now'],
  noneWhy: [
    '发布征集公告之前可以修改方案;发布之后、评审结束之前可以发布补充公告。您也可能没有办理权限。',
    'It is revised before the call, and amended after it until scoring is closed. Or it is not yours to change.',
  ],
  back: ['返回本届', 'Back to the round'],
} as const;

const PHRASES = ['应申报单位要求,延长征集期。', '经研究,调整资金安排。', '更正公告中的笔误。'];

type Kind = 'reviseConfiguration' | 'amendCall';

/** 修改方案: before the call. */
export const RevisePage = () => <ChangePage kind="reviseConfiguration" />;

/** 发布补充公告: after it, with reasons and what changes. */
export const AmendPage = () => <ChangePage kind="amendCall" />;

function ChangePage({ kind }: { readonly kind: Kind }) {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  useTitle(t(kind));
  const round = useQuery(roundQuery(caseNo));
  const actions = useQuery(actionsQuery(caseNo));
  return (
    <>
      <h1>{t(kind)}</h1>
      <Shown query={round}>
        {(of) => (
          <Shown query={actions}>
            {({ items, seq }) => {
              const action = items.find((one) => one.kind === kind);
              if (action === undefined || (kind === 'amendCall' && !isAmendable(of.state.slug)))
                return (
                  <Standstill
                    title={t('none')}
                    why={t('noneWhy')}
                    way={<Link to={`/rounds/${caseNo}`}>{t('back')}</Link>}
                  />
                );
              return <Changing round={of} action={action} seq={seq} kind={kind} />;
            }}
          </Shown>
        )}
      </Shown>
    </>
  );
}

interface Props {
  readonly round: Round;
  readonly action: Action;
  readonly seq: number;
  readonly kind: Kind;
}

interface Reasons {
  readonly opinion?: string;
}

function Changing({ round, action, seq, kind }: Props) {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const { caseNo } = round;
  const [before] = useState(round.configuration);
  const [form, setForm] = useState<RoundForm>(() => roundFormOf(keptCopy(caseNo, before.version) ?? before));
  const [reasons] = Form.useForm<Reasons>();
  const act = useAct(caseNo, () => {
    forgetCopy(caseNo);
    void navigate(`/rounds/${caseNo}`, { replace: true });
  });
  const change = (part: Partial<RoundForm>) => {
    const next = { ...form, ...part };
    setForm(next);
    keepCopy(caseNo, before.version, filledRound(next));
  };
  const after = changedConfiguration(before, form);
  const isChanged = after !== null && canonicalConfiguration(after) !== canonicalConfiguration(before);
  const send = ({ opinion }: Reasons) => {
    if (after === null) return;
    const { version: _, ...data } = after;
    act.send({
      kind,
      taskId: action.taskId,
      seenSeq: action.taskId === null ? null : seq,
      form: data,
      ...(opinion === undefined || opinion.trim() === '' ? {} : { opinion: opinion.trim() }),
      attachments: [],
    });
  };
  return (
    <SetupWizard
      form={form}
      change={change}
      isFixed
      finish={(isWhole) => (
        <>
          {after === null ? null : <ConfigurationDifference before={before} after={after} names={round} />}
          <p className="effect">{t(kind === 'amendCall' ? 'amendEffect' : 'reviseEffect')}</p>
          <Form<Reasons> form={reasons} layout="vertical" onFinish={send}>
            <OpinionField
              form={reasons}
              phrases={kind === 'amendCall' ? PHRASES : []}
              required={kind === 'amendCall'}
            />
            <Refusal error={act.error} />
            <Button type="primary" size="large" htmlType="submit" disabled={!isWhole || !isChanged} loading={act.busy}>
              {t(kind === 'amendCall' ? 'amendCall' : 'reviseNow')}
            </Button>
          </Form>
        </>
      )}
    />
  );
}

/** The configuration as it would be; a scoring policy that differs takes the next version. */
function changedConfiguration(before: RoundConfiguration, form: RoundForm): RoundConfiguration | null {
  const after = configurationOf(form);
  if (after === null) return null;
  const scoring = { ...after.scoring, version: before.scoring.version };
  const isSame = canonicalConfiguration({ ...before, scoring }) === canonicalConfiguration(before);
  return {
    ...after,
    version: before.version,
    scoring: isSame ? scoring : { ...scoring, version: before.scoring.version + 1 },
  };
}
