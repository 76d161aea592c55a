import type { RoundStory } from './round.js';

/** 拟资助: awards are proposed by rank within quota, caps and budgets. */
export async function propose({ run }: RoundStory): Promise<void> {
  await run.until(() => run.state !== 'RANKED');
}

/** 公示: the proposed awards are public for some working days; an upheld objection ranks again. */
export async function publicise({ run }: RoundStory): Promise<void> {
  await run.until(() => run.state !== 'PUBLICITY');
}

/** 签约: until every agreement is signed or declined. */
export async function settleAgreements({ run }: RoundStory): Promise<void> {
  await run.until(() => run.state !== 'AWARDED');
}
