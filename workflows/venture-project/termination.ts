import { person } from '#domain/process/assignee.js';
import { TerminateProject } from '#domain/venture-round/money-acts.js';
import type { ProjectStory } from './project.js';

/** 终止项目: the host ends a funded project; what was paid is settled and comes back. */
export function offerTermination(story: ProjectStory): () => void {
  const { run, input } = story;
  return run.desk.offerOnCase(TerminateProject, {
    check: (_facts, { actor }) => {
      story.assertOrganiser(actor);
      run.assertPossible('terminate');
    },
    take: ({ ground }) => {
      if (story.contract) story.contract.breach = ground;
      run.move('terminate');
      run.closeAll('TERMINATED');
      run.effect('venture-project/terminated', { ground });
      run.notify(person(input.applicant.userId), 'PROJECT_TERMINATED', { caseNo: input.caseNo, ground });
    },
  });
}
