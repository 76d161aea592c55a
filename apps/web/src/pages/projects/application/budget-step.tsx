import { Button, Input, InputNumber } from 'antd';

import { LINE_SOURCES } from '#domain/venture-round/application-form.js';
import { mostPublicFen } from '#domain/venture-round/budget.rule.js';
import { Choice } from '../../../parts/choice.js';
import { YuanField } from '../../../parts/yuan-field.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { yuanOf } from '../../../text/money.js';
import { FIELD_TEXTS } from './faults.js';
import { Field, useFault } from './field.js';
import { amountOf, sumOf } from './form-data.js';
import type { FormLine } from './form-data.js';
import { Cell, Rows } from './rows.js';
import type { StepProps } from './wizard.js';

const TEXTS = {
  category: ['类别', 'Category'],
  item: ['内容', 'Item'],
  quantity: ['数量', 'Quantity'],
  price: ['单价', 'Unit price'],
  amount: ['金额', 'Amount'],
  source: ['资金来源', 'Source'],
  GRANT: ['申请资助', 'Grant'],
  OWN: ['自筹', 'Own funds'],
  OTHER: ['其他', 'Others'],
  choose: ['请选择', 'Choose'],
  total: ['预算合计', 'Total'],
  byLines: ['明细合计', 'By the lines'],
  stated: ['申请书填写', 'Stated'],
  balance: ['平衡情况', 'Balance'],
  even: ['已平衡', 'Balanced'],
  lacking: ['明细还差 {fen}', 'The lines lack {fen}'],
  tooMuch: ['明细多出 {fen}', 'The lines have {fen} too much'],
  empty: ['请填写金额', 'State the amount'],
  most: ['本届对此项目最多资助 {fen}', 'At most {fen} for this project'],
  take: ['按明细填写', 'Take from the lines'],
} as const;

const LINES_MAX = 200;
const FRESH: FormLine = {
  category: undefined,
  item: undefined,
  quantity: undefined,
  unitPriceFen: undefined,
  source: 'GRANT',
};

/** The budget as a grid that balances as one types: amounts by line, sums by source, and what is missing to the balance. */
export function BudgetStep({ form, change, faults, round }: StepProps) {
  const t = useTexts(TEXTS);
  const field = useTexts(FIELD_TEXTS);
  const language = useLanguage();
  const wrong = useFault(form.budget.some((line) => amountOf(line) !== null) ? faults : [], 'budget');
  const totalFen = form.budget.reduce((sum, line) => sum + (amountOf(line) ?? 0), 0);
  const limit = mostPublicFen({ class: form.class ?? '', totalFen }, round.configuration);
  return (
    <>
      <Rows
        name={field('budget')}
        heads={[t('category'), t('item'), t('quantity'), t('price'), t('amount'), t('source')]}
        layout="projects-budget"
        rows={form.budget}
        fresh={FRESH}
        max={LINES_MAX}
        onChange={(rows) => change((now) => ({ budget: rows(now.budget) }))}
        cells={(row, set, named) => <LineCells row={row} set={set} named={named} />}
      />
      {wrong === null ? null : <p className="field-error">{wrong}</p>}
      <div className="fields projects-fields">
        <Field
          field="requestedFen"
          faults={faults}
          touched={form.requestedFen !== undefined}
          hint={t('most', { fen: yuanOf(limit, language) })}
        >
          <YuanField
            id="requestedFen"
            value={form.requestedFen}
            onChange={(requestedFen) => change({ requestedFen })}
          />
        </Field>
        <Field field="ownFundsFen" faults={faults} touched={form.ownFundsFen !== undefined}>
          <YuanField id="ownFundsFen" value={form.ownFundsFen} onChange={(ownFundsFen) => change({ ownFundsFen })} />
        </Field>
      </div>
      <p>
        <Button
          onClick={() =>
            change((now) => ({ requestedFen: sumOf(now.budget, 'GRANT'), ownFundsFen: sumOf(now.budget, 'OWN') }))
          }
        >
          {t('take')}
        </Button>
      </p>
      <Balance form={form} totalFen={totalFen} />
    </>
  );
}

