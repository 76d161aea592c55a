import { describe, expect, it } from '@jest/globals';
import { CHINA_HOLIDAYS } from '#domain/calendar/china-holidays.js';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { workCalendar } from '#domain/calendar/work-calendar.js';
import { assertTalkNotice, assertTalkRecord, earliestTalk, TalkRecord } from './talk.rule.js';

const calendar = workCalendar(CHINA_HOLIDAYS);
const day = (text: string) => parseIsoDate(text);
const record = TalkRecord.parse({
  noticeOn: '2026-06-08',
  heldOn: '2026-06-11',
  place: '区民政局会议室',
  attendance: { by: 'LEADER', personId: 'p1' },
  officers: ['u1', 'u2'],
  problems: ['未报送2025年度工作报告'],
  legalBasis: ['《社会团体登记管理条例》第二十八条'],
  commitments: ['十五日内补报'],
  rectifyBy: '2026-07-13',
  signature: { signed: true },
});

describe('the notice of a talk', () => {
  it('comes three working days before', () => {
    const on = (heldOn: string) => () =>
      assertTalkNotice({ noticeOn: day('2026-06-08'), heldOn: day(heldOn) }, calendar);
    expect(on('2026-06-11')).not.toThrow();
    expect(on('2026-06-10')).toThrow('AI_TALK_NOTICE_SHORT');
    expect(earliestTalk(day('2026-06-12'), calendar)).toBe('2026-06-17');
  });
});

describe('the record of a talk', () => {
  const stands =
    (change: Partial<TalkRecord>, recused: string[] = []) =>
    () =>
      assertTalkRecord({ ...record, ...change }, recused);

  it('stands with the leader in person, two officers and a signature', () => {
    expect(stands({})).not.toThrow();
  });

  it('wants a written reason from a proxy', () => {
    expect(stands({ attendance: { by: 'PROXY', personId: 'p2' } })).toThrow('AI_TALK_ATTENDANCE');
    expect(stands({ attendance: { by: 'PROXY', personId: 'p2', writtenReason: '' } })).toThrow('AI_TALK_ATTENDANCE');
    expect(stands({ attendance: { by: 'PROXY', personId: 'p2', writtenReason: '负责人住院治疗' } })).not.toThrow();
    expect(stands({ attendance: { by: 'PROXY', personId: 'p2', reasonUploadId: 'u9' } })).not.toThrow();
  });

  it('wants two different officers who need not stay away', () => {
    expect(stands({ officers: ['u1'] })).toThrow('AI_OFFICERS_TOO_FEW');
    expect(stands({ officers: ['u1', 'u1'] })).toThrow('AI_OFFICERS_TOO_FEW');
    expect(stands({}, ['u2'])).toThrow('AI_OFFICERS_TOO_FEW');
  });

  it('stands unsigned only with the refusal noted', () => {
    expect(stands({ signature: { signed: false } })).toThrow('AI_TALK_UNSIGNED');
    expect(stands({ signature: { signed: false, refusalNote: '负责人拒绝签名' } })).not.toThrow();
  });

  it('sets a day for the rectification after the talk', () => {
    expect(stands({ rectifyBy: '2026-06-11' })).toThrow('DATE_ORDER');
  });
});
