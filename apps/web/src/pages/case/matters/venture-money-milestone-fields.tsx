import { useQuery } from '@tanstack/react-query';
import { Form, Radio } from 'antd';

import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import { EvidenceField } from '../../projects/evidence-field.js';
import { moneyQuery } from '../../projects/queries.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  milestone: ['完成的约定事项', 'Milestone'],
  none: ['拨付计划中没有约定事项。', 'The schedule has no milestone.'],
  wanted: ['请选择约定事项', 'Choose the milestone'],
  evidence: ['完成的证明', 'Proof'],
  proofWanted: ['请上传证明', 'Send the proof'],
} as const;

/** A milestone of the schedule, and what proves it. */
export function MilestoneFields({ view }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const money = useQuery(moneyQuery(view.caseNo));
  return (
    <Shown query={money}>
      {({ agreement }) => {
        const named = (agreement?.instalments ?? []).flatMap(({ milestone }) => milestone ?? []);
        const milestones = [...new Set(named)];
        if (milestones.length === 0) return <p className="hint">{t('none')}</p>;
        return (
          <>
            <Form.Item
              name={['facts', 'milestone']}
              label={t('milestone')}
              rules={[{ required: true, message: t('wanted') }]}
            >
              <Radio.Group className="choices" options={milestones.map((each) => ({ value: each, label: each }))} />
            </Form.Item>
            <Form.Item
              name={['facts', 'evidenceUploadId']}
              label={t('evidence')}
              rules={[{ required: true, message: t('proofWanted') }]}
            >
              <EvidenceField label={t('evidence')} />
            </Form.Item>
          </>
        );
      }}
    </Shown>
  );
}
