import { Button, Input, InputNumber } from 'antd';

import { POSTS } from '#domain/terms/organisation-terms.js';
import { Choice } from '../../parts/choice.js';
import { useLabel, useTexts } from '../../text/language.js';
import type { ReturnData } from './return-data.js';
import { inputId, ReturnField } from './return-field.js';
import type { StepProps } from './writing.js';

const TEXTS = {
  changesHint: [
    '名称、住所、法定代表人、章程、换届等,一行一项;没有的不填',
    'One a line; leave it empty when there were none',
  ],
  leader: ['第{n}位负责人', 'Leader {n}'],
  name: ['姓名', 'Name'],
  post: ['职务', 'Post'],
  from: ['任期起', 'From'],
  to: ['任期止', 'Until'],
  choose: ['请选择', 'Choose'],
  add: ['增加负责人', 'Add a leader'],
  remove: ['移除第{n}位', 'Remove leader {n}'],
  removeShort: ['移除', 'Remove'],
  wanted: ['请选择姓名和职务', 'Choose the name and the post'],
} as const;

const COUNTS = ['staff', 'members', 'branches'] as const;
type Basics = ReturnData['basics'];
type Leader = Basics['leaders'][number];

/** 基本情况. */
export function BasicsStep(props: StepProps) {
  const t = useTexts(TEXTS);
  const { form, change } = props;
  const { basics } = form;
  const set = (more: Partial<Basics>) => change({ basics: { ...basics, ...more } });
  return (
    <>
      <ReturnField {...props} field="basics.changes" hint={t('changesHint')}>
        <Input.TextArea
          id={inputId('basics.changes')}
          value={basics.changes.join('\n')}
          autoSize={{ minRows: 2 }}
          maxLength={5000}
          onChange={({ target }) => set({ changes: target.value === '' ? [] : target.value.split('\n') })}
        />
      </ReturnField>
      <Leaders {...props} />
      <div className="fields">
        <ReturnField {...props} field="basics.councilTermEnd">
          <Input
            type="date"
            id={inputId('basics.councilTermEnd')}
            value={basics.councilTermEnd ?? ''}
            onChange={({ target }) => set({ councilTermEnd: target.value })}
          />
        </ReturnField>
        {COUNTS.map((name) => (
          <ReturnField key={name} {...props} field={`basics.${name}`}>
            <InputNumber
              id={inputId(`basics.${name}`)}
              min={0}
              precision={0}
              value={basics[name] ?? null}
              onChange={(n) => set({ [name]: n ?? undefined })}
            />
          </ReturnField>
        ))}
      </div>
    </>
  );
}

function Leaders(props: StepProps) {
  const t = useTexts(TEXTS);
  const { form, change } = props;
  const { basics } = form;
  const set = (leaders: readonly Leader[]) => change({ basics: { ...basics, leaders: [...leaders] } });
  return (
    <ReturnField {...props} field="basics.leaders">
      <div className="return-leader-row return-leader-head" aria-hidden="true">
        {(['name', 'post', 'from', 'to'] as const).map((each) => (
          <span key={each}>{t(each)}</span>
        ))}
      </div>
      {basics.leaders.map((leader, place) => (
        <LeaderRow
          // Two unfinished rows differ by nothing but their place.
          key={place}
          {...props}
          leader={leader}
          place={place}
          onChange={(next) =>
            set(basics.leaders.flatMap((each, at) => (at === place ? (next === null ? [] : [next]) : [each])))
          }
        />
      ))}
      <Button
        size="small"
        onClick={() =>
          set([...basics.leaders, { personId: undefined, post: undefined, termStart: undefined, termEnd: undefined }])
        }
      >
        {t('add')}
      </Button>
    </ReturnField>
  );
}

interface RowProps extends StepProps {
  readonly leader: Leader;
  readonly place: number;
  readonly onChange: (leader: Leader | null) => void;
}

function LeaderRow({ leader, place, people, faults, told, onChange }: RowProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const n = place + 1;
  const named = (what: string) => `${t('leader', { n })} ${what}`;
  const isFaulty = told && faults.some(({ path }) => path.startsWith(`basics.leaders.${place}.`));
  return (
    <div className="return-leader-row" role="group" aria-label={t('leader', { n })}>
      <Choice
        label={named(t('name'))}
        empty={t('name')}
        value={leader.personId}
        options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
        onChange={(personId) => onChange({ ...leader, personId })}
      />
      <Choice
        label={named(t('post'))}
        empty={t('post')}
        value={leader.post}
        options={POSTS.map((post) => ({ value: post.slug, label: label(post) }))}
        onChange={(post) => onChange({ ...leader, post })}
      />
      <span className="return-leader-day">
        <span aria-hidden="true">{t('from')}</span>
        <Input
          type="date"
          aria-label={named(t('from'))}
          value={leader.termStart ?? ''}
          onChange={({ target }) => onChange({ ...leader, termStart: target.value })}
        />
      </span>
      <span className="return-leader-day">
        <span aria-hidden="true">{t('to')}</span>
        <Input
          type="date"
          aria-label={named(t('to'))}
          value={leader.termEnd ?? ''}
          onChange={({ target }) => onChange({ ...leader, termEnd: target.value })}
        />
      </span>
      <Button aria-label={t('remove', { n })} onClick={() => onChange(null)}>
        {t('removeShort')}
      </Button>
      {isFaulty ? <p className="field-error">{t('wanted')}</p> : null}
    </div>
  );
}
