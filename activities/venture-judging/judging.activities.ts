import { type Answer, answering } from './answer.js';

/** A judge of a project. `locked`: the sheet is locked, so nothing waits for the judge. */
export interface ProjectJudge {
  readonly judgeId: string;
  readonly userId: string;
  readonly locked: boolean;
}

/** A sheet that is about to be locked or unlocked; ids only. */
export interface SheetKey {
  readonly roundId: string;
  readonly projectId: string;
  readonly judgeId: string;
}

/** A ranking that was made: published with the record `seq` of the round. */
export interface Ranked {
  readonly seq: number;
  readonly resultHash: string;
}

/** What the judging of a round knows and does; each is idempotent by its arguments. */
export interface JudgingPort {
  judgesOf(projectId: string): Promise<readonly ProjectJudge[]>;
  /** Holds a sheet until its case has recorded the lock. Throws VEN_SCORING_CLOSED, VEN_NOT_ON_STAGE, VEN_SHEET_LOCKED. */
  holdForLock(sheet: SheetKey & { readonly sealId: string }): Promise<void>;
  /** Holds a locked sheet until its case has recorded the unlocking. Throws VEN_SCORING_CLOSED, VEN_SHEET_LOCKED. */
  holdForUnlock(sheet: SheetKey): Promise<void>;
  /** Gives the pairs of a computed assignment to the projects. Throws NOT_FOUND, CASE_STATE_CONFLICT. */
  applyAssignment(asked: { readonly roundId: string; readonly jobId: string; readonly at: number }): Promise<number>;
  /** Draws the order of presentation, once. Throws VEN_STAGE_ORDER_DRAWN. */
  drawStage(asked: { readonly roundId: string; readonly seed: string; readonly word: string | null }): Promise<number>;
  /** Whether the project has a place in the drawn order. */
  hasSlot(roundId: string, projectId: string): Promise<boolean>;
  /** Ends scoring and ranks. Throws VEN_SHEETS_MISSING, VEN_SHEETS_BEING_LOCKED. */
  closeScoring(asked: { readonly roundId: string; readonly seq: number; readonly at: number }): Promise<Ranked>;
  /** Ranks again: with one more vote of the panel, or without projects that are gone. Throws VEN_VOTE_INVALID. */
  rankAgain(asked: {
    readonly roundId: string;
    readonly seq: number;
    readonly at: number;
    readonly vote: readonly string[] | null;
  }): Promise<Ranked>;
  /** How judging ended for a project. */
  outcomeOf(roundId: string, projectId: string): Promise<'SCORED' | 'SHOWN'>;
}

/** What the workflows of rounds and projects ask of judging. */
export const judgingActivities = (port: JudgingPort) => ({
  judgesOf: (projectId: string): Promise<readonly ProjectJudge[]> => port.judgesOf(projectId),
  holdForLock: (sheet: SheetKey & { readonly sealId: string }): Promise<Answer<null>> =>
    answering(() => port.holdForLock(sheet).then(() => null)),
  holdForUnlock: (sheet: SheetKey): Promise<Answer<null>> =>
    answering(() => port.holdForUnlock(sheet).then(() => null)),
  applyAssignment: (asked: Parameters<JudgingPort['applyAssignment']>[0]): Promise<Answer<number>> =>
    answering(() => port.applyAssignment(asked)),
  drawStage: (asked: Parameters<JudgingPort['drawStage']>[0]): Promise<Answer<number>> =>
    answering(() => port.drawStage(asked)),
  hasSlot: (roundId: string, projectId: string): Promise<boolean> => port.hasSlot(roundId, projectId),
  closeScoring: (asked: Parameters<JudgingPort['closeScoring']>[0]): Promise<Answer<Ranked>> =>
    answering(() => port.closeScoring(asked)),
  rankAgain: (asked: Parameters<JudgingPort['rankAgain']>[0]): Promise<Answer<Ranked>> =>
    answering(() => port.rankAgain(asked)),
  outcomeOf: (roundId: string, projectId: string): Promise<'SCORED' | 'SHOWN'> => port.outcomeOf(roundId, projectId),
});

export type JudgingActivities = ReturnType<typeof judgingActivities>;
