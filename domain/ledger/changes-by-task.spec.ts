import { asId } from '#domain/ids.js';
import type { TaskId, UserId } from '#domain/ids.js';
import { person } from '#domain/process/assignee.js';
import { changesByTask } from './changes-by-task.js';

const taskId = asId<TaskId>('t');
const suspend = { taskId, suspend: { ground: 'APPRAISAL' } };
const resume = { taskId, resume: true } as const;

describe('the changes of one record, task by task', () => {
  it('puts several changes of a task together, the later over the earlier', () => {
    const claimedBy = asId<UserId>('u');
    const changes = changesByTask([
      { taskId, assignee: person('a') },
      { taskId, claimedBy },
      { taskId, assignee: person('b') },
    ]);
    expect([...changes.values()]).toEqual([{ taskId, assignee: person('b'), claimedBy }]);
  });

  it('forgets a suspension that is lifted in the same record', () => {
    expect(changesByTask([suspend, resume]).get(taskId)).toEqual({ taskId });
  });

  it('resumes and suspends anew when that is the order', () => {
    expect(changesByTask([resume, suspend]).get(taskId)).toEqual({ ...resume, ...suspend });
  });
});
