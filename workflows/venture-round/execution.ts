import { HoldShowcase } from '#domain/venture-round/award-acts.js';
import { askMoney } from '../venture-project/money.js';
import type { RoundStory } from './round.js';

/** 执行: until every contracted project is completed, terminated or closed with its money recovered. */
export async function execute(story: RoundStory): Promise<void> {
  const { run, input } = story;
  for (;;) {
    const { heard } = story;
    if ((await askMoney.executingProjects(input.caseId)) === 0) break;
    const keepThisRun = story.allowRenewal();
    try {
      await run.until(() => story.heard !== heard);
    } finally {
      keepThisRun();
    }
  }
  run.move('allEnded');
}

/** 成果展: the showcase ends the round; it may be held together with the launch of the next edition. */
export async function hold(story: RoundStory): Promise<void> {
  const { run } = story;
  const task = run.open({ kind: 'HOLD_SHOWCASE', assignee: story.organisers, duty: null, limit: null });
  const close = run.desk.offerOnTask(HoldShowcase, {
    concerns: (open) => open === task,
    take: ({ heldOn, launchesNext }) => {
      run.move('holdShowcase');
      run.effect('venture-round/showcase', { heldOn, launchesNext });
      run.close(task, 'HELD');
    },
  });
  try {
    await run.until(() => run.state !== 'SHOWCASE');
  } finally {
    close();
  }
}
