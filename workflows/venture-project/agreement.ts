import type { ProjectStory } from './project.js';

/** 签约: the agreement is signed by both sides, or declined. Ends in CONTRACTED, DECLINED or NOT_FUNDED. */
export async function agreement({ run }: ProjectStory): Promise<void> {
  const { state } = run;
  await run.until(() => run.state !== state);
}
