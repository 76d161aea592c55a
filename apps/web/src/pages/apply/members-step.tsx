import { Checkbox, Input, Radio } from 'antd';

import { Choice } from '../../parts/choice.js';
import { UploadField } from '../../parts/upload-field.js';
import { useLabel, useTexts } from '../../text/language.js';
import type { FormData } from './form-data.js';
import { Labelled } from './labelled.js';
import { fileNameOf, rememberFile } from './local-copy.js';
import type { People, StepProps } from './wizard.js';

const TEXTS = {
  pick: [
    '勾选列入名册的党员(从本组织登记的人员中选择),并上传其所在党组织出具的身份证明。',
    "Tick the members for the roster (from the organisation's records) and send the certificate of each home organisation.",
  ],
  none: ['本组织没有登记任职人员,请先在组织信息中登记。', 'No people are on record.'],
  certificate: ['{name}的身份证明', 'Certificate of {name}'],
  file: ['已上传的文件', 'a file'],
  noMember: ['不是党员', 'no member'],
  council: ['理事会成员', 'council'],
  choose: ['请选择', 'Choose'],
  nobody: ['不设', 'Nobody'],
  yes: ['是,一肩挑', 'Yes'],
  no: ['否', 'No'],
  committeeHint: ['党员 7 名以上的设委员 3 至 7 名,不足 7 名的不设', '3 to 7 from seven members on; none below'],
} as const;

/** The roster, and who is to lead. */
export function MembersStep({ form, change, faults, people }: StepProps) {
  const t = useTexts(TEXTS);
  const chosen = people.filter(({ personId }) => form.members.some((member) => member.personId === personId));
  const options = chosen.map(({ personId, name }) => ({ value: personId, label: name }));
  return (
    <>
      <p className="muted">{t(people.length === 0 ? 'none' : 'pick')}</p>
      <ul className="members">
        {people.map((person) => (
          <Person
            key={person.personId}
            person={person}
            members={form.members}
            onChange={(membersOf) => change((now) => ({ members: membersOf(now.members) }))}
          />
        ))}
      </ul>
      <div className="fields">
        <Labelled field="secretary" faults={faults} touched={false}>
          <Choice
            id="secretary"
            value={form.secretary}
            empty={t('choose')}
            options={options}
            onChange={(secretary) => change({ secretary })}
          />
        </Labelled>
        <Labelled field="deputy" faults={faults} touched={false}>
          <Choice
            id="deputy"
            value={form.deputy}
            empty={t('nobody')}
            options={options.filter(({ value }) => value !== form.secretary)}
            onChange={(deputy) => change({ deputy })}
          />
        </Labelled>
      </div>
      {form.members.length >= 7 || form.committee.length > 0 ? (
        <Labelled field="committee" faults={faults} touched={form.committee.length > 0} hint={t('committeeHint')}>
          <Checkbox.Group
            className="choices"
            value={form.committee}
            options={options}
            onChange={(committee) => change({ committee })}
          />
        </Labelled>
      ) : null}
      <Labelled field="isOneShoulder" faults={faults} touched={false}>
        <Radio.Group
          id="isOneShoulder"
          className="choices"
          value={form.isOneShoulder}
          onChange={({ target }) => change({ isOneShoulder: target.value === true })}
          options={[
            { value: true, label: t('yes') },
            { value: false, label: t('no') },
          ]}
        />
      </Labelled>
      {form.isOneShoulder === false ? (
        <Labelled field="oneShoulderReason" faults={faults} touched={form.oneShoulderReason !== undefined}>
          <Input.TextArea
            id="oneShoulderReason"
            value={form.oneShoulderReason}
            maxLength={500}
            autoSize={{ minRows: 2 }}
            onChange={({ target }) => change({ oneShoulderReason: target.value })}
          />
        </Labelled>
      ) : null}
    </>
  );
}

interface PersonProps {
  readonly person: People[number];
  readonly members: FormData['members'];
  readonly onChange: (change: (members: FormData['members']) => FormData['members']) => void;
}

function Person({ person, members, onChange }: PersonProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const { personId, name, posts, membership, inCouncil, idNo } = person;
  const member = members.find((one) => one.personId === personId);
  const certificate = member?.certificateUploadId;
  const toggle = (isOn: boolean) =>
    onChange((now) => {
      const others = now.filter((one) => one.personId !== personId);
      return isOn ? [...others, { personId, certificateUploadId: undefined }] : others;
    });
  // Others may have been ticked, or certified, while the file was on its way.
  const certify = (id: string | undefined) =>
    onChange((now) => now.map((one) => (one.personId === personId ? { personId, certificateUploadId: id } : one)));
  const about = [
    posts.map(({ post }) => label(post)).join('、'),
    inCouncil ? t('council') : '',
    membership === null
      ? t('noMember')
      : [label(membership.status), membership.homePartyOrgName].filter(Boolean).join(' '),
    idNo,
  ];
  return (
    <li>
      <Checkbox checked={member !== undefined} onChange={({ target }) => toggle(target.checked)}>
        <span className="member-name">
          <b>{name}</b>
          <span className="muted">{about.filter(Boolean).join(' · ')}</span>
        </span>
      </Checkbox>
      {member === undefined ? null : (
        <UploadField
          label={t('certificate', { name })}
          max={1}
          files={certificate === undefined ? [] : [{ id: certificate, name: fileNameOf(certificate) ?? t('file') }]}
          onChange={([file]) => {
            if (file !== undefined) rememberFile(file);
            certify(file?.id);
          }}
        />
      )}
    </li>
  );
}