interface LineProps {
  readonly row: FormLine;
  readonly set: (part: Partial<FormLine>) => void;
  readonly named: (head: string) => { readonly 'aria-label': string };
}

function LineCells({ row, set, named }: LineProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const amount = amountOf(row);
  return (
    <>
      <Cell head={t('category')}>
        <Input
          {...named(t('category'))}
          value={row.category}
          maxLength={40}
          onChange={({ target }) => set({ category: target.value })}
        />
      </Cell>
      <Cell head={t('item')}>
        <Input
          {...named(t('item'))}
          value={row.item}
          maxLength={80}
          onChange={({ target }) => set({ item: target.value })}
        />
      </Cell>
      <Cell head={t('quantity')}>
        <InputNumber
          {...named(t('quantity'))}
          min={1}
          max={1_000_000}
          precision={0}
          controls={false}
          value={row.quantity ?? null}
          onChange={(n) => set({ quantity: n ?? undefined })}
        />
      </Cell>
      <Cell head={t('price')}>
        <YuanField
          label={named(t('price'))['aria-label']}
          value={row.unitPriceFen}
          onChange={(fen) => set({ unitPriceFen: fen })}
        />
      </Cell>
      <Cell head={t('amount')}>
        <output className="projects-amount" {...named(t('amount'))}>
          {amount === null ? '—' : yuanOf(amount, language)}
        </output>
      </Cell>
      <Cell head={t('source')}>
        <Choice
          label={named(t('source'))['aria-label']}
          value={row.source}
          empty={t('choose')}
          options={LINE_SOURCES.map((source) => ({ value: source, label: t(source) }))}
          onChange={(chosen) => set({ source: LINE_SOURCES.find((source) => source === chosen) ?? 'GRANT' })}
        />
      </Cell>
    </>
  );
}

function Balance({ form, totalFen }: { readonly form: StepProps['form']; readonly totalFen: number }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const yuan = (fen: number) => yuanOf(fen, language);
  const told = (stated: number | undefined, lines: number) => {
    if (stated === undefined) return { words: t('empty'), tone: 'due-soon' };
    if (stated === lines) return { words: `✓ ${t('even')}`, tone: 'due-good' };
    const words = t(stated > lines ? 'lacking' : 'tooMuch', { fen: yuan(Math.abs(stated - lines)) });
    return { words: `✕ ${words}`, tone: 'due-late' };
  };
  const rows = [
    { source: 'GRANT' as const, stated: form.requestedFen },
    { source: 'OWN' as const, stated: form.ownFundsFen },
  ];
  const others = sumOf(form.budget, 'OTHER');
  return (
    <div className="table-scroll">
      <table className="table projects-cards" aria-live="polite">
        <thead>
          <tr>
            <th scope="col">{t('source')}</th>
            <th scope="col">{t('byLines')}</th>
            <th scope="col">{t('stated')}</th>
            <th scope="col">{t('balance')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ source, stated }) => {
            const lines = sumOf(form.budget, source);
            const { words, tone } = told(stated, lines);
            return (
              <tr key={source}>
                <th scope="row">{t(source)}</th>
                <td data-head={t('byLines')}>{yuan(lines)}</td>
                <td data-head={t('stated')}>{stated === undefined ? '—' : yuan(stated)}</td>
                <td className={tone}>{words}</td>
              </tr>
            );
          })}
          {others > 0 ? (
            <tr>
              <th scope="row">{t('OTHER')}</th>
              <td data-head={t('byLines')}>{yuan(others)}</td>
              <td>—</td>
              <td>—</td>
            </tr>
          ) : null}
          <tr>
            <th scope="row">{t('total')}</th>
            <td>
              <b>{yuan(totalFen)}</b>
            </td>
            <td />
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}
