import { Button } from 'antd';
import { useNavigate } from 'react-router';

import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';
import { forgetCopy } from '../apply/local-copy.js';
import { faultsOf, sizeOf, wholePlan } from './plan-form.js';
import type { PlanForm, PLAN_STEPS } from './plan-form.js';
import { FAULT_TEXTS, TERM_TEXTS } from './plan-words.js';
import type { Outlook } from './queries.js';

const TEXTS = {
  good: ['核对无误,可以发起。', 'Everything is in order.'],
  bad: ['还有 {n} 处需要更正:', 'To be put right first: {n}'],
  go: ['去更正', 'Put it right'],
  base: ['名单(今天)', 'List (today)'],
  size: ['将抽取', 'To be drawn'],
  organisations: ['{n} 家', '{n}'],
  pool: ['可选派检查人员', 'Inspectors to draw from'],
  recusals: ['须回避', 'Must stay away'],
  pairs: ['{n} 项', '{n}'],
  unnamed: [
    '有 {n} 名检查人员没有登记执法证号,公示时将以账号编号列出。建议先在“检查人员”一步登记;承诺之后登记的不影响本次抽查。',
    '{n} inspectors have no certificate on record and will be published by their account numbers. Record them in the step of the inspectors first; what is recorded after the commitment does not matter to this draw.',
  ],
  then: [
    '发起后生成抽查办件:由您冻结名单并公布承诺,再由机关领导抽取;发起人不能自己抽取。',
    'A case begins: you freeze the lists and publish the commitment, then the leader of the registry draws. Whoever plans a draw does not draw.',
  ],
  previous: ['上一步', 'Back'],
  begin: ['发起抽查', 'Begin'],
} as const;

interface Props {
  readonly form: PlanForm;
  readonly outlook: Outlook;
  readonly copyId: string;
  readonly go: (step: (typeof PLAN_STEPS)[number]) => void;
}

/** 核对并发起: the whole plan, and everything that stands against it. */
export function PlanCheck({ form, outlook, copyId, go }: Props) {
  const t = useTexts(TEXTS);
  const term = useTexts(TERM_TEXTS);
  const fault = useTexts(FAULT_TEXTS);
  const navigate = useNavigate();
  const faults = faultsOf(form, outlook);
  const plan = wholePlan(form, outlook);
  const unnamed = outlook.inspectors.filter(({ certificateNo }) => certificateNo === null).length;
  const create = useWrite(
    (body: typeof plan & { unitId: string }, key) =>
      answered(api.POST('/api/v1/random-checks', { params: { header: keyed(key) }, body })),
    ({ caseNo }) => {
      forgetCopy(copyId);
      void navigate(`/cases/${caseNo}`, { replace: true });
    },
  );
  const rows = [
    [term('registry'), outlook.registry],
    [term('year'), form.year],
    [term('purpose'), plan.purpose],
    [t('base'), t('organisations', { n: outlook.base })],
    [term('rate'), `${term('percent', { n: plan.ratePct })} · ${term(plan.rounding)}`],
    [t('size'), t('organisations', { n: sizeOf(form, outlook) ?? '—' })],
    [term('inspectors'), term('people', { n: plan.inspectorsPerCheck })],
    [t('pool'), term('people', { n: outlook.inspectors.length })],
    [t('recusals'), t('pairs', { n: outlook.recusals.length })],
    [term('beacon'), plan.beaconSource ?? term('noBeacon')],
  ] as const;
  return (
    <>
      <dl className="facts">
        {rows.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="prose">{words}</dd>
          </div>
        ))}
      </dl>
      {faults.length === 0 ? (
        <p className="told told-good">{t('good')}</p>
      ) : (
        <div role="alert" className="told told-late">
          <p>{t('bad', { n: faults.length })}</p>
          <ul>
            {faults.map(({ kind, step }) => (
              <li key={kind}>
                {fault(kind)}{' '}
                <button type="button" className="link" onClick={() => go(step)}>
                  {t('go')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {unnamed === 0 ? null : <p className="hint">{t('unnamed', { n: unnamed })}</p>}
      <p className="muted prose">{t('then')}</p>
      <Refusal error={create.error} />
      <div className="form-end">
        <Button onClick={() => go('FAIR')}>{t('previous')}</Button>
        <Button
          type="primary"
          disabled={faults.length > 0}
          loading={create.busy}
          onClick={() => create.send({ ...plan, unitId: outlook.unitId })}
        >
          {t('begin')}
        </Button>
      </div>
    </>
  );
}
