import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { SAMPLE_RETURN } from '#domain/annual-inspection/sample-return.js';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { organisationEnded, seasonPaused, seasonResumed } from '#workflows/annual-inspection/contract.js';
import {
  applicantOf,
  INSPECTOR_1,
  INSPECTOR_2,
  REGISTRY_LEADER,
  REGISTRY_OFFICER,
  ReturnWorld,
} from '../support/return-world.js';

let world: ReturnWorld;
beforeAll(async () => {
  world = await ReturnWorld.open();
}, 120_000);
afterAll(() => world.close());

const day = (text: string) => parseIsoDate(text);

describe('a return that is filed', () => {
  it('goes from its organisation over intake and conclusion to publication, and ends there when it is PASS', async () => {
    const on = await world.start();
    expect((await world.tasks(on)).map(({ kind, assigneeKey }) => [kind, assigneeKey])).toEqual([
      ['FILE_RETURN', `org:${on.input.organisationId}:APPLICANT_USER`],
    ]);

    await world.bringToConclusion(on);
    expect(await world.state(on)).toBe('REGISTRY_REVIEW');
    await world.conclude(on, 'PASS');
    await world.publish(on);

    await on.handle.result();
    expect(await world.caseRow(on)).toEqual({ state: 'PUBLISHED', closed: true });
    expect(await world.row(on)).toMatchObject({
      timeliness: 'IN_TIME',
      partySectionComplete: true,
      proposed: 'PASS',
      conclusion: 'PASS',
      rectification: 'NONE',
    });
  });

  it('passes its supervisory unit, which may give it back, and comes again', async () => {
    const on = await world.start({ supervised: true });

    await world.file(on);
    expect(await world.state(on)).toBe('SUBMITTED');
    await world.preliminary(on, 'RETURN');
    expect(await world.state(on)).toBe('DRAFT');
    await world.file(on);
    await world.preliminary(on, 'AGREE');

    expect(await world.state(on)).toBe('PRELIM_OK');
  });

  it('waits for a supervisory unit that is silent: the leader is called, nothing is skipped, nothing counts against the organisation', async () => {
    const on = await world.start({ supervised: true });
    await world.file(on);

    await world.skipTo(on, day('2027-07-01'));

    expect(await world.state(on)).toBe('SUBMITTED');
    expect((await world.notices(on)).map(({ kind }) => kind)).toContain('ESCALATED');
    await world.preliminary(on, 'RETURN');
    expect(await world.row(on)).toMatchObject({ timeliness: 'IN_TIME', due: '2027-03-31' });
    const closes = String((await world.row(on))['closes']);
    expect(closes > '2027-07-15').toBe(true);
  });

  it('is asked for a supplement once, and reviewed after the answer', async () => {
    const on = await world.start();
    await world.file(on);
    await world.act(on, {
      kind: 'supplement',
      by: REGISTRY_OFFICER,
      task: 'INTAKE',
      facts: { items: ['AUDIT_REPORT'] },
    });
    expect(await world.state(on)).toBe('SUPPLEMENT');

    const facts = { formVersion: await world.keep(on) };
    await world.act(on, { kind: 'resubmit', by: applicantOf(on), task: 'SUPPLEMENT', facts });
    expect(await world.state(on)).toBe('REGISTRY_REVIEW');
    await world.act(on, { kind: 'accept', by: REGISTRY_OFFICER, task: 'INTAKE' });

    expect(await world.openKinds(on)).toEqual(['CONCLUDE']);
    expect(await world.row(on)).toMatchObject({ formVersion: 2 });
  });

  it('is decided on as it is when a supplement is not answered in time', async () => {
    const on = await world.start();
    await world.file(on);
    await world.act(on, {
      kind: 'supplement',
      by: REGISTRY_OFFICER,
      task: 'INTAKE',
      facts: { items: ['AUDIT_REPORT'] },
    });

    await world.skipDays(on, 40);
    await world.untilState(on, 'REGISTRY_REVIEW');

    expect(await world.openKinds(on)).toEqual(['CONCLUDE']);
  });

  it('between its two limits takes part and is late', async () => {
    const on = await world.start({ supervised: true });

    await world.skipTo(on, day('2027-04-01'));
    await world.file(on);

    expect(await world.row(on)).toMatchObject({ timeliness: 'LATE', firstFiledOn: '2027-04-01' });
    expect(await world.state(on)).toBe('SUBMITTED');
  });

  it('is reminded of 30, 10 and 3 days before its limit', async () => {
    const on = await world.start();

    await world.skipTo(on, day('2027-05-30'));

    const reminders = (await world.notices(on)).filter(({ kind }) => kind === 'DUE_SOON');
    expect(reminders).toHaveLength(3);
    expect(reminders[0]?.to).toBe(`org:${on.input.organisationId}:APPLICANT_USER`);
  });

  it('gets a longer time on request, which an official decides on', async () => {
    const on = await world.start();
    const until = '2027-06-30';
    await world.act(on, { kind: 'askExtension', by: applicantOf(on), task: 'FILE_RETURN', facts: { until } });
    await world.act(on, {
      kind: 'decideExtension',
      by: REGISTRY_OFFICER,
      task: 'EXTENSION',
      facts: { verdict: 'GRANT' },
    });

    await world.skipTo(on, day('2027-06-30'));
    await world.file(on);

    expect(await world.row(on)).toMatchObject({ timeliness: 'IN_TIME', extendedTo: until, closes: until });
  });

  it('stays open while a request for more time is not answered, and closes with the refusal', async () => {
    const on = await world.start();
    const facts = { until: '2027-06-30' };
    await world.act(on, { kind: 'askExtension', by: applicantOf(on), task: 'FILE_RETURN', facts });
    await world.skipTo(on, day('2027-06-02'));
    expect(await world.state(on)).toBe('NOT_STARTED');

    await world.act(on, {
      kind: 'decideExtension',
      by: REGISTRY_OFFICER,
      task: 'EXTENSION',
      facts: { verdict: 'REFUSE' },
    });

    expect(await world.state(on)).toBe('NOT_PARTICIPATED');
  });
});

