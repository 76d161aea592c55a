import { missingPapers, TempPartyOrgApplication, uploadsOf } from './form.js';

const FORM = {
  kind: 'TEMP_BRANCH',
  proposedName: '中共示例协会临时党支部',
  councilSize: 9,
  members: ['p0', 'p1', 'p2'].map((personId) => ({ personId, certificateUploadId: `certificate-${personId}` })),
  secretary: 'p0',
  isOneShoulder: true,
  reason: '本会理事会中有正式党员三名,组织关系均在原单位党组织。'.repeat(2),
  activityPlan: '每月一次集体学习。',
  councilResolutionUploadId: 'resolution',
};
const fields = (more: object): string[] =>
  (TempPartyOrgApplication.safeParse({ ...FORM, ...more }).error?.issues ?? []).map(({ path }) => path.join('.'));

describe('the form of an application', () => {
  it('is complete as it stands', () => {
    expect(fields({})).toEqual([]);
  });

  it.each(['临时党支部', '临时党总支', '临时支部委员会'])('takes a name that ends with %s', (ending) => {
    expect(fields({ proposedName: `中共示例协会${ending}` })).toEqual([]);
  });

  it.each([
    ['a name with another ending', { proposedName: '中共示例协会党支部' }, 'proposedName'],
    ['a name of more than sixty characters', { proposedName: `${'会'.repeat(56)}临时党支部` }, 'proposedName'],
    ['a reason below fifty characters', { reason: '申请设立。' }, 'reason'],
    ['no member', { members: [] }, 'members'],
    ['a committee of eight', { committee: ['1', '2', '3', '4', '5', '6', '7', '8'] }, 'committee'],
    ['two shoulders without a reason', { isOneShoulder: false }, 'oneShoulderReason'],
    ['a term that is no date', { councilTermEnd: '2030-02-30' }, 'councilTermEnd'],
    ['a field that nobody knows', { birthplace: '内江' }, ''],
  ])('refuses %s', (_what, more, field) => {
    expect(fields(more)).toEqual([field]);
  });

  it('lacks the resolution and the certificates of those who count, not of others', () => {
    const bare = TempPartyOrgApplication.parse({
      ...FORM,
      councilResolutionUploadId: undefined,
      members: [{ personId: 'p0', certificateUploadId: 'c0' }, { personId: 'p1' }],
    });
    expect(missingPapers(bare, ['p0'])).toEqual(['COUNCIL_RESOLUTION']);
    expect(missingPapers(bare, ['p0', 'p1'])).toEqual(['COUNCIL_RESOLUTION', 'MEMBER_CERTIFICATE']);
    expect(missingPapers(TempPartyOrgApplication.parse(FORM), ['p0', 'p1', 'p2'])).toEqual([]);
  });

  it('names every upload that it refers to, once', () => {
    const shared = { ...FORM, members: FORM.members.map((member) => ({ ...member, certificateUploadId: 'one' })) };
    expect(uploadsOf(TempPartyOrgApplication.parse(shared))).toEqual(['one', 'resolution']);
  });
});
