import { ConfirmAdoption, SignAdoption, WithdrawAdoption } from '#domain/venture-round/money-acts.js';
import type { CaseView } from '../../../api/case.js';
import { useTexts } from '../../../text/language.js';
import { ActPress, actionOf } from '../act-press.js';
import type { Deed } from '../queries.js';
import { useTerms } from '../terms.js';
import { useParts } from '../use-parts.js';

const TEXTS = {
  title: ['爱心企业认领', 'Adoptions'],
  sponsor: ['企业', 'Enterprise'],
  what: ['认领内容', 'What it gives'],
  state: ['状态', 'State'],
  OFFERED: ['企业已签署,待申报单位签署', 'Signed by the enterprise; the applicant signs'],
  SIGNED: ['认领成立,待款物到位', 'Stands; not yet paid'],
  PAID: ['款物已到位', 'Paid'],
  CANCELLED: ['已撤回', 'Withdrawn'],
  tied: ['与申报单位的关联:{words}', 'Ties with the applicant: {words}'],
  naming: ['冠名:{words}', 'Named after: {words}'],
} as const;

const isState = (status: string): status is 'OFFERED' | 'SIGNED' | 'PAID' | 'CANCELLED' => Object.hasOwn(TEXTS, status);

/** Deeds of enterprises, each with what may be done with it. */
export function AdoptionsSection({ view, deeds }: { readonly view: CaseView; readonly deeds: readonly Deed[] }) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  if (deeds.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('title')}</h2>
      <ul className="rows">
        {deeds.map((deed) => (
          <li key={deed.deedId} className="projects-deed">
            <span className="row-main">
              <b>{deed.sponsorName}</b>
              <span>
                {terms.mode(deed.mode)} {terms.yuan(deed.fen)} · {deed.purpose}
              </span>
              {deed.namingRight === null ? null : <small>{t('naming', { words: deed.namingRight })}</small>}
              {deed.disclosure === null ? null : (
                <small className="muted">{t('tied', { words: deed.disclosure })}</small>
              )}
            </span>
            <span className="projects-press">
              <span className={deed.status === 'PAID' ? 'due-good' : 'muted'}>
                {isState(deed.status) ? t(deed.status) : ''}
              </span>
              <DeedActs view={view} deed={deed} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DeedActs({ view, deed }: { readonly view: CaseView; readonly deed: Deed }) {
  const { isApplicant, isOrganiser } = useParts(view);
  const { status, mine, sponsorName: about } = deed;
  if (view.closedAt !== null) return null;
  if (status === 'OFFERED' && isApplicant)
    return <ActPress view={view} action={actionOf(SignAdoption)} about={about} />;
  if (status !== 'SIGNED') return null;
  if (mine) return <ActPress view={view} action={actionOf(WithdrawAdoption)} about={about} isPlain />;
  return isOrganiser ? <ActPress view={view} action={actionOf(ConfirmAdoption)} about={about} isPlain /> : null;
}
