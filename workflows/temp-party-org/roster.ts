import { person } from '#domain/process/assignee.js';
import { FileRoster } from '#domain/temp-party-org/acts.js';
import { today, type TempPartyOrgRun } from './case.js';
import type { TempPartyOrgInput } from './contract.js';

/** 成员变动备案: a changed roster is filed within ten working days. One open task covers all changes until it is filed. */
export function askForRoster(run: TempPartyOrgRun, { applicant, settings }: TempPartyOrgInput): void {
  if ([...run.tasks.values()].some(({ kind }) => kind === 'FILE_ROSTER')) return;
  const task = run.open({
    kind: 'FILE_ROSTER',
    assignee: person(applicant.userId),
    duty: null,
    limit: { unit: 'WD', length: settings.rosterWD, from: Date.now() },
  });
  const close = run.desk.offerOnTask(FileRoster, {
    concerns: (asked) => asked === task,
    take: () => {
      run.close(task, 'FILED');
      run.effect('temp-party-org/roster', { on: today() });
      close();
    },
  });
}
