import { useQuery } from '@tanstack/react-query';

import { SignPayment } from '#domain/venture-round/money-acts.js';
import { timelineQuery } from '../../../api/case.js';
import type { CaseView, TimelineEntry } from '../../../api/case.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { minuteOf } from '../../../text/time.js';
import { ActPress, actionOf } from '../act-press.js';
import { isSignedOn, taskToSign } from '../instalment-task.js';
import { paysNoMore } from '../pays-no-more.js';
import type { Instalment, Money } from '../queries.js';
import { useTerms } from '../terms.js';
import { useParts } from '../use-parts.js';

const TEXTS = {
  title: ['拨付', 'Payments'],
  sums: ['已拨 {paid} / 协议 {agreed}', '{paid} paid of {agreed}'],
  source: ['资金来源', 'Source'],
  no: ['期次', 'Instalment'],
  nth: ['第 {no} 期', 'No. {no}'],
  amount: ['金额', 'Amount'],
  release: ['拨付依据', 'Released'],
  state: ['进展', 'Where it stands'],
  waits: ['依据未到', 'Not released yet'],
  over: ['不再拨付', 'Not paid any more'],
  due: ['待签批', 'To be signed'],
  half: ['{name} 已签批,待第二人', '{name} has signed; a second person signs'],
  frozen: ['已暂停', 'Stopped'],
  paid: ['已出具拨付指令 {at}', 'Ordered {at}'],
  by: ['签批:{names}', 'signed by {names}'],
  about: ['{source} 第 {no} 期', '{source}, instalment {no}'],
} as const;

interface Props {
  readonly view: CaseView;
  readonly money: Money;
  readonly agreement: NonNullable<Money['agreement']>;
}

/** Every instalment of every source: what releases it, who signed it, and whether it was ordered. */
export function InstalmentsSection({ view, money, agreement }: Props) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const timeline = useQuery(timelineQuery(view.caseNo));
  const paid = money.orders.reduce((sum, { fen }) => sum + fen, 0);
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('title')}</h2>
        <span className="muted">{t('sums', { paid: terms.yuan(paid), agreed: terms.yuan(agreement.totalFen) })}</span>
      </div>
      <div className="table-scroll">
        <table className="table projects-cards">
          <thead>
            <tr>
              {(['source', 'no', 'amount', 'release', 'state'] as const).map((head) => (
                <th key={head} scope="col" className={head === 'amount' ? 'number' : undefined}>
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {agreement.instalments.map((one) => (
              <tr key={`${one.source} ${one.no}`}>
                <th scope="row">{terms.source(one.source)}</th>
                <td>{t('nth', { no: one.no })}</td>
                <td className="number" data-head={t('amount')}>
                  {terms.yuan(one.dueFen ?? one.fen)}
                </td>
                <td data-head={t('release')}>{terms.release(one.release, one.milestone)}</td>
                <td>
                  <Standing
                    view={view}
                    one={one}
                    order={money.orders.find(
                      ({ source, instalment }) => source === one.source && instalment === one.no,
                    )}
                    isFrozen={agreement.frozen}
                    timeline={timeline.data?.items ?? []}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface StandingProps {
  readonly view: CaseView;
  readonly one: Instalment;
  readonly order: Money['orders'][number] | undefined;
  readonly isFrozen: boolean;
  readonly timeline: readonly TimelineEntry[];
}

function Standing({ view, one, order, isFrozen, timeline }: StandingProps) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const language = useLanguage();
  const { signsPayments, isFinance } = useParts(view);
  if (order !== undefined)
    return (
      <>
        <span className="due-good">✓ {t('paid', { at: minuteOf(order.orderedAt, language) })}</span>
        <small className="muted">{t('by', { names: order.signerNames.join('、') })}</small>
      </>
    );
  const task = taskToSign(view, one, isFinance);
  if (task === null) return <span className="muted">{t(paysNoMore(view) ? 'over' : 'waits')}</span>;
  const first = timeline.find(({ kind, taskId }) => kind === 'signPayment' && isSignedOn(one, taskId));
  if (isFrozen) return <span className="due-late">{t('frozen')}</span>;
  return (
    <span className="projects-press">
      <span className="due-soon">{first === undefined ? t('due') : t('half', { name: first.actor?.name ?? '' })}</span>
      {signsPayments ? (
        <ActPress
          view={view}
          action={actionOf(SignPayment, task)}
          about={t('about', { source: terms.source(one.source), no: one.no })}
        />
      ) : null}
    </span>
  );
}
