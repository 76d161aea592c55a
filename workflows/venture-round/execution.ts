import type { RoundStory } from './round.js';

/** 执行: until every contracted project is completed, terminated or closed with its money recovered. */
export async function execute({ run }: RoundStory): Promise<void> {
  await run.until(() => run.state !== 'EXECUTION');
}

/** 成果展: the showcase ends the round. */
export async function hold({ run }: RoundStory): Promise<void> {
  await run.until(() => run.state !== 'SHOWCASE');
}
