import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';

import { Choice } from '../../../parts/choice.js';
import { useTexts } from '../../../text/language.js';
import { unitsQuery } from '../../rounds/queries.js';
import type { Round } from '../../rounds/queries.js';
import type { Fault } from './faults.js';
import { Field } from './field.js';

const TEXTS = {
  choose: ['请选择乡镇(街道)或村(社区)', 'Choose a town or a community'],
  hint: ['须在本届开展的区域内', 'Within the area of the round'],
  code: ['填写实施地的区划代码:乡镇(街道)9 位,村(社区)12 位', 'Its division code: 9 or 12 digits'],
} as const;

const TOWN_DIGITS = 9;

interface Props {
  readonly value: string | undefined;
  readonly round: Round;
  readonly faults: readonly Fault[];
  readonly onChange: (code: string | undefined) => void;
}

/** Where the project takes place: chosen from the places within the round's area; where none is on record, its code. */
export function SiteField({ value, round, faults, onChange }: Props) {
  const t = useTexts(TEXTS);
  const units = useQuery(unitsQuery);
  const places = placesIn(round.divisionCode, units.data ?? []);
  return (
    <Field
      field="siteDivision"
      faults={faults}
      touched={(value ?? '') !== ''}
      hint={t(places.length === 0 ? 'code' : 'hint')}
    >
      {places.length === 0 ? (
        <Input
          id="siteDivision"
          inputMode="numeric"
          maxLength={12}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <Choice id="siteDivision" value={value} empty={t('choose')} options={places} onChange={onChange} />
      )}
    </Field>
  );
}

interface Unit {
  readonly name: string;
  readonly divisionCode: string;
}

/** Towns and communities within an area; of several units at one place the shortest name, without what is only the office's. */
function placesIn(area: string, units: readonly Unit[]): { value: string; label: string }[] {
  const names = new Map<string, string>();
  for (const { name, divisionCode } of units) {
    if (divisionCode.length < TOWN_DIGITS || !divisionCode.startsWith(area)) continue;
    const place = name
      .replace(/^中共/, '')
      .replace(/(两新|社会组织|党群|综合|工作委员会|党委|委员会|居民委员会).*$/, '');
    const known = names.get(divisionCode);
    if (known === undefined || place.length < known.length) names.set(divisionCode, place);
  }
  return [...names]
    .map(([value, label]) => ({ value, label: label === '' ? value : label }))
    .sort((a, b) => a.value.localeCompare(b.value));
}
