import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';

import { placeName } from '#domain/identifier/place-name.js';
import { VENTURE_SERIES } from '#domain/venture-round/terms.js';
import { meQuery } from '../../../api/queries.js';
import { Choice } from '../../../parts/choice.js';
import { Shown } from '../../../parts/query-state.js';
import { useLabel, useTexts } from '../../../text/language.js';
import { CONFIGURATION_TEXTS, FIELD_TEXTS } from '../configuration-words.js';
import { unitsQuery } from '../queries.js';
import type { Unit } from '../queries.js';
import { Count, SetupField } from './fields.js';
import type { StepProps } from './fields.js';

const TEXTS = {
  series: ['系列', 'Series'],
  edition: ['届次', 'Edition'],
  editionHint: ['同一区域、同一系列的届次不能重复', 'Each edition of a series exists once in a division'],
  th: ['届', ''],
  titleHint: ['公布用的全称,4 至 60 个字', 'The full name as it is published, 4 to 60 characters'],
  suggest: ['采用“{name}”', 'Take "{name}"'],
  suggested: ['第 {n} 届{series}', '{series}, edition {n}'],
  addHost: ['增加联合主办单位', 'Add a joint host'],
  removeHost: ['移除{name}', 'Remove {name}'],
  divisionHint: ['项目实施地须在本区域之内', 'Projects lie inside this division'],
  choose: ['请选择', 'Choose'],
  perOrganisation: ['每家单位最多申报', 'One organisation applies with at most'],
  projects: ['个项目', 'projects'],
  fixed: [
    '系列、届次和区域就是“这一届”本身,创建后不能更改。',
    'Series, edition and division are the round itself and stay.',
  ],
} as const;

interface Props extends StepProps {
  /** Series, edition and division stay: the round is there already. */
  readonly isFixed: boolean;
}

/** Which round it is, who holds it, and where. */
export function BasisStep(props: Props) {
  const units = useQuery(unitsQuery);
  return <Shown query={units}>{(all) => <Basis {...props} units={all} />}</Shown>;
}

function Basis({ form, change, faults, isFixed, units }: Props & { readonly units: readonly Unit[] }) {
  const t = useTexts(TEXTS);
  const word = useTexts(CONFIGURATION_TEXTS);
  const field = useTexts(FIELD_TEXTS);
  const label = useLabel();
  const series = VENTURE_SERIES.find(({ slug }) => slug === form.series) ?? VENTURE_SERIES[0];
  const suggestion = t('suggested', { series: label(series), n: form.edition ?? '' });
  return (
    <>
      {isFixed ? <p className="muted">{t('fixed')}</p> : null}
      <div className="fields">
        <SetupField field="series" label={t('series')} faults={faults}>
          <Radio.Group
            id="series"
            className="choices"
            disabled={isFixed}
            value={form.series}
            options={VENTURE_SERIES.map(({ slug, ...names }) => ({ value: slug, label: label(names) }))}
            onChange={({ target }) => change({ series: target.value === 'RED_VENTURE' ? 'RED_VENTURE' : 'VENTURE' })}
          />
        </SetupField>
        <SetupField field="edition" label={t('edition')} faults={faults} hint={t('editionHint')}>
          {isFixed ? (
            <b>{word('editionIs', { series: label(series), n: form.edition ?? '' })}</b>
          ) : (
            <Count
              id="edition"
              label={t('edition')}
              value={form.edition}
              max={999}
              unit={t('th')}
              onChange={(edition) => change({ edition })}
            />
          )}
        </SetupField>
      </div>
      <SetupField field="title" label={word('title')} faults={faults} hint={t('titleHint')}>
        <Input
          id="title"
          value={form.title}
          maxLength={60}
          onChange={({ target }) => change({ title: target.value })}
        />
        {(form.title ?? '') === '' ? (
          <Button type="link" size="small" onClick={() => change({ title: suggestion })}>
            {t('suggest', { name: suggestion })}
          </Button>
        ) : null}
      </SetupField>
      <Hosts form={form} change={change} faults={faults} units={units} />
      <div className="fields">
        <SetupField field="divisionCode" label={field('divisionCode')} faults={faults} hint={t('divisionHint')}>
          <Division form={form} change={change} isFixed={isFixed} units={units} />
        </SetupField>
        <SetupField field="perOrganisation" label={t('perOrganisation')} faults={faults}>
          <Count
            id="perOrganisation"
            label={t('perOrganisation')}
            value={form.perOrganisation}
            max={100}
            unit={t('projects')}
            onChange={(perOrganisation) => change({ perOrganisation })}
          />
        </SetupField>
      </div>
    </>
  );
}

interface OfUnits extends Omit<StepProps, 'faults'> {
  readonly units: readonly Unit[];
}

function Hosts({ form, change, faults, units }: OfUnits & Pick<StepProps, 'faults'>) {
  const t = useTexts(TEXTS);
  const word = useTexts(CONFIGURATION_TEXTS);
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? '';
  return (
    <SetupField field="hosts" label={word('hosts')} faults={faults}>
      <ul className="rounds-chosen">
        {form.hosts.map((id) => (
          <li key={id}>
            {nameOf(id)}
            {form.hosts.length > 1 ? (
              <Button
                size="small"
                aria-label={t('removeHost', { name: nameOf(id) })}
                onClick={() => change({ hosts: form.hosts.filter((host) => host !== id) })}
              >
                {t('removeHost', { name: '' })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Choice
        id="hosts"
        value={undefined}
        empty={t('addHost')}
        options={units.filter(({ id }) => !form.hosts.includes(id)).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => (id === undefined ? undefined : change({ hosts: [...form.hosts, id] }))}
      />
    </SetupField>
  );
}

/** Divisions within those of one's own office, by name. */
function Division({ form, change, isFixed, units }: OfUnits & { readonly isFixed: boolean }) {
  const t = useTexts(TEXTS);
  const { data: me } = useQuery(meQuery);
  const own = (me?.grants ?? []).flatMap(({ role, unitId }) => (role === 'ROUND_ORGANISER' ? (unitId ?? []) : []));
  const codes = units.filter(({ id }) => own.includes(id)).map(({ divisionCode }) => divisionCode);
  const within = units.filter(({ divisionCode }) => codes.some((code) => divisionCode.startsWith(prefixOf(code))));
  const options = [...new Set([...codes, ...within.map(({ divisionCode }) => divisionCode)])].map((code) => {
    const place = placeName(units.filter(({ divisionCode }) => divisionCode === code).map(({ name }) => name));
    return { value: code, label: place === null ? code : `${place}（${code}）` };
  });
  if (isFixed) return <b>{options.find(({ value }) => value === form.divisionCode)?.label ?? form.divisionCode}</b>;
  return (
    <Choice
      id="divisionCode"
      value={form.divisionCode}
      empty={t('choose')}
      options={options}
      onChange={(divisionCode) => change({ divisionCode })}
    />
  );
}

/** The digits that every division inside begins with: 330400 covers 3304…, 330402 covers 330402…. */
const prefixOf = (code: string): string => (code.length === 6 ? code.replace(/(00){1,2}$/, '') : code);
