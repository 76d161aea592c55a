import { openTasks } from './open-tasks.js';

const opened = (taskId: string) => ({ taskId, assignee: 'user:a', due: 10 });
const nothing = { opened: [], changed: [], closedTasks: [] };

describe('the tasks that wait after some entries', () => {
  it('are those opened and not closed', () => {
    const entries = [
      { ...nothing, opened: [opened('t1'), opened('t2')] },
      { ...nothing, closedTasks: [{ taskId: 't1' }] },
    ];
    expect(openTasks(entries)).toEqual([{ taskId: 't2', assignee: 'user:a', status: 'OPEN', due: 10 }]);
  });

  it('have the assignee, the pause and the due date that they were last given', () => {
    const paused = {
      ...nothing,
      changed: [
        { taskId: 't1', suspend: { ground: 'X' } },
        { taskId: 't1', assignee: 'user:b' },
      ],
    };
    expect(openTasks([{ ...nothing, opened: [opened('t1')] }, paused])).toEqual([
      { taskId: 't1', assignee: 'user:b', status: 'SUSPENDED', due: 10 },
    ]);
    const resumed = { ...nothing, changed: [{ taskId: 't1', resume: true, due: 20 }] };
    expect(openTasks([{ ...nothing, opened: [opened('t1')] }, paused, resumed])).toMatchObject([
      { status: 'OPEN', due: 20 },
    ]);
  });
});
