import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';

import { PARTY_ORGANISATION_TYPES } from '#domain/terms/party-terms.js';
import { answered, api } from '../../api/client.js';
import { Choice } from '../../parts/choice.js';
import { Refusal } from '../../parts/refusal.js';
import { useLabel, useTexts } from '../../text/language.js';
import type { ReturnData } from './return-data.js';
import { inputId, ReturnField } from './return-field.js';
import type { StepProps } from './writing.js';

const TEXTS = {
  has: ['是否建立党组织', 'Is there a Party organisation'],
  yes: ['已建立', 'Yes'],
  no: ['未建立', 'No'],
  choose: ['请选择', 'Choose'],
  docNoHint: ['例如 内民党〔2026〕1号', 'for example 内民党〔2026〕1号'],
  instructorHint: [
    '指导员在系统中有账号的,报送后由其确认本部分',
    'an instructor with an account is asked to confirm this part',
  ],
  noInstructor: ['没有', 'none'],
} as const;

type Party = ReturnData['partyBuilding'];

/** The Party organisation, or the instructor of an organisation that has none. */
export function PartyOrgFields(props: StepProps) {
  const t = useTexts(TEXTS);
  const { form, change } = props;
  const party = form.partyBuilding;
  const set = (more: Partial<Party>) => change({ partyBuilding: { ...party, ...more } });
  return (
    <>
      <Form.Item label={t('has')} htmlFor="party-has" layout="vertical">
        <Radio.Group
          id="party-has"
          className="choices"
          value={party.partyOrg !== undefined}
          onChange={({ target }) =>
            set({ partyOrg: target.value === true ? { type: undefined, replyDocNo: undefined } : undefined })
          }
        >
          <Radio value>{t('yes')}</Radio>
          <Radio value={false}>{t('no')}</Radio>
        </Radio.Group>
      </Form.Item>
      {party.partyOrg === undefined ? <Instructor {...props} set={set} /> : <Org {...props} set={set} />}
    </>
  );
}

interface OwnProps extends StepProps {
  readonly set: (more: Partial<Party>) => void;
}

function Org({ set, ...props }: OwnProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const { type, replyDocNo } = props.form.partyBuilding.partyOrg ?? {};
  return (
    <div className="fields">
      <ReturnField {...props} field="partyBuilding.partyOrg.type">
        <Choice
          id={inputId('partyBuilding.partyOrg.type')}
          empty={t('choose')}
          value={type}
          options={PARTY_ORGANISATION_TYPES.map((term) => ({ value: term.slug, label: label(term) }))}
          onChange={(next) => set({ partyOrg: { type: next, replyDocNo } })}
        />
      </ReturnField>
      <ReturnField {...props} field="partyBuilding.partyOrg.replyDocNo" hint={t('docNoHint')}>
        <Input
          id={inputId('partyBuilding.partyOrg.replyDocNo')}
          maxLength={60}
          value={replyDocNo ?? ''}
          onChange={({ target }) => set({ partyOrg: { type, replyDocNo: target.value } })}
        />
      </ReturnField>
    </div>
  );
}

function Instructor({ set, ...props }: OwnProps) {
  const t = useTexts(TEXTS);
  const { caseNo, form } = props;
  const instructors = useQuery({
    queryKey: ['instructors', caseNo],
    queryFn: () => answered(api.GET('/api/v1/returns/{caseNo}/instructors', { params: { path: { caseNo } } })),
  });
  return (
    <ReturnField {...props} field="partyBuilding.instructorPersonId" hint={t('instructorHint')}>
      <Refusal error={instructors.error} />
      <Choice
        id={inputId('partyBuilding.instructorPersonId')}
        empty={t('noInstructor')}
        value={form.partyBuilding.instructorPersonId}
        options={(instructors.data?.items ?? []).map(({ personId, name }) => ({ value: personId, label: name }))}
        onChange={(instructorPersonId) => set({ instructorPersonId })}
      />
    </ReturnField>
  );
}
