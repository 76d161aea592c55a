import type { ProjectStory } from './project.js';

/** 追回: money that has to come back. Ends in CLOSED_RECOVERED, or at once where there is none. */
export async function recovery({ run }: ProjectStory): Promise<void> {
  const { state } = run;
  await run.until(() => run.state !== state);
}
