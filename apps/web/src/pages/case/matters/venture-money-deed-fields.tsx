import { useQuery } from '@tanstack/react-query';
import { Form, Radio } from 'antd';

import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import { EvidenceField } from '../../projects/evidence-field.js';
import '../../projects/projects.css';
import { moneyQuery } from '../../projects/queries.js';
import type { Deed } from '../../projects/queries.js';
import { useTerms } from '../../projects/terms.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  deed: ['认领书', 'Deed'],
  one: ['{sponsor} · {mode} {fen}:{purpose}', '{sponsor}, {mode}, {fen}: {purpose}'],
  tied: ['与申报单位的关联:{words}', 'Ties with the applicant: {words}'],
  none: ['现在没有可办理的认领书。', 'There is no deed for this now.'],
  wanted: ['请选择认领书', 'Choose the deed'],
  evidence: ['到账或交接凭证', 'Proof that it is there'],
  proofWanted: ['请上传凭证', 'Send the proof'],
} as const;

interface Props extends ActFieldsProps {
  readonly fits: (deed: Deed) => boolean;
  readonly withProof?: boolean;
}

function DeedFields({ view, fits, withProof = false }: Props) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const money = useQuery(moneyQuery(view.caseNo));
  return (
    <Shown query={money}>
      {({ adoptions }) => {
        const deeds = adoptions.filter(fits);
        if (deeds.length === 0) return <p className="hint">{t('none')}</p>;
        return (
          <>
            <Form.Item
              name={['facts', 'deedId']}
              label={t('deed')}
              initialValue={deeds.length === 1 ? deeds[0]?.deedId : undefined}
              rules={[{ required: true, message: t('wanted') }]}
            >
              <Radio.Group className="projects-deeds">
                {deeds.map(({ deedId, sponsorName: sponsor, mode, fen, purpose, disclosure }) => (
                  <Radio key={deedId} value={deedId}>
                    {t('one', { sponsor, mode: terms.mode(mode), fen: terms.yuan(fen), purpose })}
                    {disclosure === null ? null : <small className="muted">{t('tied', { words: disclosure })}</small>}
                  </Radio>
                ))}
              </Radio.Group>
            </Form.Item>
            {withProof ? (
              <Form.Item
                name={['facts', 'evidenceUploadId']}
                label={t('evidence')}
                rules={[{ required: true, message: t('proofWanted') }]}
              >
                <EvidenceField label={t('evidence')} />
              </Form.Item>
            ) : null}
          </>
        );
      }}
    </Shown>
  );
}

/** The deed that the applicant countersigns. */
export function SignAdoptionFields(props: ActFieldsProps) {
  return <DeedFields {...props} fits={({ status }) => status === 'OFFERED'} />;
}

/** The deed of which everything is there. */
export function ConfirmAdoptionFields(props: ActFieldsProps) {
  return <DeedFields {...props} fits={({ status }) => status === 'SIGNED'} withProof />;
}

/** The deed that its sponsor takes back. */
export function WithdrawAdoptionFields(props: ActFieldsProps) {
  return <DeedFields {...props} fits={({ status, mine }) => status === 'SIGNED' && mine} />;
}
