import { useQuery } from '@tanstack/react-query';

import { Shown } from '../../parts/query-state.js';
import { useTexts } from '../../text/language.js';
import { AssessmentWords } from './assessment-words.js';
import type { Assessment } from './wizard.js';

const TEXTS = {
  about: [
    '根据本组织登记的理事会和党员信息预审,尚未填写名册时按全体理事会成员计算。',
    "From the organisation's records of its council and members; while the roster is empty, the whole council is looked at.",
  ],
} as const;

/** Whether the organisation qualifies, before anything is written. */
export function EligibilityStep({ assess }: { readonly assess: () => Promise<Assessment> }) {
  const t = useTexts(TEXTS);
  const assessment = useQuery({ queryKey: ['assessment', 'first'], queryFn: assess, gcTime: 0, staleTime: 0 });
  return (
    <>
      <p className="muted">{t('about')}</p>
      <Shown query={assessment}>{(data) => <AssessmentWords assessment={data} />}</Shown>
    </>
  );
}
