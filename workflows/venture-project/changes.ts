import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { person } from '#domain/process/assignee.js';
import { DecideChange, RequestChange } from '#domain/venture-round/money-acts.js';
import type { ChangeFacts } from '#domain/venture-round/money-facts.js';
import type { OpenTask } from '../steps/open-task.js';
import { assertApplicant } from './adoptions.js';
import { askMoney, type Contract, refuseIf } from './money.js';
import type { ProjectStory } from './project.js';

/** 变更: small shifts of the budget take effect at once, larger ones and an extension wait for the organiser's approval. */
export function offerChanges(story: ProjectStory, contract: Contract): () => void {
  const { run, input } = story;
  const { caseId: projectId, caseNo } = input;
  const asked = new Map<OpenTask, ChangeFacts & { readonly changeId: string }>();
  const settle = (changeId: string, status: 'APPLIED' | 'APPROVED' | 'REFUSED', { termTo }: ChangeFacts): void => {
    if (status !== 'REFUSED' && termTo !== null) {
      contract.to = parseIsoDate(termTo);
      contract.extended = true;
    }
    run.effect('venture-project/change', { changeId, status, termTo: status === 'REFUSED' ? null : termTo });
    run.notify(person(input.applicant.userId), 'CHANGE_DECIDED', { caseNo, changeId, status });
  };
  const closing = [
    run.desk.offerOnCase(RequestChange, {
      check: (_facts, { actor }) => assertApplicant(actor),
      take: async ({ changeId }) => {
        const facts = await askMoney.changeAsked(projectId, changeId);
        refuseIf(facts.refusal);
        if (!facts.needsApproval) {
          settle(changeId, 'APPLIED', facts);
          return;
        }
        const limit = story.workingDays(input.settings.screenWD);
        const task = run.open({ kind: 'DECIDE_CHANGE', assignee: story.organisers, duty: null, limit });
        asked.set(task, { ...facts, changeId });
        run.effect('venture-project/change', { changeId, status: 'REQUESTED', termTo: null });
      },
    }),
    run.desk.offerOnTask(DecideChange, {
      concerns: (task) => asked.has(task),
      take: async ({ verdict }, _act, task) => {
        const change = asked.get(task);
        if (!change) return;
        // Another change may have taken its place since: a second extension, a line that was shifted already.
        const facts = verdict === 'AGREE' ? await askMoney.changeAsked(projectId, change.changeId) : change;
        if (verdict === 'AGREE') refuseIf(facts.refusal);
        asked.delete(task);
        run.close(task, verdict);
        settle(change.changeId, verdict === 'AGREE' ? 'APPROVED' : 'REFUSED', facts);
      },
    }),
  ];
  return () => {
    for (const close of closing) close();
    for (const task of asked.keys()) run.close(task, 'NOT_NEEDED');
  };
}
