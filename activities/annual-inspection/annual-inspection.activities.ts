import type { InspectionConclusion } from '#domain/annual-inspection/consequence.js';
import type { ReviewedConclusion } from '#domain/annual-inspection/conclusion.rule.js';
import type { ClosingDays } from '#domain/annual-inspection/season-calendar.rule.js';
import { closingAfterReturn } from '#domain/annual-inspection/season-calendar.rule.js';
import { rectificationDue } from '#domain/annual-inspection/rectification.rule.js';
import type { AnnualInspectionSettings } from '#domain/annual-inspection/settings.js';
import { assertTalkNotice } from '#domain/annual-inspection/talk.rule.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { WorkCalendar } from '#domain/calendar/work-calendar.js';
import { DomainError, type Refusal } from '#domain/errors.js';
import type { CaseId } from '#domain/ids.js';

/** A decision to be held against the rules. */
export interface JudgeRequest {
  readonly caseId: CaseId;
  readonly on: IsoDate;
  readonly conclusion: ReviewedConclusion;
  readonly settings: AnnualInspectionSettings;
}

/** What the rules say of it. `proposed` is null where there is no return to judge. */
export interface JudgedConclusion {
  readonly proposed: ReviewedConclusion | null;
  /** The rules that apply, by name. */
  readonly reasons: readonly string[];
  readonly deviates: boolean;
  readonly refusal: Refusal | null;
}

/** The conclusion of a return that had ended. */
export interface StandingConclusion {
  readonly conclusion: InspectionConclusion;
}

export interface AnnualInspectionPorts {
  /** What the tables and the newest form say of a return, held against the rules. */
  readonly returns: {
    judge(request: JudgeRequest): Promise<JudgedConclusion>;
    standing(caseId: string): Promise<StandingConclusion>;
  };
  readonly calendar: () => Promise<WorkCalendar>;
}

/** What the workflow of a return asks for. Each is idempotent: it only reads. */
export const annualInspectionActivities = ({ returns, calendar }: AnnualInspectionPorts) => ({
  judge: (request: JudgeRequest): Promise<JudgedConclusion> => returns.judge(request),

  /** What stands for a case that takes up again. */
  standing: (caseId: CaseId): Promise<StandingConclusion> => returns.standing(caseId),

  closingAfterReturn: async (
    closing: ClosingDays,
    returnedOn: IsoDate,
    settings: AnnualInspectionSettings,
  ): Promise<ClosingDays> => closingAfterReturn(closing, returnedOn, await calendar(), settings),

  /** The refusal of a talk that comes too soon after its notice. */
  talkNotice: async (
    notice: { readonly noticeOn: IsoDate; readonly heldOn: IsoDate },
    settings: AnnualInspectionSettings,
  ): Promise<Refusal | null> => {
    const days = await calendar();
    return refusalOf(() => {
      assertTalkNotice(notice, days, settings);
    });
  },

  rectificationDue: async (setOn: IsoDate, settings: AnnualInspectionSettings): Promise<IsoDate> =>
    rectificationDue(setOn, await calendar(), settings),
});

export type AnnualInspectionActivities = ReturnType<typeof annualInspectionActivities>;

function refusalOf(rule: () => void): Refusal | null {
  try {
    rule();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.refusal;
    throw error;
  }
}
