import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { usePages } from '../../../api/use-pages.js';
import { Nothing } from '../../../parts/empty.js';
import { FileLink } from '../../../parts/file-link.js';
import { Paged } from '../../../parts/paged.js';
import { Shown } from '../../../parts/query-state.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { dayOf } from '../../../text/time.js';
import type { TabProps } from '../project-page.js';
import { moneyQuery, readVouchers } from '../queries.js';
import type { Money } from '../queries.js';
import { useTerms } from '../terms.js';
import { useParts } from '../use-parts.js';
import { VoucherForm } from './voucher-form.js';

const TEXTS = {
  title: ['预算执行', 'Budget'],
  item: ['预算内容', 'Item'],
  agreed: ['协议预算', 'Agreed'],
  now: ['调整后', 'Now'],
  spent: ['凭证合计', 'Vouchers'],
  left: ['结余', 'Left'],
  over: ['超出 {fen}', '{fen} over'],
  total: ['合计', 'Total'],
  vouchers: ['支出凭证', 'Vouchers'],
  none: ['还没有登记支出凭证。', 'No voucher yet.'],
  add: ['登记凭证', 'Add a voucher'],
  one: ['{day} · {payee} · {item}', '{day} · {payee} · {item}'],
} as const;

/** The budget line by line against its vouchers. */
export function BudgetTab({ view }: TabProps) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const language = useLanguage();
  const money = useQuery(moneyQuery(view.caseNo));
  const { isApplicant } = useParts(view);
  const [isWriting, setWriting] = useState(false);
  const pages = usePages(['live', 'project', view.caseNo, 'vouchers'], readVouchers(view.caseNo));
  const isRunning = view.state.slug === 'CONTRACTED' || view.state.slug === 'EXECUTING';
  return (
    <Shown query={money}>
      {({ budget }) => (
        <>
          <section className="panel">
            <h2>{t('title')}</h2>
            <Lines budget={budget} />
          </section>
          <section className="panel">
            <div className="panel-head">
              <h2>{t('vouchers')}</h2>
              {isApplicant && isRunning && !isWriting ? (
                <Button type="primary" onClick={() => setWriting(true)}>
                  {t('add')}
                </Button>
              ) : null}
            </div>
            {isWriting ? <VoucherForm caseNo={view.caseNo} budget={budget} onDone={() => setWriting(false)} /> : null}
            <Paged pages={pages} empty={<Nothing>{t('none')}</Nothing>}>
              {(rows) => (
                <ul className="rows">
                  {rows.map(({ id, spentOn, payee, item, fen, file }) => (
                    <li key={id} className="projects-deed">
                      <span className="row-main">
                        <span>{t('one', { day: dayOf(spentOn, language), payee, item })}</span>
                        <FileLink address={`/api/v1/uploads/${file.uploadId}`} name={file.name} />
                      </span>
                      <b className="projects-sum">{terms.yuan(fen)}</b>
                    </li>
                  ))}
                </ul>
              )}
            </Paged>
          </section>
        </>
      )}
    </Shown>
  );
}

function Lines({ budget }: Pick<Money, 'budget'>) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const sum = (of: (line: Money['budget'][number]) => number) =>
    terms.yuan(budget.reduce((total, line) => total + of(line), 0));
  const left = (fen: number) =>
    fen < 0 ? <span className="due-late">{t('over', { fen: terms.yuan(-fen) })}</span> : terms.yuan(fen);
  return (
    <div className="table-scroll">
      <table className="table projects-cards">
        <thead>
          <tr>
            <th scope="col">{t('item')}</th>
            {(['agreed', 'now', 'spent', 'left'] as const).map((head) => (
              <th key={head} scope="col" className="number">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {budget.map(({ category, item, agreedFen, nowFen, spentFen }, place) => (
            // Two lines may read the same; their place is what tells them apart.
            <tr key={place}>
              <th scope="row">
                {item}
                <small className="muted">{category}</small>
              </th>
              <td className="number" data-head={t('agreed')}>
                {terms.yuan(agreedFen)}
              </td>
              <td className="number" data-head={t('now')}>
                {nowFen === agreedFen ? '—' : terms.yuan(nowFen)}
              </td>
              <td className="number" data-head={t('spent')}>
                {terms.yuan(spentFen)}
              </td>
              <td className="number" data-head={t('left')}>
                {left(nowFen - spentFen)}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('total')}</th>
            <td className="number" data-head={t('agreed')}>
              {sum(({ agreedFen }) => agreedFen)}
            </td>
            <td className="number" data-head={t('now')}>
              {sum(({ nowFen }) => nowFen)}
            </td>
            <td className="number" data-head={t('spent')}>
              {sum(({ spentFen }) => spentFen)}
            </td>
            <td className="number" data-head={t('left')}>
              {sum(({ nowFen, spentFen }) => nowFen - spentFen)}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
