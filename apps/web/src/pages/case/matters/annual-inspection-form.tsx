import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { AnnualReturnForm, RETURN_SECTIONS } from '#domain/annual-inspection/return-form.js';
import type { CaseView } from '../../../api/case.js';
import '../../../api/no-run-time-code.js';
import { useLabel } from '../../../text/language.js';
import { CheckWords } from '../../returns/check-words.js';
import type { Check } from '../../returns/check-words.js';
import { returnQuery } from '../../returns/return-queries.js';
import type { CaseProps } from '../matter.js';
import { Facts } from '../facts.js';
import { ActivitiesRead, BasicsRead, FinanceRead } from './annual-inspection-sections.js';
import { PartyRead, RectificationRead } from './annual-inspection-party-section.js';

type Section = keyof typeof RETURN_SECTIONS;

/** What each part of the return is given to be read. */
export interface ReadProps {
  readonly form: AnnualReturnForm;
  readonly view: CaseView;
}

/** A return as an official reads it: five sections, each with the checks that concern it. */
export function AnnualReturnView({ view }: CaseProps) {
  const parsed = AnnualReturnForm.safeParse(view.form?.data);
  const checks = useQuery(returnQuery(view.caseNo)).data?.checks ?? [];
  if (!parsed.success) return <Facts data={view.form?.data} />;
  const given = { form: parsed.data, view };
  return (
    <>
      <Part section="basics" checks={checks}>
        <BasicsRead {...given} />
      </Part>
      <Part section="activities" checks={checks}>
        <ActivitiesRead {...given} />
      </Part>
      <Part section="finance" checks={checks}>
        <FinanceRead {...given} />
      </Part>
      <Part section="partyBuilding" checks={checks}>
        <PartyRead {...given} />
      </Part>
      {parsed.data.lastYearRectification === undefined ? null : (
        <Part section="lastYearRectification" checks={checks}>
          <RectificationRead {...given} />
        </Part>
      )}
    </>
  );
}

interface PartProps {
  readonly section: Section;
  readonly checks: readonly Check[];
  readonly children: ReactNode;
}

function Part({ section, checks, children }: PartProps) {
  const label = useLabel();
  const own = checks.filter(({ field }) => field.split('.')[0] === section);
  return (
    <section className="return-section">
      <h3>{label(RETURN_SECTIONS[section])}</h3>
      {children}
      {own.length === 0 ? null : <CheckWords checks={own} />}
    </section>
  );
}
