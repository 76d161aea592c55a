import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { NotFound } from '#domain/errors.js';
import { exportSheets } from '#domain/venture-round/verify-sheets.js';
import type { SheetExport } from '#domain/venture-round/verify-sheets.js';
import type { Database } from '#prisma/client.js';
import { diagnosisStore } from '#prisma/stores/venture-judging/diagnosis.store.js';
import { rankingStore } from '#prisma/stores/venture-judging/ranking.store.js';
import type { KeptRanking } from '#prisma/stores/venture-judging/ranking.store.js';
import { judgedRound } from '#prisma/stores/venture-judging/round-facts.js';
import type { JudgedRound } from '#prisma/stores/venture-judging/round-facts.js';
import type { RequestActor } from '../identity/actor.js';
import { UseDatabase } from '../resources.js';
import { JudgingRights } from './judging-rights.js';
import type { ResultsView } from './result.schemas.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What judging came to. Before the round is ranked there is nothing of it, for nobody: NOT_FOUND (404). */
@Injectable()
export class ResultsService {
  constructor(
    @UseDatabase() private readonly database: Database,
    private readonly rights: JudgingRights,
  ) {}

  /** Scores and ranks as they are published: no single sheet. */
  async results(id: string): Promise<ResultsView> {
    const { round, ranking, publishedAt } = await this.#ranked(id);
    const ids = ranking.rankings.flatMap(({ ranked }) => ranked.map(({ projectId }) => projectId));
    const projects = await this.database.rows.project.findMany({ where: { caseId: { in: ids } } });
    const organisationIds = projects.map(({ organisationId }) => organisationId);
    const organisations = await this.database.rows.organisation.findMany({ where: { id: { in: organisationIds } } });
    const names = new Map(organisations.map((one) => [one.id, one.name]));
    const known = new Map(projects.map((project) => [project.caseId, project]));
    const { roundId, caseNo, title } = round;
    return {
      ...{ roundId, caseNo, title, publishedAt },
      policyHash: ranking.policyHash,
      resultHash: ranking.resultHash,
      root: await rankingStore(this.database).root(roundId),
      classes: ranking.rankings.map((one) => ({
        class: one.class,
        undecided: one.undecided.map((tie) => [...tie]),
        ranked: one.ranked.map(({ outliers: _advisory, ...place }) => {
          const project = known.get(place.projectId);
          const organisationName = names.get(project?.organisationId ?? '') ?? '';
          return { ...place, caseNo: project?.caseNo ?? '', title: project?.title ?? '', organisationName };
        }),
      })),
    };
  }

  /** Every locked mark with its chain, judges by their pseudonyms. */
  async sheets(id: string): Promise<SheetExport> {
    const { round } = await this.#ranked(id);
    return exportSheets(round.roundId, await rankingStore(this.database).chains(round.roundId), sha256);
  }

  async diagnostics(actor: RequestActor, id: string) {
    await this.rights.overseen(actor, id);
    const { round, ranking } = await this.#ranked(id);
    const diagnostics = await diagnosisStore(this.database).find(round.roundId, ranking.seq);
    return { status: diagnostics === null ? 'COMPUTING' : 'READY', seq: ranking.seq, diagnostics };
  }

  async #ranked(id: string): Promise<{ round: JudgedRound; ranking: KeptRanking; publishedAt: number }> {
    const round = await judgedRound(this.database.pool, id);
    const ranking = await rankingStore(this.database).inForce(round.roundId);
    if (ranking?.publishedAt == null) throw new NotFound('RoundRanking');
    return { round, ranking, publishedAt: ranking.publishedAt };
  }
}
