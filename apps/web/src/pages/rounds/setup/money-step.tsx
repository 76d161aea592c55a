import { Button, Checkbox, Input, Radio } from 'antd';

import { AWARD_SOURCES, FUNDING_SOURCES, LOTTERY_THEMES, VENTURE_THEMES } from '#domain/venture-round/terms.js';
import type { AwardSource } from '#domain/venture-round/terms.js';
import { labelOf } from '#domain/terms/term.js';
import { Choice } from '../../../parts/choice.js';
import { YuanField } from '../../../parts/yuan-field.js';
import { useLabel, useLanguage, useTexts } from '../../../text/language.js';
import { yuanOf } from '../../../text/money.js';
import { CONFIGURATION_TEXTS } from '../configuration-words.js';
import { Count, Entries, SetupField } from './fields.js';
import type { StepProps } from './fields.js';
import type { InstalmentForm, RoundForm, SourceForm } from './form-data.js';
import { Wrong } from './wrong.js';

const TEXTS = {
  sources: ['资金来源', 'Sources of money'],
  sourcesHint: ['按先后顺序使用;排在前面的先用。', 'They are used in this order.'],
  budgetOf: ['{name}预算', 'Budget of {name}'],
  use: ['{name}用途', 'Use of {name}'],
  all: ['全部领域', 'Every theme'],
  some: ['限定领域', 'Only these themes'],
  themesOf: ['{name}限用领域', 'Themes of {name}'],
  addSource: ['增加资金来源', 'Add a source'],
  maxShareHint: ['不填:不设上限', 'empty: no such cap'],
  schedule: ['拨付安排', 'Instalments'],
  percent: ['第 {n} 期比例', 'Share of instalment {n}'],
  release: ['第 {n} 期拨付条件', 'What releases instalment {n}'],
  milestone: ['第 {n} 期里程碑', 'Milestone of instalment {n}'],
  milestoneHint: ['里程碑,例如:完成 10 场活动', 'the milestone, such as: ten activities held'],
  addInstalment: ['增加一期', 'Add an instalment'],
  together: ['合计 {n}%', '{n} % together'],
  n: ['第 {n} 期', 'Instalment {n}'],
  AGREEMENT_SIGNED: ['协议签订后', 'Agreement signed'],
  MID_TERM_PASS: ['中期评估通过后', 'Mid-term evaluation passed'],
  COMPLETED: ['结项评估通过后', 'Project completed'],
  MILESTONE: ['达到里程碑后', 'Milestone reached'],
} as const;

const RELEASES = ['AGREEMENT_SIGNED', 'MID_TERM_PASS', 'COMPLETED', 'MILESTONE'] as const;
const WHOLE = 100;

