import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { meQuery } from '../../api/queries.js';
import { Choice } from '../../parts/choice.js';
import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { Stepwise } from '../../parts/stepwise.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { isoDayOf } from '../../text/time.js';
import { keepCopy, keptCopy } from '../apply/local-copy.js';
import { FairStep } from './fair-step.js';
import { PeopleStep } from './people-step.js';
import { PlanCheck } from './plan-check.js';
import { keptPlan, PLAN_STEPS } from './plan-form.js';
import type { PlanForm } from './plan-form.js';
import { outlookQuery } from './queries.js';
import type { Outlook } from './queries.js';
import './random-checks.css';
import { ShareStep, WhatStep } from './share-step.js';

const TEXTS = {
  title: ['发起双随机抽查', 'Plan a draw of random checks'],
  back: ['返回抽查列表', 'Back to the draws'],
  registry: ['登记管理机关', 'Registry'],
  choose: ['请选择', 'Choose'],
  noOffice: ['只有登记管理机关的工作人员和领导可以发起抽查。', 'Only officers and leaders of a registry plan draws.'],
  WHAT: ['名目', 'Purpose'],
  SHARE: ['范围与比例', 'Base and share'],
  PEOPLE: ['检查人员', 'Inspectors'],
  FAIR: ['公开随机数', 'Public number'],
  CHECK: ['核对并发起', 'Check and begin'],
} as const;

const PLANNERS = ['REGISTRY_OFFICER', 'REGISTRY_LEADER'];

/** What each step is given. */
export interface PlanProps {
  readonly form: PlanForm;
  readonly outlook: Outlook;
  readonly change: (part: Partial<PlanForm>) => void;
}

/** Planning a draw in steps, on what the register says today. */
export function NewDrawPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const me = useQuery(meQuery);
  const offices = new Map(
    (me.data?.grants ?? []).flatMap(({ role, unitId, unitName }) =>
      unitId !== null && PLANNERS.includes(role) ? [[unitId, unitName ?? ''] as const] : [],
    ),
  );
  const [chosen, setChosen] = useState<string>();
  const [only] = offices.size === 1 ? offices.keys() : [];
  const unitId = chosen ?? only;
  return (
    <>
      <div className="panel-head">
        <h1>{t('title')}</h1>
        <Link to="/random-checks">{t('back')}</Link>
      </div>
      <Shown query={me}>
        {() =>
          offices.size === 0 ? (
            <section className="panel">
              <Nothing>{t('noOffice')}</Nothing>
            </section>
          ) : (
            <>
              {offices.size > 1 ? (
                <section className="panel">
                  <Choice
                    label={t('registry')}
                    empty={t('choose')}
                    value={unitId}
                    options={[...offices].map(([value, label]) => ({ value, label }))}
                    onChange={setChosen}
                  />
                </section>
              ) : null}
              {unitId === undefined ? null : <OfRegistry key={unitId} unitId={unitId} />}
            </>
          )
        }
      </Shown>
    </>
  );
}

function OfRegistry({ unitId }: { readonly unitId: string }) {
  const outlook = useQuery(outlookQuery(unitId));
  return <Shown query={outlook}>{(data) => <InSteps outlook={data} />}</Shown>;
}

function InSteps({ outlook }: { readonly outlook: Outlook }) {
  const t = useTexts(TEXTS);
  const copyId = `draw-plan.${outlook.unitId}`;
  const [form, setForm] = useState(() => keptPlan(keptCopy(copyId, 0), Number(isoDayOf(new Date()).slice(0, 4))));
  const change = (part: Partial<PlanForm>) => {
    const next = { ...form, ...part };
    setForm(next);
    keepCopy(copyId, 0, { ...next });
  };
  const given: PlanProps = { form, outlook, change };
  return (
    <Stepwise steps={PLAN_STEPS.map((step) => ({ step, name: t(step) }))} ownEnd="CHECK">
      {(step, go) => (
        <>
          {step === 'WHAT' ? <WhatStep {...given} /> : null}
          {step === 'SHARE' ? <ShareStep {...given} /> : null}
          {step === 'PEOPLE' ? <PeopleStep {...given} /> : null}
          {step === 'FAIR' ? <FairStep {...given} /> : null}
          {step === 'CHECK' ? <PlanCheck form={form} outlook={outlook} copyId={copyId} go={go} /> : null}
        </>
      )}
    </Stepwise>
  );
}
