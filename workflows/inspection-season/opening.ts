import { ANNUAL_INSPECTION } from '#domain/annual-inspection/states.js';
import { person } from '#domain/process/assignee.js';
import { type CommonInput, openReturns } from './open-pages.workflow.js';
import type { Season } from './season.js';

/**
 * Opens a return for everybody who owes one and has none yet. It takes minutes for thousands, beside the season's own turns; its officer is
 * told when everybody has one. A second time takes in those who were registered, or put right, meanwhile.
 */
export function openAll(season: Season): void {
  const { run, errands, input } = season;
  const { caseId, caseNo, matter, applicant } = input;
  const name = `${matter}:${caseNo}:open:${run.nextSeq}`;
  errands.add(async () => {
    await openReturns(name, caseId, commonInput(season));
    await run.turn({ kind: 'TIME', event: 'OPENED' }, () => {
      run.notify(person(applicant.userId), 'SEASON_OPENED', { caseNo });
    });
  });
}

const commonInput = ({ input }: Season): CommonInput => ({
  matter: ANNUAL_INSPECTION.slug,
  unitId: input.unitId,
  applicant: input.applicant,
  openedByOffice: true,
  leader: input.leader,
  seasonId: input.caseId,
  inspectedYear: input.inspectedYear,
  settings: input.settings,
});
