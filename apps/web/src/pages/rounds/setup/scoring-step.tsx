import { Button, Checkbox, Input, Radio } from 'antd';

import type { TieBreak } from '#domain/venture-round/scoring-policy.js';
import { Choice } from '../../../parts/choice.js';
import { useTexts } from '../../../text/language.js';
import { CONFIGURATION_TEXTS } from '../configuration-words.js';
import { Count, Entries, SetupField } from './fields.js';
import type { StepProps } from './fields.js';
import type { CriterionForm, ScoringForm } from './form-data.js';
import { Wrong } from './wrong.js';

const TEXTS = {
  criteria: ['评分项', 'Criteria'],
  nameOf: ['第 {n} 个评分项名称', 'Name of criterion {n}'],
  maxOf: ['第 {n} 个评分项满分', 'Maximum of criterion {n}'],
  n: ['第 {n} 个评分项', 'criterion {n}'],
  points: ['分', 'points'],
  add: ['增加评分项', 'Add a criterion'],
  together: ['合计 {n} 分', '{n} points together'],
  aggregation: ['多名评委的分数如何汇总', 'How the sheets become one score'],
  judgesMin: ['每个项目至少几名评委', 'Fewest judges of a project'],
  judges: ['名', ''],
  decimals: ['得分保留小数', 'Decimals of a score'],
  places: ['位', 'places'],
  floor: ['最低分', 'Floor'],
  floorHint: ['低于最低分的不资助、不认领', 'Nothing below it is awarded or adopted'],
  tieHint: ['得分相同时依次比较,直到分出先后。', 'Compared one after the other until the tie is broken.'],
  tieOf: ['第 {n} 条', 'no. {n}'],
  addTie: ['增加一条', 'Add a rule'],
  awardRule: ['按名次分配资金,余额不足一个项目时', 'Money goes by rank; when what is left is too little for a project'],
  OFFER_LESS: ['把余额资助给该项目', 'it is offered what is left'],
  FULL_ONLY: ['跳过该项目,看下一名', 'it is passed over for the next one'],
  blind: ['盲评:评委看不到申报单位、人员与附件', 'Blind: judges see neither applicant nor people nor files'],
} as const;

const AGGREGATIONS = ['trimmed', 'mean', 'median'] as const;

/** How sheets become a ranking, and a ranking awards. */
export function ScoringStep({ form, change, faults }: StepProps) {
  const t = useTexts(TEXTS);
  const word = useTexts(CONFIGURATION_TEXTS);
  const { scoring } = form;
  const set = (part: Partial<ScoringForm>) => change({ scoring: { ...scoring, ...part } });
  return (
    <>
      <Criteria scoring={scoring} set={set} />
      <Wrong faults={faults} of="scoring.criteria" />
      <SetupField field="scoring.aggregation" label={t('aggregation')} faults={faults}>
        <Radio.Group
          className="choices"
          value={scoring.aggregation}
          options={AGGREGATIONS.map((value) => ({ value, label: word(value) }))}
          onChange={({ target }) => set({ aggregation: AGGREGATIONS.find((one) => one === target.value) ?? 'trimmed' })}
        />
      </SetupField>
      <div className="rounds-counts">
        <SetupField field="scoring.judgesMin" label={t('judgesMin')} faults={faults}>
          <Count
            id="scoring.judgesMin"
            label={t('judgesMin')}
            value={scoring.judgesMin}
            min={3}
            max={100}
            unit={t('judges')}
            onChange={(judgesMin) => set({ judgesMin })}
          />
        </SetupField>
        <SetupField field="scoring.rounding.decimals" label={t('decimals')} faults={faults}>
          <Count
            id="scoring.rounding.decimals"
            label={t('decimals')}
            value={scoring.rounding.decimals}
            min={0}
            max={4}
            unit={t('places')}
            onChange={(decimals) => set({ rounding: { mode: 'HALF_UP', decimals } })}
          />
        </SetupField>
        <SetupField field="scoring.floor" label={t('floor')} faults={faults} hint={t('floorHint')}>
          <Count
            id="scoring.floor"
            label={t('floor')}
            value={scoring.floor}
            min={0}
            max={100}
            unit={t('points')}
            onChange={(floor) => set({ floor })}
          />
        </SetupField>
      </div>
      <TieChain scoring={scoring} set={set} />
      <Wrong faults={faults} of="scoring.tieBreak" />
      <SetupField field="scoring.awardRule" label={t('awardRule')} faults={faults}>
        <Radio.Group
          className="choices"
          value={scoring.awardRule}
          options={[
            { value: 'RANK_WALK_OFFER_LESS', label: t('OFFER_LESS') },
            { value: 'RANK_WALK_FULL_ONLY', label: t('FULL_ONLY') },
          ]}
          onChange={({ target }) =>
            set({ awardRule: target.value === 'RANK_WALK_FULL_ONLY' ? 'RANK_WALK_FULL_ONLY' : 'RANK_WALK_OFFER_LESS' })
          }
        />
      </SetupField>
      <Checkbox
        checked={scoring.blind === true}
        onChange={({ target }) => set({ blind: target.checked ? true : undefined })}
      >
        {t('blind')}
      </Checkbox>
    </>
  );
}

