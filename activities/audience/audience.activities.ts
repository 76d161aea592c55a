import { ApplicationFailure } from '@temporalio/common';

/** One page of the workflows that belong together; `next` is where the next page begins, null after the last. */
export interface AudiencePage {
  readonly workflowIds: readonly string[];
  readonly next: string | null;
}

/** Looks one page of an audience up, in an order that does not change: those after `after`, at most `limit`; `after` is empty at first. */
export type Audience = (asked: {
  readonly of: string;
  readonly after: string;
  readonly limit: number;
}) => Promise<AudiencePage>;

/** The activity by which a broadcast finds whom it tells. An audience that this release does not know fails at once. */
export const audienceActivities = (audiences: Readonly<Record<string, Audience>>) => ({
  loadAudience: ({
    audience,
    ...asked
  }: {
    readonly audience: string;
    readonly of: string;
    readonly after: string;
    readonly limit: number;
  }): Promise<AudiencePage> => {
    const find = Object.hasOwn(audiences, audience) ? audiences[audience] : undefined;
    if (find === undefined) throw ApplicationFailure.nonRetryable(`no audience ${audience}`, 'AUDIENCE_UNKNOWN');
    return find(asked);
  },
});

export type AudienceActivities = ReturnType<typeof audienceActivities>;
