import type { AssessmentRequest } from '#domain/temp-party-org/case-facts.js';
import { pool } from '#domain/process/assignee.js';
import type { StageEnd } from '#domain/process/route.js';
import { Verify } from '#domain/temp-party-org/acts.js';
import { TempPartyOrgRefusal } from '#domain/temp-party-org/errors.js';
import { askForConfirmations, type ConfirmationWanted } from '../steps/confirmations.js';
import { Ending } from '../steps/ending.js';
import { offerReturn } from '../steps/return.js';
import type { StageMemory } from '../steps/stages.js';
import { ask, today, type TempPartyOrgRun } from './case.js';
import type { TempPartyOrgInput } from './contract.js';

/** Who stands by the application: members who confirmed, and those who declined or whose home organisation did. */
export type Verified = Pick<AssessmentRequest, 'declined'> & { readonly confirmed: readonly string[] };

export interface Verification extends Verified {
  readonly end: StageEnd<'intake' | 'verification' | 'reply'>;
}

type Answers = ReadonlyMap<string, 'CONFIRM' | 'DECLINE'>;

/**
 * 审核: the reviewer interviews or checks the roster, while each counted member confirms on their own and each home
 * Party organisation certifies. Nothing goes on before everybody has answered; whether enough of them count is the
 * reply's business, which alone may refuse.
 */
export async function verify(
  run: TempPartyOrgRun,
  input: TempPartyOrgInput,
  memory: StageMemory,
): Promise<Verification> {
  const limit = { unit: 'WD', length: input.settings.verifyWD, from: Date.now() } as const;
  const { members, homes } = await ask.loadApplication(input.caseId, today());
  // Who confirmed before a return that resumes here need not say it again.
  const before = confirmedBefore(memory);
  const wanted: ConfirmationWanted[] = [
    ...members.map(({ personId, confirmer }) => ({ subject: personId, kind: 'CONFIRM_MEMBER', assignee: confirmer })),
    ...homes.map(({ partyOrgId, confirmer }) => ({ subject: partyOrgId, kind: 'CONFIRM_HOME', assignee: confirmer })),
  ];
  const confirmations = askForConfirmations(run, {
    limit,
    wanted: wanted.filter(({ subject }) => !before.has(subject)),
    onAnswer: (subject, answer) => {
      run.effect('temp-party-org/confirmed', { subject, answer });
    },
  });
  const answers = (): Answers => new Map([...before, ...confirmations.answers]);
  const review = run.open({ kind: 'VERIFY', assignee: pool(input.unitId, 'TWO_NEW_APPROVER'), duty: 'REVIEW', limit });
  const ending = new Ending<Verification['end']>();
  const closing = [
    run.desk.offerOnTask(Verify, {
      concerns: (task) => task === review,
      check: () => {
        const outstanding = confirmations.outstanding();
        if (outstanding.length > 0)
          throw new TempPartyOrgRefusal('TPO_CONFIRMATIONS_MISSING', { outstanding: outstanding.length });
      },
      take: () => {
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
        memory.kept = answers();
        ending.set(returned);
      },
    ),
  ];
  try {
    await run.until(ending.reached);
    return { end: ending.get(), ...verified(answers(), members, homes) };
  } finally {
    for (const close of closing) close();
    confirmations.close();
  }
}

/** A member whose home organisation declines to certify counts as little as one who declines. */
function verified(
  answers: Answers,
  members: readonly { readonly personId: string }[],
  homes: readonly { readonly partyOrgId: string; readonly members: readonly string[] }[],
): Verified {
  const uncertified = homes.flatMap((home) => (answers.get(home.partyOrgId) === 'DECLINE' ? home.members : []));
  const asked = members.map(({ personId }) => personId);
  const declined = asked.filter((id) => answers.get(id) === 'DECLINE' || uncertified.includes(id));
  return { declined, confirmed: asked.filter((id) => answers.get(id) === 'CONFIRM' && !declined.includes(id)) };
}

function confirmedBefore({ kept }: StageMemory): Answers {
  if (!(kept instanceof Map)) return new Map();
  const said: (readonly [string, 'CONFIRM'])[] = [];
  for (const [subject, answer] of kept as ReadonlyMap<unknown, unknown>)
    if (typeof subject === 'string' && answer === 'CONFIRM') said.push([subject, answer]);
  return new Map(said);
}