describe('a return that never comes', () => {
  it('is NOT_PARTICIPATED when the season closes; a late one is kept and changes nothing', async () => {
    const on = await world.start();

    await world.skipTo(on, day('2027-06-01'));
    await world.untilState(on, 'NOT_PARTICIPATED');
    expect(await world.openKinds(on)).toEqual(['PUBLISH', 'RECTIFICATION_TALK']);
    await world.file(on, SAMPLE_RETURN, 'submitLate');

    expect(await world.state(on)).toBe('NOT_PARTICIPATED');
    expect(await world.row(on)).toMatchObject({ timeliness: 'AFTER_CLOSE', conclusion: 'NOT_PARTICIPATED' });
    expect((await world.notices(on)).map(({ kind }) => kind)).toContain('DEADLINE_PASSED');
    await expect(world.file(on, SAMPLE_RETURN, 'submitLate')).rejects.toMatchObject({ code: 'AI_DUPLICATE_YEAR' });
  });

  it('is talked to, put right, verified by two people and published', async () => {
    const on = await world.start();
    await world.skipTo(on, day('2027-06-01'));
    await world.untilState(on, 'NOT_PARTICIPATED');

    await world.holdTalk(on);
    expect(await world.state(on)).toBe('TALK_DONE');
    await world.setRectification(on);
    await world.handIn(on);
    await world.verify(on, INSPECTOR_1);
    await expect(world.verify(on, INSPECTOR_1)).rejects.toMatchObject({ code: 'AI_OFFICERS_TOO_FEW' });
    await world.verify(on, INSPECTOR_2);
    await world.publish(on);

    await on.handle.result();
    expect(await world.caseRow(on)).toEqual({ state: 'RECTIFIED', closed: true });
    expect(await world.row(on)).toMatchObject({ rectification: 'IN_TIME', publishedOn: expect.any(String) });
  });

  it('can still be concluded by a superseding decision', async () => {
    const on = await world.start();
    await world.skipTo(on, day('2027-06-01'));
    await world.untilState(on, 'NOT_PARTICIPATED');
    await world.file(on, SAMPLE_RETURN, 'submitLate');

    await world.act(on, { kind: 'supersede', by: REGISTRY_LEADER, facts: { conclusion: 'PASS', deviates: false } });

    expect(await world.conclusions(on)).toEqual(['NOT_PARTICIPATED', 'PASS']);
    expect(await world.openKinds(on)).toEqual(['PUBLISH']);
  });
});

