import { Tag } from 'antd';

import { useLabel } from '../text/language.js';

const GOOD = new Set([
  'ACTIVE',
  'APPROVED',
  'RENEWED',
  'CONVERTED',
  'DONE',
  'AGREED',
  'FILED',
  'PASSED',
  'AWARDED',
  'RECTIFIED',
]);
const BAD = new Set(['REFUSED', 'REVOKED', 'EXPIRED', 'REJECTED', 'FAILED', 'NOT_PARTICIPATED', 'ENFORCEMENT']);
const WAITING = new Set(['SUPPLEMENT', 'EXPIRING', 'RETURNED', 'RECTIFYING', 'PAUSED', 'PAUSED_IN_REVIEW']);

/** The state of a case in words; the colour only underlines them. */
export function StateTag({
  state,
}: {
  readonly state: { readonly slug: string; readonly zh: string; readonly en: string };
}) {
  const label = useLabel();
  const tone = GOOD.has(state.slug)
    ? 'good'
    : BAD.has(state.slug)
      ? 'late'
      : WAITING.has(state.slug)
        ? 'soon'
        : 'plain';
  return <Tag className={`state state-${tone}`}>{label(state)}</Tag>;
}
