import { Input } from 'antd';

import { Choice } from '../../../parts/choice.js';
import { useLabel, useTexts } from '../../../text/language.js';
import { FIELD_TEXTS } from './faults.js';
import { Field } from './field.js';
import { Cell, Rows } from './rows.js';
import type { StepProps } from './wizard.js';

const TEXTS = {
  pick: ['从本单位登记的任职人员中选择。', "Chosen from the organisation's records."],
  none: ['本单位没有登记任职人员,请先在组织信息中登记。', 'No people are on record.'],
  choose: ['请选择', 'Choose'],
  name: ['姓名', 'Name'],
  phone: ['联系电话', 'Telephone'],
  duty: ['分工', 'Duty'],
} as const;

const TEAM_MAX = 50;

/** Who leads it and who works in it. */
export function PeopleStep({ form, change, faults, people }: StepProps) {
  const t = useTexts(TEXTS);
  const field = useTexts(FIELD_TEXTS);
  const label = useLabel();
  const options = people.map(({ personId, name, posts }) => ({
    value: personId,
    label: [name, posts.map(({ post }) => label(post)).join('、')].filter(Boolean).join(' · '),
  }));
  const { personId, phone } = form.leader;
  return (
    <>
      <p className="muted">{t(people.length === 0 ? 'none' : 'pick')}</p>
      <Field field="leader" isGroup faults={faults} touched={personId !== undefined && (phone ?? '') !== ''}>
        <div className="projects-row projects-leader">
          <span>
            <label htmlFor="leader">{t('name')}</label>
            <Choice
              id="leader"
              value={personId}
              empty={t('choose')}
              options={options}
              onChange={(id) => change((now) => ({ leader: { ...now.leader, personId: id } }))}
            />
          </span>
          <span>
            <label htmlFor="leader-phone">{t('phone')}</label>
            <Input
              id="leader-phone"
              type="tel"
              value={phone}
              maxLength={20}
              onChange={({ target }) => change((now) => ({ leader: { ...now.leader, phone: target.value } }))}
            />
          </span>
        </div>
      </Field>
      <h3>{field('team')}</h3>
      <Rows
        name={field('team')}
        heads={[t('name'), t('duty')]}
        layout="projects-team"
        rows={form.team}
        fresh={{ personId: undefined, duty: undefined }}
        max={TEAM_MAX}
        onChange={(rows) => change((now) => ({ team: rows(now.team) }))}
        cells={(row, set, named) => (
          <>
            <Cell head={t('name')}>
              <Choice
                label={named(t('name'))['aria-label']}
                value={row.personId}
                empty={t('choose')}
                options={options}
                onChange={(id) => set({ personId: id })}
              />
            </Cell>
            <Cell head={t('duty')}>
              <Input
                {...named(t('duty'))}
                value={row.duty}
                maxLength={80}
                onChange={({ target }) => set({ duty: target.value })}
              />
            </Cell>
          </>
        )}
      />
    </>
  );
}