/** Where the money comes from, how much one project may take, and in which instalments it is paid. */
export function MoneyStep({ form, change, faults }: StepProps) {
  const t = useTexts(TEXTS);
  const word = useTexts(CONFIGURATION_TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const nameOf = ({ source }: SourceForm) => label(labelOf(FUNDING_SOURCES, source));
  const unused = AWARD_SOURCES.filter((source) => !form.sources.some((one) => one.source === source));
  const total = form.sources.reduce((sum, { budgetFen = 0 }) => sum + budgetFen, 0);
  return (
    <>
      <h3>{t('sources')}</h3>
      <p className="muted">{t('sourcesHint')}</p>
      <Entries
        label={t('sources')}
        entries={form.sources}
        nameOf={nameOf}
        keyOf={({ source }) => source}
        onChange={(sources) => change({ sources })}
      >
        {(source, _, put) => <Source source={source} name={nameOf(source)} form={form} put={put} />}
      </Entries>
      {unused.length === 0 ? null : (
        <div className="rounds-add">
          <Choice
            label={t('addSource')}
            value={undefined}
            empty={t('addSource')}
            options={unused.map((source) => ({ value: source, label: label(labelOf(FUNDING_SOURCES, source)) }))}
            onChange={(chosen) => change({ sources: [...form.sources, ...begun(unused, chosen, form)] })}
          />
        </div>
      )}
      <p>
        {word('total')} <b>{yuanOf(total, language)}</b>
      </p>
      <Wrong faults={faults} of="sources" />
      <SetupField field="maxSharePct" label={word('maxShare')} faults={faults} hint={t('maxShareHint')}>
        <Count
          id="maxSharePct"
          label={word('maxShare')}
          value={form.maxSharePct}
          max={WHOLE}
          unit="%"
          onChange={(maxSharePct) => change({ maxSharePct: maxSharePct ?? null })}
        />
      </SetupField>
      <h3>{t('schedule')}</h3>
      <Entries
        label={t('schedule')}
        entries={form.schedule}
        nameOf={(_, place) => t('n', { n: place + 1 })}
        keyOf={(_, place) => String(place)}
        onChange={(schedule) => change({ schedule })}
      >
        {(instalment, place, put) => <Instalment instalment={instalment} n={place + 1} put={put} />}
      </Entries>
      <p className="rounds-add">
        <Button
          onClick={() =>
            change({
              schedule: [...form.schedule, { percent: undefined, release: 'COMPLETED', milestone: undefined }],
            })
          }
        >
          {t('addInstalment')}
        </Button>
        <b>{t('together', { n: form.schedule.reduce((sum, { percent = 0 }) => sum + percent, 0) })}</b>
      </p>
      <Wrong faults={faults} of="schedule" />
    </>
  );
}

/** The lottery welfare fund begins with the purposes that it has. */
function begun(unused: readonly AwardSource[], chosen: string | undefined, { themes }: RoundForm): SourceForm[] {
  const source = unused.find((one) => one === chosen);
  if (source === undefined) return [];
  const own = source === 'LOTTERY_WELFARE_FUND' ? themes.filter((theme) => LOTTERY_THEMES.includes(theme)) : null;
  return [{ source, budgetFen: undefined, themes: own }];
}

interface SourceProps {
  readonly source: SourceForm;
  readonly name: string;
  readonly form: RoundForm;
  readonly put: (source: SourceForm) => void;
}

function Source({ source, name, form, put }: SourceProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const isLottery = source.source === 'LOTTERY_WELFARE_FUND';
  const possible = VENTURE_THEMES.filter(
    ({ slug }) => form.themes.includes(slug) && (!isLottery || LOTTERY_THEMES.includes(slug)),
  );
  return (
    <>
      <b className="rounds-entry-name">{name}</b>
      <YuanField
        label={t('budgetOf', { name })}
        value={source.budgetFen}
        onChange={(budgetFen) => put({ ...source, budgetFen })}
      />
      {isLottery ? null : (
        <Radio.Group
          aria-label={t('use', { name })}
          className="choices"
          value={source.themes === null ? 'all' : 'some'}
          options={[
            { value: 'all', label: t('all') },
            { value: 'some', label: t('some') },
          ]}
          onChange={({ target }) => put({ ...source, themes: target.value === 'all' ? null : [] })}
        />
      )}
      {source.themes === null ? null : (
        <fieldset className="rounds-plain">
          <legend>{t('themesOf', { name })}</legend>
          <Checkbox.Group
            className="choices"
            value={source.themes}
            options={possible.map(({ slug, ...names }) => ({ value: slug, label: label(names) }))}
            onChange={(chosen) =>
              put({ ...source, themes: possible.flatMap(({ slug }) => (chosen.includes(slug) ? [slug] : [])) })
            }
          />
        </fieldset>
      )}
    </>
  );
}

interface InstalmentProps {
  readonly instalment: InstalmentForm;
  readonly n: number;
  readonly put: (instalment: InstalmentForm) => void;
}

function Instalment({ instalment, n, put }: InstalmentProps) {
  const t = useTexts(TEXTS);
  return (
    <>
      <b className="rounds-entry-name">{t('n', { n })}</b>
      <Count
        label={t('percent', { n })}
        value={instalment.percent}
        max={WHOLE}
        unit="%"
        onChange={(percent) => put({ ...instalment, percent })}
      />
      <span className="rounds-wide">
        <Choice
          label={t('release', { n })}
          value={instalment.release}
          empty={t('release', { n })}
          options={RELEASES.map((release) => ({ value: release, label: t(release) }))}
          onChange={(chosen) => {
            const release = RELEASES.find((one) => one === chosen);
            if (release === undefined) return;
            put({ ...instalment, release, milestone: release === 'MILESTONE' ? instalment.milestone : undefined });
          }}
        />
      </span>
      {instalment.release === 'MILESTONE' ? (
        <Input
          className="rounds-wide"
          aria-label={t('milestone', { n })}
          placeholder={t('milestoneHint')}
          value={instalment.milestone}
          maxLength={60}
          onChange={({ target }) => put({ ...instalment, milestone: target.value === '' ? undefined : target.value })}
        />
      ) : null}
    </>
  );
}
