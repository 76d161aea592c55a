import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Radio } from 'antd';

import { answered, api } from '../../../api/client.js';
import { meQuery } from '../../../api/queries.js';
import { Refusal } from '../../../parts/refusal.js';
import { useTexts } from '../../../text/language.js';
import { isoDayOf } from '../../../text/time.js';
import { colleaguesQuery } from '../../deputies/colleagues.js';
import { returnQuery } from '../../returns/return-queries.js';
import { ChoiceItem } from '../../returns/choice-item.js';
import { LinesField } from '../../returns/lines-field.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  heldOn: ['约谈日期', 'Day of the talk'],
  place: ['地点', 'Place'],
  by: ['参加人', 'Who came'],
  LEADER: ['负责人本人', 'The person in charge'],
  PROXY: ['委托他人(须有书面理由)', 'A proxy, with a written reason'],
  person: ['姓名', 'Name'],
  choose: ['请选择', 'Choose'],
  writtenReason: ['委托理由(书面)', 'The written reason'],
  officers: ['约谈人员(两名以上,包括您本人)', 'Officers: two at least, you among them'],
  me: ['{name}(本人)', '{name} (you)'],
  problems: ['指出的问题', 'Problems'],
  legalBasis: ['法律依据', 'Legal basis'],
  commitments: ['整改承诺', 'Commitments'],
  rectifyBy: ['约定整改期限', 'To be put right by'],
  signature: ['签名', 'Signature'],
  signed: ['被约谈人已签名', 'signed'],
  refused: ['拒绝签名', 'refused to sign'],
  refusalNote: ['拒签情况说明', 'Note on the refusal'],
  wanted: ['请填写', 'To be filled in'],
  two: ['除您本人外,至少再选一名', 'Choose one more at least'],
  later: ['须晚于约谈日期', 'It lies after the talk'],
} as const;

const LEGAL_BASIS = ['《社会团体登记管理条例》', '《民办非企业单位登记管理暂行条例》', '《基金会管理条例》'];

/** The record of a talk: who, where, what was said and promised, and whether it was signed. */
export function TalkFields({ view, form }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const theirs = useQuery(returnQuery(view.caseNo));
  const organisationId = view.organisation?.id ?? '';
  const people = useQuery({
    queryKey: ['people', organisationId],
    queryFn: () => answered(api.GET('/api/v1/organisations/{id}/people', { params: { path: { id: organisationId } } })),
  });
  const by: unknown = Form.useWatch(['form', 'attendance', 'by'], form);
  const signed: unknown = Form.useWatch(['form', 'signature', 'signed'], form);
  const rules = [{ required: true, message: t('wanted') }];
  const today = isoDayOf(new Date());
  return (
    <>
      <Refusal error={people.error} />
      <div className="fields">
        <Form.Item
          name={['form', 'heldOn']}
          label={t('heldOn')}
          rules={rules}
          initialValue={theirs.data?.talk.for ?? today}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name={['form', 'place']} label={t('place')} rules={rules}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item name={['form', 'attendance', 'by']} label={t('by')} initialValue="LEADER">
        <Radio.Group className="choices">
          <Radio value="LEADER">{t('LEADER')}</Radio>
          <Radio value="PROXY">{t('PROXY')}</Radio>
        </Radio.Group>
      </Form.Item>
      <Form.Item name={['form', 'attendance', 'personId']} label={t('person')} rules={rules}>
        <ChoiceItem
          empty={t('choose')}
          options={(people.data?.items ?? []).map(({ personId, name, posts }) => ({
            value: personId,
            label: [name, posts[0]?.post.zh].filter(Boolean).join(' · '),
          }))}
        />
      </Form.Item>
      {by === 'PROXY' ? (
        <Form.Item name={['form', 'attendance', 'writtenReason']} label={t('writtenReason')} rules={rules}>
          <Input.TextArea autoSize={{ minRows: 1 }} maxLength={1000} />
        </Form.Item>
      ) : null}
      <Officers />
      <LinesField name={['form', 'problems']} label={t('problems')} />
      <LinesField name={['form', 'legalBasis']} label={t('legalBasis')} suggestions={LEGAL_BASIS} />
      <LinesField name={['form', 'commitments']} label={t('commitments')} />
      <Form.Item
        name={['form', 'rectifyBy']}
        label={t('rectifyBy')}
        rules={[
          ...rules,
          ({ getFieldValue }) => ({
            validator: (_, day?: string) =>
              day === undefined || day === '' || day > String(getFieldValue(['form', 'heldOn']))
                ? Promise.resolve()
                : Promise.reject(new Error(t('later'))),
          }),
        ]}
      >
        <Input type="date" className="date" />
      </Form.Item>
      <Form.Item name={['form', 'signature', 'signed']} label={t('signature')} rules={rules}>
        <Radio.Group className="choices">
          <Radio value>{t('signed')}</Radio>
          <Radio value={false}>{t('refused')}</Radio>
        </Radio.Group>
      </Form.Item>
      {signed === false ? (
        <Form.Item name={['form', 'signature', 'refusalNote']} label={t('refusalNote')} rules={rules}>
          <Input.TextArea autoSize={{ minRows: 1 }} maxLength={1000} />
        </Form.Item>
      ) : null}
    </>
  );
}

/** The officers who held the talk: whoever records it, and colleagues. */
function Officers() {
  const t = useTexts(TEXTS);
  const { data: me } = useQuery(meQuery);
  const colleagues = useQuery(colleaguesQuery);
  if (me === undefined) return null;
  return (
    <Form.Item
      name={['form', 'officers']}
      label={t('officers')}
      initialValue={[me.id]}
      rules={[
        {
          validator: (_, chosen?: readonly string[]) =>
            (chosen ?? []).length > 1 ? Promise.resolve() : Promise.reject(new Error(t('two'))),
        },
      ]}
    >
      <Checkbox.Group
        className="choices"
        options={[
          { value: me.id, label: t('me', { name: me.name }), disabled: true },
          ...(colleagues.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name })),
        ]}
      />
    </Form.Item>
  );
}
