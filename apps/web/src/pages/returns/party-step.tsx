import { Checkbox, Form, InputNumber } from 'antd';

import { YuanField } from '../../parts/yuan-field.js';
import { useTexts } from '../../text/language.js';
import type { ReturnData } from './return-data.js';
import { PartyOrgFields } from './party-org-fields.js';
import { inputId, OneFile, ReturnField } from './return-field.js';
import { FIELD_TEXTS } from './return-fields.js';
import type { StepProps } from './writing.js';
import { YesNo } from './yes-no.js';

const TEXTS = {
  threeOnes: ['三个一(未建立党组织的填写)', 'Three ones (where there is no Party organisation)'],
  instructor: ['一名党建工作指导员', 'an instructor'],
  themeDay: ['一次主题党日活动', 'a theme day'],
  materials: ['一套学习资料', 'study materials'],
} as const;

const COUNTS = ['membersTotal', 'membersTransferred', 'lifeSessions', 'themeDays', 'majorMatters'] as const;
const ONES = ['instructor', 'themeDay', 'materials'] as const;
type Party = ReturnData['partyBuilding'];

/** 党建工作. */
export function PartyStep(props: StepProps) {
  const name = useTexts(FIELD_TEXTS);
  const t = useTexts(TEXTS);
  const { form, change } = props;
  const party = form.partyBuilding;
  const set = (more: Partial<Party>) => change({ partyBuilding: { ...party, ...more } });
  return (
    <>
      <PartyOrgFields {...props} />
      <div className="fields">
        {COUNTS.map((count) => (
          <ReturnField key={count} {...props} field={`partyBuilding.${count}`}>
            <InputNumber
              id={inputId(`partyBuilding.${count}`)}
              min={0}
              precision={0}
              value={party[count] ?? null}
              onChange={(n) => set({ [count]: n ?? undefined })}
            />
          </ReturnField>
        ))}
        <ReturnField {...props} field="partyBuilding.workFundsFen">
          <YuanField
            id={inputId('partyBuilding.workFundsFen')}
            value={party.workFundsFen}
            onChange={(workFundsFen) => set({ workFundsFen })}
          />
        </ReturnField>
      </div>
      <ReturnField {...props} field="partyBuilding.charterPartyBuilding">
        <YesNo
          id={inputId('partyBuilding.charterPartyBuilding')}
          value={party.charterPartyBuilding}
          onChange={(charterPartyBuilding) => set({ charterPartyBuilding })}
        />
      </ReturnField>
      {party.partyOrg === undefined ? (
        <Form.Item label={t('threeOnes')} layout="vertical">
          <div className="choices">
            {ONES.map((one) => (
              <Checkbox
                key={one}
                checked={party.threeOnes[one]}
                onChange={({ target }) => set({ threeOnes: { ...party.threeOnes, [one]: target.checked } })}
              >
                {t(one)}
              </Checkbox>
            ))}
          </div>
        </Form.Item>
      ) : null}
      <ReturnField {...props} field="partyBuilding.secretaryReportUploadId">
        <OneFile
          label={name('partyBuilding.secretaryReportUploadId')}
          id={party.secretaryReportUploadId}
          onChange={(secretaryReportUploadId) =>
            change((now) => ({ partyBuilding: { ...now.partyBuilding, secretaryReportUploadId } }))
          }
        />
      </ReturnField>
    </>
  );
}
