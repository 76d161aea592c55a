import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { AuthNotAllowed, NotFound } from '#domain/errors.js';
import { assertMayBeShown } from '#domain/venture-round/showcase-picture.rule.js';
import type { Database } from '#prisma/client.js';
import { contentStore, type ContentStore } from '#prisma/files/content-store.js';
import { administrationStore } from '#prisma/stores/administration.store.js';
import type { By } from '#prisma/stores/venture-money/execution.store.js';
import { type PublishedPicture, type ShownAfter, showcaseStore } from '#prisma/stores/venture-money/showcase.store.js';
import { ventureRoundReadingStore } from '#prisma/stores/venture-round-reading.store.js';
import type { RoundRow } from '#prisma/stores/venture-round/round-row.js';
import { unitsOf } from '../access/case-filter.js';
import type { ApiConfig } from '../config.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import { keyOf, page, type PageQuery } from '../http/paging.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseConfig, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { projectState } from '../venture-rounds/round-views.js';
import { displayCopyOf } from './display-copy.js';
import type { NewShowcasePicture, Withdrawal } from './showcase.schemas.js';

const IdCursor = z.tuple([z.string().max(128)]);
/** When the first page was read (epoch ms), and the last project of the page before. */
const ShownCursor = z.tuple([z.int().nonnegative(), z.int().min(0).max(1), z.string().max(64)]);
/** Below it lie the pictures that are shown. */
const ADDRESS = '/api/v1/public/showcase-pictures';

/** 成果展: what everybody sees of the projects of a round, and who chooses it. */
@Injectable()
export class ShowcaseService {
  readonly #files: ContentStore;

  constructor(
    @UseDatabase() private readonly database: Database,
    @UseConfig() config: ApiConfig,
    @UseClock() private readonly clock: Clock,
  ) {
    this.#files = contentStore(config.home);
  }

  /** Funded and adopted projects with their figures and pictures, for everybody; those with pictures first. */
  async shown(id: string, { cursor, limit }: PageQuery) {
    const round = await this.#published(id);
    const after = shownAfter(cursor, this.clock());
    const rows = await showcaseStore(this.database).shown(round.caseId, after, limit + 1);
    return page(
      rows,
      limit,
      ({ unpictured, caseNo }) => [after.asOf, unpictured, caseNo],
      ({ state, pictures, unpictured: _, ...row }) => ({
        ...row,
        state: projectState(state),
        pictures: pictures.map((picture) => ({ ...picture, address: `${ADDRESS}/${picture.id}` })),
      }),
    );
  }

  /** The bytes of a picture that is shown now, and their hash; NOT_FOUND for every other one, also for one that was taken back. */
  async picture(id: string): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> {
    const sha256 = await showcaseStore(this.database).contentOf(id);
    const bytes = sha256 === null ? null : await this.#files.read(sha256);
    if (sha256 === null || bytes === null) throw new NotFound('ShowcasePicture');
    return { bytes, sha256 };
  }

  /** Completed projects with what was published of them, for those who organise or audit the round. */
  async completed(actor: RequestActor, id: string, { cursor, limit }: PageQuery) {
    const round = await this.#published(id);
    if (!organises(actor, round) && !audits(actor)) throw new NotFound('Round');
    const rows = await showcaseStore(this.database).completed(round.caseId, afterOf(cursor), limit + 1);
    return page(
      rows,
      limit,
      ({ caseNo }) => [caseNo],
      ({ pictures, ...row }) => ({ ...row, pictures: pictures.map(publishedView) }),
    );
  }

