import { useQuery } from '@tanstack/react-query';

import { FreezePayments, UnfreezePayments } from '#domain/venture-round/money-acts.js';
import { Nothing } from '../../../parts/empty.js';
import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import { ActPress, actionOf } from '../act-press.js';
import type { TabProps } from '../project-page.js';
import { paysNoMore } from '../pays-no-more.js';
import { moneyQuery } from '../queries.js';
import type { Money } from '../queries.js';
import { useParts } from '../use-parts.js';
import { AccountSection } from './account-section.js';
import { AdoptionsSection } from './adoptions-section.js';
import { AgreementSection } from './agreement-section.js';
import { InstalmentsSection } from './instalments-section.js';
import { ReturnsSection } from './returns-section.js';

const TEXTS = {
  none: [
    '还没有资助协议。名单公示期满、项目获资助后,系统按模板拟定协议,由双方签署。',
    'There is no agreement yet. It is drawn up when the award stands.',
  ],
  frozen: ['监督审计人员已暂停本项目的拨付。', 'The auditor has stopped the payments of this project.'],
  audit: ['监督', 'Supervision'],
} as const;

/** 协议与拨付: what was agreed, who signed, what was paid to which account, what came back. */
export function MoneyTab({ view }: TabProps) {
  const money = useQuery(moneyQuery(view.caseNo));
  return <Shown query={money}>{(data) => <Sections view={view} money={data} />}</Shown>;
}

function Sections({ view, money }: TabProps & { readonly money: Money }) {
  const t = useTexts(TEXTS);
  const { agreement } = money;
  const { isAuditor } = useParts(view);
  const isRunning = agreement !== null && agreement.status === 'SIGNED' && !paysNoMore(view);
  return (
    <>
      {agreement?.frozen === true ? (
        <p className="told told-late" role="note">
          {t('frozen')}
        </p>
      ) : null}
      {agreement === null ? (
        <section className="panel">
          <Nothing>{t('none')}</Nothing>
        </section>
      ) : (
        <>
          <AgreementSection view={view} agreement={agreement} />
          <InstalmentsSection view={view} money={money} agreement={agreement} />
          <AccountSection view={view} agreement={agreement} />
        </>
      )}
      <AdoptionsSection view={view} deeds={money.adoptions} />
      <ReturnsSection view={view} money={money} />
      {isAuditor && isRunning ? (
        <section className="panel">
          <h2>{t('audit')}</h2>
          <ActPress view={view} action={actionOf(agreement.frozen ? UnfreezePayments : FreezePayments)} />
        </section>
      ) : null}
    </>
  );
}
