import { Pulse } from './pulse.js';

describe('a story of several strands', () => {
  it('rests only when what one strand did has reached those who wait for it', async () => {
    const pulse = new Pulse();
    const told: string[] = [];
    let act = false;
    pulse.run(async () => {
      await pulse.until(() => told.includes('second'));
      told.push('first');
    });
    pulse.run(async () => {
      await pulse.until(() => act);
      told.push('second');
    });
    await pulse.rest();
    expect(told).toEqual([]);

    await pulse.take(() => {
      act = true;
    });
    await pulse.rest();

    expect(told).toEqual(['second', 'first']);
  });

  it('leaves everybody waiting as they were when what comes from outside is refused', async () => {
    const pulse = new Pulse();
    let reached = false;
    pulse.run(async () => {
      await pulse.until(() => reached);
    });
    await expect(async () => pulse.take(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    reached = true;
    await pulse.take(() => undefined);
    expect(await pulse.rest()).toBeUndefined();
  });

  it('ends every wait when it is stopped, now and later', async () => {
    const pulse = new Pulse();
    const ended: string[] = [];
    const strand = async (name: string): Promise<void> => {
      try {
        await pulse.until(() => false);
      } finally {
        ended.push(name);
      }
    };
    pulse.run(() => strand('waiting'));
    await pulse.take(() => {
      pulse.stop();
      pulse.run(() => strand('late'));
    });
    await pulse.rest();
    expect(ended.sort()).toEqual(['late', 'waiting']);
  });

  it('calls a broken story a defect, whatever it was broken by', async () => {
    const pulse = new Pulse();
    pulse.run(() => Promise.reject(new Error('no such state')));
    await expect(pulse.rest()).rejects.toThrow('the story of the case broke');
  });
});
