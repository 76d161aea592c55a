import type { Refusal } from '#domain/errors.js';
import type { CaseId } from '#domain/ids.js';
import type {
  AmendRequest,
  CallToPublish,
  ClassMoveRequest,
  PublishRequest,
  ScreeningStanding,
  ScreenFacts,
  ScreenRequest,
} from '#domain/venture-round/case-facts.js';

/** What M03 knows of its rounds and their applications. */
export interface VentureRounds {
  callToPublish(request: PublishRequest): Promise<CallToPublish>;
  amendmentToPublish(request: AmendRequest): Promise<CallToPublish>;
  screeningStanding(roundId: CaseId): Promise<ScreeningStanding>;
  screen(request: ScreenRequest): Promise<ScreenFacts>;
  classMove(request: ClassMoveRequest): Promise<Refusal | null>;
}

/** What a round and its projects ask for up to the shortlist. Each is idempotent by its arguments. */
export const ventureRoundActivities = (rounds: VentureRounds) => ({
  /** Whether the configuration of that hash is the newest, and consistent as a whole. */
  callToPublish: (request: PublishRequest): Promise<CallToPublish> => rounds.callToPublish(request),

  /** Whether the configuration of that version may take the place of the one in force. */
  amendmentToPublish: (request: AmendRequest): Promise<CallToPublish> => rounds.amendmentToPublish(request),

  screeningStanding: (roundId: CaseId): Promise<ScreeningStanding> => rounds.screeningStanding(roundId),

  /** Runs the machine checks and keeps them with the project, once for each form and day. */
  screen: (request: ScreenRequest): Promise<ScreenFacts> => rounds.screen(request),

  /** What keeps a project from a class: not in the round, or above its cap. null: nothing. */
  classMove: (request: ClassMoveRequest): Promise<Refusal | null> => rounds.classMove(request),
});

export type VentureRoundActivities = ReturnType<typeof ventureRoundActivities>;
