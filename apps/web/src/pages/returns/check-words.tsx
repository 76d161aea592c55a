import type { Answer } from '../../api/answer.js';
import { useLabel, useTexts } from '../../text/language.js';
import './returns.css';

export type Check = Answer<'/api/v1/returns/{caseNo}'>['checks'][number];

const TEXTS = {
  passed: ['{n} 项检查全部通过', 'all {n} checks hold'],
  failed: ['{n} 项检查中 {bad} 项未通过', '{bad} of {n} checks do not hold'],
  ok: ['通过', 'holds'],
  BLOCK: ['未通过', 'does not hold'],
  WARN: ['请注意', 'to be looked at'],
} as const;

interface Props {
  readonly checks: readonly Check[];
  /** A sum with the checks behind it. */
  readonly folded?: boolean;
}

/** Each check in words and whether it holds. */
export function CheckWords({ checks, folded = false }: Props) {
  const t = useTexts(TEXTS);
  const bad = checks.filter(({ ok }) => !ok).length;
  if (!folded) return <CheckList checks={checks} />;
  return (
    <details className="why">
      <summary>{bad === 0 ? t('passed', { n: checks.length }) : t('failed', { n: checks.length, bad })}</summary>
      <CheckList checks={checks} />
    </details>
  );
}

function CheckList({ checks }: Pick<Props, 'checks'>) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  return (
    <ul className="return-checks">
      {checks.map((check) => (
        <li key={check.check}>
          <span className={check.ok ? 'due-good' : check.severity === 'BLOCK' ? 'due-late' : 'due-soon'}>
            <span aria-hidden="true">{check.ok ? '✓' : check.severity === 'BLOCK' ? '✗' : '!'}</span>{' '}
            {t(check.ok ? 'ok' : check.severity)}
          </span>{' '}
          {label(check)}
        </li>
      ))}
    </ul>
  );
}