  /**
   * Shows a photograph to everybody: a copy of display size, without what the camera noted. Who declared that the people on it agreed is kept with it and
   * in the ledger of administration.
   */
  async publish(actor: RequestActor, id: string, asked: NewShowcasePicture, request: IdempotentRequest) {
    const round = await this.#organised(actor, id);
    const { uploadId, caption, consent } = asked;
    const store = showcaseStore(this.database);
    const project = await store.project(round.caseId, asked.project);
    if (project === null) throw new NotFound('Project');
    const photograph = await store.photographOf(project.id, uploadId);
    // The number that are shown is counted in the transaction, where nobody adds one meanwhile.
    assertMayBeShown({ projectState: project.state, consent, isPhotograph: photograph !== null, shown: 0 });
    const original = photograph === null ? null : await this.#files.read(photograph);
    if (original === null) throw new NotFound('Upload');
    const { bytes, width, height } = await displayCopyOf(original);
    const copy = { sha256: await this.#files.put(bytes), width, height };
    const by = { userId: actor.userId, at: this.clock() };
    const picture = {
      id: randomUUID(),
      roundId: round.caseId,
      projectId: project.id,
      uploadId,
      caption,
      consent,
      copy,
    };
    return onceFor(this.database, actor, request, async (tx) => {
      const published = await showcaseStore(tx).publish(picture, by);
      if (published.isNew) await log(tx, 'showcase.publish', published.id, by, { ...picture, consent: 'DECLARED' });
      return { id: published.id };
    });
  }

  /** Takes a picture back: its address answers 404 from now on; that it was shown, who took it back and why is kept. */
  async withdraw(
    actor: RequestActor,
    id: string,
    pictureId: string,
    { reason }: Withdrawal,
    request: IdempotentRequest,
  ) {
    const round = await this.#organised(actor, id);
    const by = { userId: actor.userId, at: this.clock() };
    return onceFor(this.database, actor, request, async (tx) => {
      const withdrawn = await showcaseStore(tx).withdraw(round.caseId, pictureId, reason, by);
      if (withdrawn === null) throw new NotFound('ShowcasePicture');
      if (withdrawn.isNew) await log(tx, 'showcase.withdraw', pictureId, by, { ...withdrawn, roundId: round.caseId });
      return { id: pictureId };
    });
  }

  async #published(id: string): Promise<RoundRow> {
    const round = await ventureRoundReadingStore(this.database).find(id);
    if (round === null || round.publishedAt === null) throw new NotFound('Round');
    return round;
  }

  /** A published round is everybody's to read, so who does not organise it is told that they may not do this. */
  async #organised(actor: RequestActor, id: string): Promise<RoundRow> {
    const round = await this.#published(id);
    if (!organises(actor, round)) throw new AuthNotAllowed({ resource: 'Showcase' });
    return round;
  }
}

/** What the ledger of administration keeps of it: ids, never the caption. Consent is written down where it was declared. */
interface Logged {
  readonly roundId: string;
  readonly projectId: string;
  readonly uploadId: string;
  readonly consent?: 'DECLARED';
}

function log(tx: Database, act: string, subject: string, { userId, at }: By, about: Logged): Promise<void> {
  const { roundId, projectId, uploadId, consent } = about;
  const facts = { roundId, projectId, uploadId, ...(consent === undefined ? {} : { consent }) };
  return administrationStore(tx).log({ act, actorId: userId, at, subject, facts });
}

function publishedView({ publishedAt, withdrawnBy, withdrawnAt, withdrawReason, ...picture }: PublishedPicture) {
  const withdrawn =
    withdrawnAt === null ? null : { by: withdrawnBy ?? '', at: iso(withdrawnAt), reason: withdrawReason ?? '' };
  return { ...picture, publishedAt: iso(publishedAt), withdrawn };
}

const organises = (actor: RequestActor, { unitId }: RoundRow): boolean =>
  unitsOf(actor, ['ROUND_ORGANISER']).includes(unitId);
const audits = ({ grants }: RequestActor): boolean => grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR');
const afterOf = (cursor: string | undefined): string => keyOf(cursor, IdCursor)?.[0] ?? '';
function shownAfter(cursor: string | undefined, now: number): ShownAfter {
  const key = keyOf(cursor, ShownCursor);
  if (key === null) return { asOf: now, last: null };
  const [asOf, unpictured, caseNo] = key;
  return { asOf: Math.min(asOf, now), last: { unpictured, caseNo } };
}

const iso = (at: number): string => new Date(at).toISOString();
