import { useTexts } from '../../../text/language.js';
import type { Progress } from '../queries.js';
import { useTerms } from '../terms.js';

const TEXTS = {
  months: ['延期 {n} 个月', 'Longer by {n} months'],
  line: ['{item}:{agreed} → {now}', '{item}: {agreed} → {now}'],
} as const;

/** What a change is, line by line. */
export function ChangeWords({ change: { months, lines } }: { readonly change: Progress['changes'][number] }) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  if (months !== null) return <span>{t('months', { n: months })}</span>;
  return (
    <span className="projects-lines">
      {lines.map(({ line, item, agreedFen, newFen }) => (
        <span key={line}>{t('line', { item, agreed: terms.yuan(agreedFen), now: terms.yuan(newFen) })}</span>
      ))}
    </span>
  );
}
