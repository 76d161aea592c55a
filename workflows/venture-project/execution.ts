import type { ProjectState } from '#domain/venture-round/states.js';
import { offerChanges } from './changes.js';
import type { ProjectStory } from './project.js';
import { finalEvaluation, midTerm } from './reports.js';
import { offerTermination } from './termination.js';

const EXECUTING: readonly ProjectState[] = ['CONTRACTED', 'EXECUTING'];

/** The project was ended while a step of its execution waited. */
class Ended extends Error {}

/**
 * 执行: payments by their evidence, mid-term and closing evaluation, changes; activities and vouchers are plain records
 * until a report counts them. Ends in COMPLETED, TERMINATED or RECOVERING.
 */
export async function execution(story: ProjectStory): Promise<void> {
  const { run, contract, payments } = story;
  if (!contract || !payments) throw new Error('a project is executed without an agreement');
  const wait = async (ready: () => boolean): Promise<void> => {
    await run.until(() => ready() || !EXECUTING.includes(run.state));
    if (!ready() && !EXECUTING.includes(run.state)) throw new Ended();
  };
  const closing = [offerChanges(story, contract), offerTermination(story)];
  try {
    await payments.release('AGREEMENT_SIGNED');
    // Given in kind alone, there is nothing to wait for.
    if (!payments.isReleasedBy('AGREEMENT_SIGNED')) run.move('pay');
    await wait(() => run.state === 'EXECUTING');
    if ((await midTerm(story, contract, wait)) === 'FAIL') contract.breach = 'EVALUATION_FAILED';
    else {
      await payments.release('MID_TERM_PASS');
      await finalEvaluation(story, contract, wait);
    }
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
  } finally {
    for (const close of closing) close();
  }
}
