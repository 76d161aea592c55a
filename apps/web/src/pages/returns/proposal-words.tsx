import { useLabel, useTexts } from '../../text/language.js';
import { CONCLUSIONS, isKeyOf } from '../seasons/season-words.js';
import type { ReturnView } from './return-queries.js';
import './returns.css';

type Proposal = NonNullable<ReturnView['proposal']>;

const TEXTS = {
  proposed: ['规则建议:{conclusion}', 'The rules propose: {conclusion}'],
  late: ['逾期报送,不影响结论,在公告中注明。', 'It came late, which is published with the conclusion.'],
  applies: ['适用', 'applies'],
  not: ['不适用', 'does not apply'],
  atMost: ['最高为{conclusion}', '{conclusion} at most'],
  rules: ['逐条规则', 'Rule by rule'],
} as const;

/** What the rules propose, with each rule that was looked at. */
export function ProposalWords({ proposal }: { readonly proposal: Proposal }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const conclusionText = useTexts(CONCLUSIONS);
  const named = (slug: string) => (isKeyOf(CONCLUSIONS, slug) ? conclusionText(slug) : '');
  const applied = proposal.examined.filter(({ applies }) => applies);
  return (
    <div className="return-proposal">
      <b>{t('proposed', { conclusion: named(proposal.conclusion) })}</b>
      {applied.length === 0 ? null : (
        <ul className="return-checks">
          {applied.map((rule) => (
            <li key={rule.rule}>
              {label(rule)} <span className="muted">{t('atMost', { conclusion: named(rule.atMost) })}</span>
            </li>
          ))}
        </ul>
      )}
      {proposal.late ? <p className="due-soon">{t('late')}</p> : null}
      <details className="why">
        <summary>{t('rules')}</summary>
        <ul className="return-checks">
          {proposal.examined.map((rule) => (
            <li key={rule.rule}>
              {label(rule)} <span className="muted">{t(rule.applies ? 'applies' : 'not')}</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
