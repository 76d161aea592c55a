import { describe, expect, it } from '@jest/globals';
import { prefillReturn } from './prefill.rule.js';
import type { RegisterFacts } from './prefill.rule.js';
import { SAMPLE_RETURN } from './sample-return.js';

const register: RegisterFacts = {
  leaders: [{ personId: 'p2', post: 'CHAIR' }],
  councilTermEnd: '2028-04-30',
  changes: ['2025-03-01 变更住所'],
  partyOrg: { type: 'TEMP_BRANCH', replyDocNo: '集民党〔2025〕7号' },
  instructorPersonId: null,
  membersTotal: 4,
  membersTransferred: 0,
  charterPartyBuilding: true,
  logged: { activities: 9, personTimes: 300, lifeSessions: 3, themeDays: 10, majorMatters: 1 },
  threeOnes: { instructor: false, themeDay: false, materials: false },
  lastConclusion: 'PASS',
  rectification: [],
};

describe('a return that is begun', () => {
  it("opens with last year's closing net assets and counts", () => {
    const { form, sources } = prefillReturn(SAMPLE_RETURN, register);
    expect(form.finance).toEqual({ openingNetAssetsFen: 14_500_000 });
    expect(form.basics).toMatchObject({ staff: 6, members: 120, leaders: [{ personId: 'p2' }] });
    expect(sources).toMatchObject({ 'finance.openingNetAssetsFen': 'LAST_YEAR', partyBuilding: 'REGISTER' });
  });

  it('takes people, Party organisation and activities from the register', () => {
    const { form } = prefillReturn(SAMPLE_RETURN, register);
    expect(form.partyBuilding).toMatchObject({ partyOrg: { type: 'TEMP_BRANCH' }, membersTotal: 4, themeDays: 10 });
    expect(form.activities).toEqual({ count: 9, personTimes: 300 });
  });

  it('takes over no amount of the year and no statement that somebody answers for', () => {
    const { form } = prefillReturn(SAMPLE_RETURN, register);
    expect(Object.keys(form.finance)).toEqual(['openingNetAssetsFen']);
    expect(form.activities).not.toHaveProperty('insideCharter');
    expect(form.partyBuilding).not.toHaveProperty('secretaryReportUploadId');
  });

  it('begins without a return of last year', () => {
    const { form, sources } = prefillReturn(null, { ...register, partyOrg: null, instructorPersonId: 'p9' });
    expect(form.finance).toEqual({});
    expect(form.basics).not.toHaveProperty('staff');
    expect(form.partyBuilding).toMatchObject({ instructorPersonId: 'p9' });
    expect(Object.values(sources)).not.toContain('LAST_YEAR');
  });

  it("lists last year's rectification unless the conclusion was PASS", () => {
    const rectification = [{ item: '完善财务制度', result: '已完善', uploadId: 'u1' }];
    const after = { ...register, lastConclusion: 'BASIC_PASS', rectification } as const;
    expect(prefillReturn(null, after).form.lastYearRectification).toEqual({ items: rectification });
    expect(prefillReturn(null, { ...register, rectification }).form).not.toHaveProperty('lastYearRectification');
  });
});
