import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';

import { Choice } from '../../../parts/choice.js';
import { useTexts } from '../../../text/language.js';
import { unitsQuery } from '../../rounds/queries.js';
import type { Round } from '../../rounds/queries.js';
import type { Fault } from './faults.js';
import { Field } from './field.js';
import { placesIn } from './places-in.js';

const TEXTS = {
  choose: ['请选择乡镇(街道)或村(社区)', 'Choose a town or a community'],
  hint: ['须在本届开展的区域内', 'Within the area of the round'],
  code: ['填写实施地的区划代码:乡镇(街道)9 位,村(社区)12 位', 'Its division code: 9 or 12 digits'],
} as const;

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
