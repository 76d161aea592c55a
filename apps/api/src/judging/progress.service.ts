import { Injectable } from '@nestjs/common';

import type { Database } from '#prisma/client.js';
import { progressStore } from '#prisma/stores/venture-judging/progress.store.js';
import { stateLabel } from '../cases/act-labels.js';
import type { RequestActor } from '../identity/actor.js';
import { matterOf } from '../matters/matter.js';
import { UseDatabase } from '../resources.js';
import { JudgingRights } from './judging-rights.js';
import type { MyRoundsView } from './progress.schemas.js';

/** How far judging is: for a judge their own rounds, for who organises or audits who has locked what. Never a mark. */
@Injectable()
export class ProgressService {
  constructor(
    @UseDatabase() private readonly database: Database,
    private readonly rights: JudgingRights,
  ) {}

  async mine({ userId }: RequestActor): Promise<MyRoundsView> {
    const matter = matterOf('venture-round');
    const rounds = await progressStore(this.database).ofJudge(userId);
    return { items: rounds.map((round) => ({ ...round, state: stateLabel(matter, round.state) })) };
  }

  async ofRound(actor: RequestActor, id: string) {
    const { roundId, configuration } = await this.rights.overseen(actor, id);
    const { judgesMin } = configuration.scoring;
    return { judgesMin, items: await progressStore(this.database).ofRound(roundId) };
  }
}
