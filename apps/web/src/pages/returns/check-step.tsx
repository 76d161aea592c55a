import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';

import { answered, api, keyed, newKey } from '../../api/client.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { typeset } from '../../text/typeset.js';
import { CheckWords } from './check-words.js';
import { faultsOf, filledReturn } from './return-data.js';
import { FIELD_TEXTS } from './return-fields.js';
import { stepOf } from './steps.js';
import type { StepProps } from './writing.js';

const TEXTS = {
  complete: ['表单已填写完整。', 'The form is complete.'],
  incomplete: ['还有 {n} 处需要填写或者修改:', '{n} fields are still to be filled in or mended:'],
  colon: ['：', ': '],
  checks: ['报送前检查', 'Checks before filing'],
  submittable: ['检查通过,可以报送。', 'The checks hold: it may be filed.'],
  blocked: ['有检查项未通过,不能报送。', 'Some checks do not hold: it cannot be filed.'],
  warned: ['标为“请注意”的不影响报送,审查时会逐项核对。', 'What is "to be looked at" does not keep you from filing.'],
  submitReturn: ['报送年度工作报告', 'File the return'],
  submitLate: ['逾期报送', 'File it late'],
  resubmit: ['补正后重新提交', 'Submit again'],
  effect: ['报送后进入审查,不能自行修改。', 'It goes to the examiners and cannot be changed by yourself.'],
  lateEffect: [
    '报送期限已过:逾期报告留存备查,不改变“未参检”的结论;只能报送一次。',
    'The season is over: the return is kept, the conclusion stays. It can be done once.',
  ],
} as const;

interface Props extends StepProps {
  readonly kind: 'submitReturn' | 'submitLate' | 'resubmit';
  readonly go: (step: ReturnType<typeof stepOf>) => void;
  readonly submit: () => void;
  readonly busy: boolean;
  readonly error: unknown;
}

/** What is still missing, every check by name, and the press. */
export function CheckStep({ form, caseNo, kind, go, submit, busy, error }: Props) {
  const t = useTexts(TEXTS);
  const faults = faultsOf(form);
  const filled = filledReturn(form);
  const checks = useQuery({
    queryKey: ['return-checks', caseNo, filled],
    queryFn: () =>
      answered(
        api.POST('/api/v1/returns/{caseNo}/checks', {
          params: { path: { caseNo }, header: keyed(newKey()) },
          body: { form: filled },
        }),
      ),
    enabled: faults.length === 0,
    staleTime: 0,
  });
  return (
    <>
      {faults.length === 0 ? <p className="told told-good">{t('complete')}</p> : <Faults faults={faults} go={go} />}
      {faults.length > 0 ? null : (
        <Shown query={checks}>
          {(found) => (
            <>
              <h3>{t('checks')}</h3>
              <p className={found.submittable ? 'due-good' : 'due-late'}>
                {t(found.submittable ? 'submittable' : 'blocked')}
              </p>
              <CheckWords checks={found.checks} />
              {found.submittable && found.checks.some(({ ok }) => !ok) ? <p className="muted">{t('warned')}</p> : null}
            </>
          )}
        </Shown>
      )}
      <p className="effect">{t(kind === 'submitLate' ? 'lateEffect' : 'effect')}</p>
      <Refusal error={error} />
      <Button
        type="primary"
        size="large"
        loading={busy}
        disabled={faults.length > 0 || checks.data?.submittable !== true}
        onClick={submit}
      >
        {t(kind)}
      </Button>
    </>
  );
}

function Faults({ faults, go }: Pick<Props, 'faults' | 'go'>) {
  const t = useTexts(TEXTS);
  const name = useTexts(FIELD_TEXTS);
  const language = useLanguage();
  return (
    <div className="told told-late">
      {t('incomplete', { n: faults.length })}
      <ul>
        {faults.map(({ field, path, words }) => (
          <li key={path}>
            <button type="button" className="link" onClick={() => go(stepOf(field))}>
              {name(field)}
            </button>
            {t('colon')}
            {language === 'zh' ? typeset(words[0]) : words[1]}
          </li>
        ))}
      </ul>
    </div>
  );
}
