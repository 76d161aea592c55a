import { PublishCall, ReviseConfiguration } from '#domain/venture-round/acts.js';
import { DomainError } from '#domain/errors.js';
import { Ending } from '../steps/ending.js';
import { ask, type RoundStory } from './round.js';

/** 筹备: the host corrects the configuration until it is published; from then on it is frozen under its hash. */
export async function plan(story: RoundStory): Promise<void> {
  const { run, input } = story;
  const published = new Ending<true>();
  const task = run.open({ kind: 'PUBLISH_CALL', assignee: story.organisers, duty: null, limit: null });
  const closing = [
    run.desk.offerOnTask(ReviseConfiguration, {
      concerns: (open) => open === task,
      take: ({ formVersion }) => {
        run.effect('venture-round/revised', { formVersion });
      },
    }),
    run.desk.offerOnTask(PublishCall, {
      concerns: (open) => open === task,
      take: async ({ hash }, { requestId }) => {
        const { refusal, call } = await ask.callToPublish({ caseId: input.caseId, hash, at: Date.now() });
        if (refusal) throw new DomainError(refusal);
        story.call = call;
        run.move('publishCall');
        run.effect('venture-round/published', { formVersion: call.formVersion, hash, requestId });
        run.close(task, 'PUBLISHED');
        published.set(true);
      },
    }),
  ];
  try {
    await run.until(published.reached);
  } finally {
    for (const close of closing) close();
  }
}

/** 征集: applications arrive and are handed over, until the deadline; a published amendment may move it. */
export async function openCall(story: RoundStory): Promise<void> {
  const { run } = story;
  const keepThisRun = story.allowRenewal();
  try {
    while (Date.now() <= story.call.closesAt) {
      const { closesAt } = story.call;
      run.alarmAt = closesAt + 1;
      await run.until(() => story.call.closesAt !== closesAt || Date.now() > closesAt);
    }
  } finally {
    keepThisRun();
  }
  run.move('deadline');
  run.notify(story.organisers, 'CALL_CLOSED', { caseNo: story.input.caseNo });
}
