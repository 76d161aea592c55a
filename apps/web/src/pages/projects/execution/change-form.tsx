import { Button, InputNumber, Radio } from 'antd';
import { useId, useState } from 'react';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { addMonths } from '#domain/calendar/terms.js';
import { answered, api, keyed } from '../../../api/client.js';
import { useWrite } from '../../../api/use-write.js';
import { Refusal } from '../../../parts/refusal.js';
import { YuanField } from '../../../parts/yuan-field.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { dayOf } from '../../../text/time.js';
import type { Money, Progress } from '../queries.js';
import { useTerms } from '../terms.js';

const TEXTS = {
  kind: ['变更类型', 'Kind'],
  BUDGET: ['预算调整', 'Shift of the budget'],
  EXTENSION: ['延期', 'Extension'],
  free: [
    '每行累计调整不超过协议预算的 10% 即时生效,超过的须审批;合计不能变。',
    'Up to ten per cent of a line takes effect at once, more needs approval; the total stays.',
  ],
  once: ['延期只有一次,不超过 3 个月,须审批。', 'Once, three months at most, with approval.'],
  item: ['预算内容', 'Item'],
  now: ['现预算', 'Now'],
  next: ['调整为', 'To be'],
  even: ['✓ 合计不变', '✓ The total stays'],
  less: ['✕ 合计比原来少 {fen}', '✕ {fen} less than before'],
  more: ['✕ 合计比原来多 {fen}', '✕ {fen} more than before'],
  months: ['延长(月)', 'Months'],
  until: ['执行期由 {from} 延至 {to}', 'The term ends on {to} instead of {from}'],
  send: ['提交变更', 'Ask for it'],
  cancel: ['取消', 'Cancel'],
  ofLine: ['{item} 调整为', '{item}, to be'],
} as const;

interface Props {
  readonly caseNo: string;
  readonly budget: Money['budget'];
  readonly term: Progress['term'];
  readonly onDone: () => void;
}

type Change = { kind: 'BUDGET'; lines: { line: number; newFen: number }[] } | { kind: 'EXTENSION'; months: number };

/** A change that is asked for: amounts of lines that balance as one types, or months. */
export function ChangeForm({ caseNo, budget, term, onDone }: Props) {
  const t = useTexts(TEXTS);
  const [kind, setKind] = useState<'BUDGET' | 'EXTENSION'>('BUDGET');
  const [amounts, setAmounts] = useState<Readonly<Record<number, number | undefined>>>({});
  const [months, setMonths] = useState<number | null>(1);
  const write = useWrite(
    (change: Change, key) =>
      answered(
        api.POST('/api/v1/projects/{caseNo}/changes', {
          params: { path: { caseNo }, header: keyed(key) },
          body: change,
        }),
      ),
    onDone,
  );
  const lines = budget.flatMap(({ nowFen }, line) => {
    const newFen = amounts[line];
    return newFen === undefined || newFen === nowFen ? [] : [{ line, newFen }];
  });
  const difference = lines.reduce((sum, { line, newFen }) => sum + newFen - (budget[line]?.nowFen ?? 0), 0);
  const change: Change | null =
    kind === 'EXTENSION'
      ? months === null
        ? null
        : { kind, months }
      : lines.length > 0 && difference === 0
        ? { kind, lines }
        : null;
  return (
    <div className="projects-form projects-writing">
      <Radio.Group
        className="choices"
        aria-label={t('kind')}
        value={kind}
        onChange={({ target }) => setKind(target.value === 'EXTENSION' ? 'EXTENSION' : 'BUDGET')}
        options={(['BUDGET', 'EXTENSION'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <p className="muted">{t(kind === 'BUDGET' ? 'free' : 'once')}</p>
      {kind === 'BUDGET' ? (
        <Shift budget={budget} amounts={amounts} difference={difference} isBegun={lines.length > 0} set={setAmounts} />
      ) : (
        <Extension term={term} months={months} set={setMonths} />
      )}
      <Refusal error={write.error} />
      <div className="form-end">
        <Button onClick={onDone}>{t('cancel')}</Button>
        <Button
          type="primary"
          disabled={change === null}
          loading={write.busy}
          onClick={() => (change === null ? undefined : write.send(change))}
        >
          {t('send')}
        </Button>
      </div>
    </div>
  );
}

interface ExtensionProps {
  readonly term: Props['term'];
  readonly months: number | null;
  readonly set: (months: number | null) => void;
}

/** How many months more, and what day the term then ends on. */
function Extension({ term, months, set }: ExtensionProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const id = useId();
  const from = term === null ? '' : dayOf(term.to, language);
  const to = term === null || months === null ? '' : dayOf(addMonths(parseIsoDate(term.to), months), language);
  return (
    <div className="projects-extension">
      <label htmlFor={id}>{t('months')}</label>
      <InputNumber id={id} min={1} max={3} precision={0} value={months} onChange={set} />
      {from === '' || to === '' ? null : <span role="status">{t('until', { from, to })}</span>}
    </div>
  );
}

interface ShiftProps {
  readonly budget: Money['budget'];
  readonly amounts: Readonly<Record<number, number | undefined>>;
  readonly difference: number;
  readonly isBegun: boolean;
  readonly set: (amounts: Readonly<Record<number, number | undefined>>) => void;
}

function Shift({ budget, amounts, difference, isBegun, set }: ShiftProps) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const words =
    difference === 0 ? t('even') : t(difference < 0 ? 'less' : 'more', { fen: terms.yuan(Math.abs(difference)) });
  return (
    <>
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">{t('item')}</th>
            <th scope="col" className="number">
              {t('now')}
            </th>
            <th scope="col">{t('next')}</th>
          </tr>
        </thead>
        <tbody>
          {budget.map(({ item, nowFen }, line) => (
            // Lines have no name of their own: their place is what the change names.
            <tr key={line}>
              <th scope="row">{item}</th>
              <td className="number" data-name={t('now')}>
                {terms.yuan(nowFen)}
              </td>
              <td data-name={t('next')}>
                <YuanField
                  label={t('ofLine', { item })}
                  value={amounts[line] ?? nowFen}
                  onChange={(fen) => set({ ...amounts, [line]: fen })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isBegun ? (
        <p role="status" className={difference === 0 ? 'due-good' : 'due-late'}>
          {words}
        </p>
      ) : null}
    </>
  );
}
