import { Injectable } from '@nestjs/common';

import type { IsoDate } from '#domain/calendar/iso-date.js';
import { addCalendarDays, parseIsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate, startOfDayShanghai } from '#domain/calendar/shanghai-day.js';
import { workCalendar } from '#domain/calendar/work-calendar.js';
import type { WorkCalendar } from '#domain/calendar/work-calendar.js';
import { countWorkingDays } from '#domain/calendar/working-days.js';
import { AuthNotAllowed, FieldInvalid, NotFound } from '#domain/errors.js';
import { percent } from '#domain/figure/ratio.js';
import type { Database } from '#prisma/client.js';
import { calendarStore } from '#prisma/stores/calendar.store.js';
import { coverageFigureStore } from '#prisma/stores/coverage-figure.store.js';
import type { ReplyTime, TempPartyOrgCounts } from '#prisma/stores/temp-party-org-figure.store.js';
import { tempPartyOrgFigureStore } from '#prisma/stores/temp-party-org-figure.store.js';
import { unitsOf } from '../access/case-filter.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { CoverageFigures, FigureQuery, FigureView, TempPartyOrgFigures } from './figure.schemas.js';

/** The figures of M01 within one's rights: an official's units with all below them, everything for an auditor. */
@Injectable()
export class FiguresService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  /** Throws AUTH_NOT_ALLOWED (403) without an office, NOT_FOUND for a unit outside one's own, CALENDAR_MISSING (422). */
  async tempPartyOrg(actor: RequestActor, query: FigureQuery): Promise<TempPartyOrgFigures> {
    const now = this.clock();
    const { from, to } = spanOf(query, shanghaiDate(now));
    const unitIds = await this.#units(actor, query.unitId);
    const until = new Date(startOfDayShanghai(addCalendarDays(to, 1)));
    const scope = { unitIds, from: new Date(startOfDayShanghai(from)), until };
    const store = tempPartyOrgFigureStore(this.database);
    const [counts, replies, years] = await Promise.all([
      store.counts(scope),
      store.replies(scope),
      calendarStore(this.database).all(),
    ]);
    const days = replies.map((reply) => workingDaysOf(workCalendar(years), reply));
    return { unitIds, from, to, asOf: new Date(now).toISOString(), items: [...figuresOf(counts), medianOf(days)] };
  }

  /** Throws as `tempPartyOrg`, the calendar aside. Registered and filed organisations are told apart and together (specification M15). */
  async coverage(actor: RequestActor, unitId: string | undefined): Promise<CoverageFigures> {
    const unitIds = await this.#units(actor, unitId);
    const counts = await coverageFigureStore(this.database).counts(unitIds);
    const { registered, registeredCovered, filed, filedCovered } = counts;
    const items = [
      share(['registered', '登记社会组织覆盖率', 'coverage of registered ones'], registeredCovered, registered, 'NOW'),
      share(['filed', '备案社区社会组织覆盖率', 'coverage of filed ones'], filedCovered, filed, 'NOW'),
      share(
        ['together', '社会组织覆盖率合计', 'coverage of all'],
        registeredCovered + filedCovered,
        registered + filed,
        'NOW',
      ),
    ];
    return { unitIds, asOf: new Date(this.clock()).toISOString(), items };
  }

  /** null = every unit. */
  async #units(actor: RequestActor, unitId: string | undefined): Promise<string[] | null> {
    const store = tempPartyOrgFigureStore(this.database);
    const everything = actor.grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR');
    const own = unitsOf(actor);
    if (!everything && own.length === 0) throw new AuthNotAllowed({ action: 'read', resource: 'Figure' });
    if (unitId === undefined) return everything ? null : [...(await store.subtree(own))];
    const asked = await store.subtree([unitId]);
    const mine = everything ? asked : await store.subtree(own);
    if (!asked.has(unitId) || !mine.has(unitId)) throw new NotFound('Unit');
    return [...asked];
  }
}

function spanOf({ from, to }: FigureQuery, today: IsoDate): { readonly from: IsoDate; readonly to: IsoDate } {
  const first = from === undefined ? parseIsoDate(`${today.slice(0, 4)}-01-01`) : parseIsoDate(from, 'from');
  const last = to === undefined ? today : parseIsoDate(to, 'to');
  if (last < first) throw new FieldInvalid('to', '结束日期不能早于开始日期。', 'The last day is before the first.');
  return { from: first, to: last };
}

/** Day 1 is the day after the acceptance (specification C4). A case whose own clock was moved may be replied to on the day itself: 0. */
function workingDaysOf(calendar: WorkCalendar, { acceptedAt, repliedAt }: ReplyTime): number {
  const [accepted, replied] = [shanghaiDate(acceptedAt), shanghaiDate(repliedAt)];
  return replied <= accepted ? 0 : countWorkingDays(calendar, addCalendarDays(accepted, 1), replied);
}

type Name = readonly [metric: string, zh: string, en: string];

function figuresOf(counts: TempPartyOrgCounts): FigureView[] {
  const { submitted, approved, refused, converted, expired, ended, active, members } = counts;
  const decided = approved + refused;
  return [
    count(['submitted', '申请数', 'applications'], '件', submitted, 'SPAN'),
    share(['approved', '同意设立', 'approved'], approved, decided, 'SPAN'),
    share(['refused', '不予批准', 'refused'], refused, decided, 'SPAN'),
    count(['active', '运行中的临时党组织', 'active'], '个', active, 'NOW'),
    count(['membersCovered', '覆盖党员', 'members covered'], '人', members, 'NOW'),
    share(
      ['notTransferredShare', '组织关系未转入占比', 'share not transferred'],
      counts.notTransferred,
      members,
      'NOW',
    ),
    share(['oneShoulderRate', '书记与负责人一肩挑比例', 'one-shoulder rate'], counts.oneShoulder, active, 'NOW'),
    share(['crossAppointmentRate', '交叉任职比例', 'cross-appointment rate'], counts.crossAppointed, active, 'NOW'),
    share(['expiredUnrenewed', '届满未延续', 'expired unrenewed'], expired, ended, 'SPAN'),
    share(['conversions', '转为正式党组织', 'conversions'], converted, ended, 'SPAN'),
  ];
}

function count(
  [metric, zh, en]: Name,
  unit: '件' | '个' | '人',
  numerator: number,
  scope: FigureView['scope'],
): FigureView {
  return { metric, zh, en, unit, numerator, denominator: null, value: String(numerator), scope };
}

function share([metric, zh, en]: Name, numerator: number, denominator: number, scope: FigureView['scope']): FigureView {
  return { metric, zh, en, unit: '%', numerator, denominator, value: percent(numerator, denominator, 2), scope };
}

/** The median of the working days from acceptance to reply; of an even number, the mean of the two in the middle. */
function medianOf(days: readonly number[]): FigureView {
  const sorted = [...days].sort((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  const median = low === undefined || high === undefined ? null : (low + high) / 2;
  return {
    ...{ metric: 'medianReplyWD', zh: '受理至批复工作日中位数', en: 'median working days to reply' },
    ...{ unit: '工作日', numerator: median, denominator: sorted.length, scope: 'SPAN' },
    value: median === null ? null : String(median),
  };
}
