import { Choice } from '../parts/choice.js';
import { roleLabel } from '../pages/home/roles.js';
import { useLabel, useTexts } from '../text/language.js';
import { standAs, useStanding } from './standing.js';

const TEXTS = {
  label: ['按岗位查看', 'Look at it as'],
  all: ['全部岗位', 'All my roles'],
} as const;

/** Who holds several roles may look at the desk and the lists by one of them. */
export function StandingChoice() {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const { grants, grant } = useStanding();
  if (grants.length < 2) return null;
  return (
    <Choice
      label={t('label')}
      value={grant?.id}
      empty={t('all')}
      options={grants.map(({ id, role, unitName, organisationName }) => ({
        value: id,
        label: [unitName ?? organisationName, label(roleLabel(role))].filter(Boolean).join(' '),
      }))}
      onChange={(next) => standAs(next ?? null)}
    />
  );
}
