import type { ProjectStory } from './project.js';

/** 拟资助与公示: proposal, reserve or none; public notice, objection, adoption. Ends in FUNDED, or when the round closes. */
export async function award({ run }: ProjectStory): Promise<void> {
  const { state } = run;
  await run.until(() => run.state !== state);
}
