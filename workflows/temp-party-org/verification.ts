import { pool } from '#domain/process/assignee.js';
import type { StageEnd } from '#domain/process/route.js';
import { Verify } from '#domain/temp-party-org/acts.js';
import { TempPartyOrgRefusal } from '#domain/temp-party-org/errors.js';
import { askForConfirmations } from '../steps/confirmations.js';
import { Ending } from '../steps/ending.js';
import { offerReturn } from '../steps/return.js';
import { ask, assertStillEligible, today, type TempPartyOrgRun } from './case.js';
import type { TempPartyOrgInput } from './contract.js';

export interface Verification {
  readonly end: StageEnd<'intake' | 'verification' | 'reply'>;
  /** Members who declined: they do not count. */
  readonly declined: readonly string[];
}

/**
 * 审核: the reviewer interviews or checks the roster, while each counted member confirms on their own and each home
 * Party organisation certifies. Nothing goes on before everybody has answered and enough of them count.
 */
export async function verify(run: TempPartyOrgRun, input: TempPartyOrgInput): Promise<Verification> {
  const limit = { unit: 'WD', length: input.settings.verifyWD, from: Date.now() } as const;
  const { members, homes } = await ask.loadApplication(input.caseId, today());
  const confirmations = askForConfirmations(run, {
    limit,
    wanted: [
      ...members.map(({ personId, confirmer }) => ({ subject: personId, kind: 'CONFIRM_MEMBER', assignee: confirmer })),
      ...homes.map(({ partyOrgId, confirmer }) => ({ subject: partyOrgId, kind: 'CONFIRM_HOME', assignee: confirmer })),
    ],
    onAnswer: (subject, answer) => {
      run.effect('temp-party-org/confirmed', { subject, answer });
    },
  });
  const review = run.open({ kind: 'VERIFY', assignee: pool(input.unitId, 'TWO_NEW_APPROVER'), duty: 'REVIEW', limit });
  const ending = new Ending<Verification['end']>();
  const declined = (): readonly string[] =>
    [...confirmations.answers].filter(([, answer]) => answer === 'DECLINE').map(([subject]) => subject);
  const closing = [
    run.desk.offerOnTask(Verify, {
      concerns: (task) => task === review,
      check: () => {
        const outstanding = confirmations.outstanding();
        if (outstanding.length > 0)
          throw new TempPartyOrgRefusal('TPO_CONFIRMATIONS_MISSING', { outstanding: outstanding.length });
      },
      take: async () => {
        await assertStillEligible(run, declined());
        run.move('verify');
        run.close(review, 'VERIFIED');
        ending.set({ kind: 'DONE' });
      },
    }),
    offerReturn<'intake' | 'verification' | 'reply'>(
      run,
      { to: ['intake'], onReturn: () => run.move('returnToIntake') },
      (task) => task === review,
      (returned) => {
        ending.set(returned);
      },
    ),
  ];
  try {
    await run.until(ending.reached);
    return { end: ending.get(), declined: declined() };
  } finally {
    for (const close of closing) close();
    confirmations.close();
  }
}