interface PartProps {
  readonly scoring: ScoringForm;
  readonly set: (part: Partial<ScoringForm>) => void;
}

function Criteria({ scoring, set }: PartProps) {
  const t = useTexts(TEXTS);
  const { criteria } = scoring;
  const sum = criteria.reduce((all, { max = 0 }) => all + max, 0);
  const put = (entries: CriterionForm[]) => {
    const ids = entries.map(({ id }) => id);
    // A tie-break by a criterion that is not there any more goes with it.
    const tieBreak = scoring.tieBreak.filter((rule) => rule.by !== 'CRITERION' || ids.includes(rule.criterion));
    set({ criteria: entries, tieBreak });
  };
  return (
    <>
      <h3>{t('criteria')}</h3>
      <Entries
        label={t('criteria')}
        entries={criteria}
        nameOf={({ zh }, place) => (zh === '' ? t('n', { n: place + 1 }) : zh)}
        keyOf={({ id }) => id}
        onChange={put}
      >
        {(criterion, place, change) => (
          <>
            <Input
              className="rounds-wide"
              aria-label={t('nameOf', { n: place + 1 })}
              value={criterion.zh}
              maxLength={40}
              // The English name was that of the words before.
              onChange={({ target }) => change({ ...criterion, zh: target.value, en: undefined })}
            />
            <Count
              label={t('maxOf', { n: place + 1 })}
              value={criterion.max}
              min={0.5}
              max={100}
              unit={t('points')}
              onChange={(max) => change({ ...criterion, max })}
            />
          </>
        )}
      </Entries>
      <p className="rounds-add">
        <Button onClick={() => put([...criteria, { id: freshId(criteria), zh: '', en: undefined, max: undefined }])}>
          {t('add')}
        </Button>
        <b className={sum === 100 ? 'due-good' : 'due-late'}>{t('together', { n: sum })}</b>
      </p>
    </>
  );
}

function freshId(criteria: readonly CriterionForm[]): string {
  for (let n = criteria.length + 1; ; n += 1) if (!criteria.some(({ id }) => id === `item${n}`)) return `item${n}`;
}

function TieChain({ scoring, set }: PartProps) {
  const t = useTexts(TEXTS);
  const word = useTexts(CONFIGURATION_TEXTS);
  const { tieBreak, criteria } = scoring;
  const possible: readonly { readonly rule: TieBreak; readonly value: string; readonly label: string }[] = [
    ...(['UNTRIMMED_MEAN', 'LOWER_REQUESTED', 'PANEL_VOTE'] as const).map((by) => ({
      rule: { by },
      value: by,
      label: word(by),
    })),
    ...criteria.map(({ id, zh }) => ({
      rule: { by: 'CRITERION' as const, criterion: id },
      value: `CRITERION ${id}`,
      label: word('CRITERION', { name: zh }),
    })),
  ];
  const labelOf = (rule: TieBreak) => possible.find(({ value }) => value === keyOf(rule))?.label ?? '';
  const unused = possible.filter(({ value }) => !tieBreak.some((rule) => keyOf(rule) === value));
  return (
    <>
      <h3>{word('tieBreak')}</h3>
      <p className="muted">{t('tieHint')}</p>
      <Entries
        label={word('tieBreak')}
        entries={tieBreak}
        nameOf={labelOf}
        keyOf={keyOf}
        onChange={(rules) => set({ tieBreak: rules })}
      >
        {(rule, place) => (
          <span>
            {place + 1}. {labelOf(rule)}
          </span>
        )}
      </Entries>
      {unused.length === 0 ? null : (
        <div className="rounds-add">
          <Choice
            label={t('addTie')}
            value={undefined}
            empty={t('addTie')}
            options={unused.map(({ value, label }) => ({ value, label }))}
            onChange={(chosen) =>
              set({
                tieBreak: [...tieBreak, ...unused.flatMap(({ value, rule }) => (value === chosen ? [rule] : []))],
              })
            }
          />
        </div>
      )}
    </>
  );
}

const keyOf = (rule: TieBreak): string => (rule.by === 'CRITERION' ? `CRITERION ${rule.criterion}` : rule.by);
