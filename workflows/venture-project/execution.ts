import type { ProjectStory } from './project.js';

/** 执行: payments, activities, mid-term and closing evaluation. Ends in COMPLETED, TERMINATED or RECOVERING. */
export async function execution({ run }: ProjectStory): Promise<void> {
  const { state } = run;
  await run.until(() => run.state !== state);
}
