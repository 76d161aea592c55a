import { AuthNotAllowed } from '#domain/errors.js';
import type { Actor } from '#domain/process/act.js';
import { person } from '#domain/process/assignee.js';
import { ConfirmAdoption, SignAdoption, WithdrawAdoption } from '#domain/venture-round/money-acts.js';
import { askMoney, refuseIf } from './money.js';
import type { ProjectStory } from './project.js';

/**
 * 认领: the sponsor has signed a deed; the applicant countersigns, and the project is funded by it, alone or beside
 * others. Before paying the sponsor may withdraw; without another source the project is no longer funded.
 */
export function offerAdoptions(story: ProjectStory, changed: () => void = () => undefined): () => void {
  const { run, input } = story;
  const { caseId: projectId, caseNo } = input;
  const closing = [
    run.desk.offerOnCase(SignAdoption, {
      check: (_facts, { actor }) => {
        assertApplicant(actor);
        run.assertPossible('adopt');
      },
      take: async ({ deedId }, { actor }) => {
        const { refusal, sponsorUserId, signed } = await askMoney.deedToSign({ projectId, deedId, state: run.state });
        refuseIf(refusal);
        // The same deed signed twice is one adoption.
        if (signed) return;
        run.move('adopt');
        run.effect('venture-project/adopted', { deedId, by: actor.userId });
        if (sponsorUserId !== null) {
          run.copy(person(sponsorUserId));
          run.notify(person(sponsorUserId), 'ADOPTION_SIGNED', { caseNo, deedId });
        }
        run.notify(story.organisers, 'ADOPTION_SIGNED', { caseNo, deedId });
        changed();
      },
    }),
    run.desk.offerOnCase(WithdrawAdoption, {
      take: async ({ deedId }, { actor }) => {
        const asked = { projectId, deedId, state: run.state, userId: actor.userId };
        const { refusal, keepsASource } = await askMoney.deedToWithdraw(asked);
        refuseIf(refusal);
        if (!keepsASource && run.state === 'FUNDED') run.move('lastSourceLost');
        run.effect('venture-project/adoption-cancelled', { deedId });
        run.notify(person(input.applicant.userId), 'ADOPTION_CANCELLED', { caseNo, deedId });
        changed();
      },
    }),
    offerConfirmation(story),
  ];
  return () => {
    for (const close of closing) close();
  };
}

/** 认领款物到位: from the deed to the end of the project. */
export function offerConfirmation(
  story: ProjectStory,
  confirmed: () => void | Promise<void> = () => undefined,
): () => void {
  const { run, input } = story;
  return run.desk.offerOnCase(ConfirmAdoption, {
    check: (_facts, { actor }) => story.assertOrganiser(actor),
    take: async ({ deedId, evidenceUploadId }) => {
      refuseIf(await askMoney.deedToConfirm({ projectId: input.caseId, deedId, state: run.state }));
      run.effect('venture-project/adoption-paid', { deedId, evidenceUploadId });
      run.notify(person(input.applicant.userId), 'ADOPTION_PAID', { caseNo: input.caseNo, deedId });
      await confirmed();
    },
  });
}

/** What only the applicant may do. */
export function assertApplicant(actor: Actor): void {
  if (actor.role !== 'APPLICANT_USER') throw new AuthNotAllowed();
}