describe('a conclusion', () => {
  it('of BASIC_PASS leads to a rectification without a talk', async () => {
    const on = await world.start();
    await world.bringToConclusion(on);
    await world.conclude(on, 'BASIC_PASS', true);

    expect(await world.openKinds(on)).toEqual(['PUBLISH', 'SET_RECTIFICATION']);
    await world.setRectification(on);
    expect(await world.state(on)).toBe('RECTIFYING');
  });

  it('of FAIL that is not put right is handed to enforcement', async () => {
    const on = await world.start();
    await world.bringToConclusion(on);
    await world.conclude(on, 'FAIL', true);
    await world.publish(on);
    await world.holdTalk(on);
    await world.setRectification(on);

    await world.skipDays(on, 60);
    await world.until(async () => (await world.openKinds(on)).includes('VERIFY_RECTIFICATION'));
    await world.verify(on, INSPECTOR_1, []);
    await world.verify(on, INSPECTOR_2, []);

    await on.handle.result();
    expect(await world.caseRow(on)).toEqual({ state: 'ENFORCEMENT', closed: true });
    expect(await world.row(on)).toMatchObject({ rectification: 'FAILED' });
  });

  it('that was wrong is superseded: what followed from it ends, and what follows from the new one begins', async () => {
    const on = await world.start();
    await world.bringToConclusion(on);
    await world.conclude(on, 'FAIL', true);
    await world.publish(on);
    expect(await world.openKinds(on)).toEqual(['RECTIFICATION_TALK']);

    await world.act(on, {
      kind: 'supersede',
      by: REGISTRY_LEADER,
      facts: { conclusion: 'BASIC_PASS', deviates: true },
    });

    expect(await world.openKinds(on)).toEqual(['PUBLISH', 'SET_RECTIFICATION']);
    expect(await world.row(on)).toMatchObject({ conclusion: 'BASIC_PASS', publishedOn: null });
    const again = { kind: 'supersede', by: REGISTRY_LEADER, facts: { conclusion: 'BASIC_PASS', deviates: true } };
    await expect(world.act(on, again)).rejects.toMatchObject({ code: 'CASE_STATE_CONFLICT' });
  });

  it('otherwise than the rules propose wants reasons', async () => {
    const on = await world.start();
    await world.bringToConclusion(on);
    const found = { illegalActivity: true, assetMisuse: false, inspectionRefused: false, minorFinanceDefects: false };
    await world.act(on, { kind: 'noteFindings', by: REGISTRY_OFFICER, facts: found });

    await expect(world.conclude(on, 'PASS')).rejects.toMatchObject({ code: 'REASONS_REQUIRED' });
    await world.conclude(on, 'FAIL');

    expect(await world.row(on)).toMatchObject({ proposed: 'FAIL', proposalReasons: ['ILLEGAL_ACTIVITY'] });
  });

  it('is not made by whoever reviewed the return', async () => {
    const on = await world.start();
    await world.bringToConclusion(on);

    const leaderToo = { ...REGISTRY_LEADER, userId: REGISTRY_OFFICER.userId };
    const asked = { kind: 'conclude', by: leaderToo, task: 'CONCLUDE', facts: { conclusion: 'PASS', deviates: false } };
    await expect(world.act(on, asked)).rejects.toMatchObject({ code: 'RECUSAL_REQUIRED' });
  });
});

describe('a talk', () => {
  it('is not held before three working days have passed since its notice', async () => {
    const on = await world.start();
    await world.bringToConclusion(on);
    await world.conclude(on, 'FAIL', true);

    const heldOn = await world.today(on);
    const asked = { kind: 'noticeTalk', by: INSPECTOR_1, task: 'RECTIFICATION_TALK', facts: { heldOn } };
    await expect(world.act(on, asked)).rejects.toMatchObject({ code: 'AI_TALK_NOTICE_SHORT' });
  });
});

describe('a season', () => {
  it('that pauses holds every task, and moves the closing by the days of the pause', async () => {
    const on = await world.start();
    await on.handle.signal(seasonPaused, { on: day('2027-05-01') });
    await world.until(async () => (await world.tasks(on)).length === 0);
    await expect(world.act(on, { kind: 'urge', by: REGISTRY_OFFICER })).resolves.toMatchObject({
      state: 'NOT_STARTED',
    });

    await on.handle.signal(seasonResumed, { on: day('2027-05-11') });
    await world.until(async () => (await world.tasks(on)).length === 1);

    expect(await world.row(on)).toMatchObject({ due: '2027-06-10', closes: '2027-06-10' });
    await world.skipTo(on, day('2027-06-10'));
    await world.file(on);
    expect(await world.row(on)).toMatchObject({ timeliness: 'IN_TIME', firstFiledOn: '2027-06-10' });
  });

  it('exempts an organisation that is cancelled in it', async () => {
    const on = await world.start();
    await on.handle.signal(organisationEnded, { on: day('2027-02-01') });

    await on.handle.result();

    expect(await world.caseRow(on)).toEqual({ state: 'EXEMPT', closed: true });
    expect(await world.row(on)).toMatchObject({ conclusion: 'EXEMPT' });
  });

  it('leaves the conclusion of an organisation that is cancelled after it, and asks nothing more of it', async () => {
    const on = await world.start();
    await world.bringToConclusion(on);
    await world.conclude(on, 'FAIL', true);
    await on.handle.signal(organisationEnded, { on: day('2027-07-01') });

    await on.handle.result();

    expect(await world.caseRow(on)).toEqual({ state: 'CONCLUDED', closed: true });
    expect(await world.tasks(on)).toEqual([]);
  });
});
