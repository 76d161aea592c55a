import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';

import { missingPapers, TempPartyOrgApplication } from '#domain/temp-party-org/form.js';
import { useOnce } from '../../api/use-once.js';
import { Refusal } from '../../parts/refusal.js';
import { Shown } from '../../parts/query-state.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { AssessmentWords } from './assessment-words.js';
import { filled } from './form-data.js';
import { FIELD_TEXTS } from './steps.js';
import type { Step } from './steps.js';
import type { Assessment, StepProps } from './wizard.js';

const TEXTS = {
  todo: ['还需要填写', 'Still to be done'],
  whole: ['表单已填写完整。', 'The form is complete.'],
  papers: ['材料核对', 'Papers'],
  COUNCIL_RESOLUTION: ['理事会决议', 'Resolution of the council'],
  MEMBER_CERTIFICATE: ['党员身份证明', 'Certificates of the members'],
  there: ['已提供', 'there'],
  missing: ['缺少,请补齐后再提交', 'missing; add it before you submit'],
  effect: [
    '提交后由受理机关审查,在补正前不能再修改;需要时可以撤回。',
    'After submission it is examined; it cannot be changed, but it can be withdrawn.',
  ],
  submit: ['提交申请', 'Submit'],
} as const;

interface Props extends StepProps {
  readonly assess: (() => Promise<Assessment>) | undefined;
  readonly submit: () => Promise<void>;
  readonly go: (step: Step) => void;
}

/** What is still missing, the papers item by item, eligibility as it now stands, and the press. */
export function CheckStep({ form, faults, assess, submit, go }: Props) {
  const t = useTexts(TEXTS);
  const field = useTexts(FIELD_TEXTS);
  const language = useLanguage();
  const { press, busy, error } = useOnce(submit);
  return (
    <>
      {faults.length === 0 ? (
        <p className="told told-good">{t('whole')}</p>
      ) : (
        <>
          <h3>{t('todo')}</h3>
          <ul>
            {faults.map((fault) => (
              <li key={fault.field}>
                <button type="button" className="link" onClick={() => go(fault.step)}>
                  {field(fault.field)}
                </button>
                ：{fault.words[language === 'zh' ? 0 : 1]}
              </li>
            ))}
          </ul>
        </>
      )}
      <PaperCheck form={form} />
      {assess === undefined ? null : <Assessed assess={assess} />}
      <p className="effect">{t('effect')}</p>
      <Refusal error={error} />
      <Button type="primary" size="large" disabled={faults.length > 0} loading={busy} onClick={press}>
        {t('submit')}
      </Button>
    </>
  );
}

function PaperCheck({ form }: Pick<Props, 'form'>) {
  const t = useTexts(TEXTS);
  const parsed = TempPartyOrgApplication.safeParse(filled(form));
  if (!parsed.success) return null;
  const missing = missingPapers(
    parsed.data,
    parsed.data.members.map(({ personId }) => personId),
  );
  return (
    <>
      <h3>{t('papers')}</h3>
      <ul className="checks">
        {(['COUNCIL_RESOLUTION', 'MEMBER_CERTIFICATE'] as const).map((paper) => {
          const isMissing = missing.includes(paper);
          return (
            <li key={paper} className={isMissing ? 'due-soon' : 'due-good'}>
              {isMissing ? '✕' : '✓'} {t(paper)}：{t(isMissing ? 'missing' : 'there')}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Assessed({ assess }: { readonly assess: () => Promise<Assessment> }) {
  const assessment = useQuery({ queryKey: ['assessment', 'last'], queryFn: assess, gcTime: 0, staleTime: 0 });
  return <Shown query={assessment}>{(data) => <AssessmentWords assessment={data} />}</Shown>;
}
