import { addCalendarDays, daysBetween, type IsoDate, parseIsoDate, yearOf } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { applicantOf, USER } from '#prisma/demonstration/handles.js';
import { type Asking, ONCE } from '../http/asking.js';
import { inParallel, type OwnReturn, SeasonDesk, until } from '../inspection/season-desk.js';
import { seasonFigures } from './season-figures.js';
import type { Scene, Shown } from './scenario.js';

/** How many steps the season below shows. */
export const SEASON_STEPS = 14;

const WITHIN_MS = 240_000;
const OFFICERS = [USER.jimeiInspector1, USER.jimeiInspector2] as const;
const BASIC_PASS_REASONS = '经审查,存在逾期未换届情形,结论为基本合格,责令限期整改。';
const LATE_REASONS = '逾期报送,经逐项审查符合合格条件,单独作出结论。';
const ILLEGAL = '经核实,该单位以营利为目的开展培训,违反登记管理规定。';

/** Whose return goes another way than the others', which are filed in time and concluded by the published rules. */
export interface Casting {
  readonly never: OwnReturn;
  readonly afterClose: OwnReturn;
  readonly failing: OwnReturn;
  /** Each is left where it came to, so that the board has them all. */
  readonly givenBack: OwnReturn;
  readonly withSupervisor: OwnReturn;
  readonly withRegistry: OwnReturn;
  readonly supplementing: OwnReturn;
  readonly underReview: OwnReturn;
  readonly late: readonly OwnReturn[];
  readonly others: readonly OwnReturn[];
}

/** M02 over HTTP: the season of 集美's 284 registered organisations. */
export function annualInspection(scene: Scene, ask: Asking = ONCE): Promise<Shown> {
  return new Season(scene, ask).play();
}

class Season {
  readonly #desk: SeasonDesk;
  readonly #year: number;

  constructor(
    private readonly scene: Scene,
    ask: Asking,
  ) {
    this.#desk = new SeasonDesk(scene.cast, ask);
    this.#year = yearOf(shanghaiDate(Date.now()));
  }

  async play(): Promise<Shown> {
    const own = await this.#open();
    const cast = casting(own);
    await this.#file(cast);
    await this.#review(cast);
    const { passed, basicPassed, leftOut } = await this.#conclude(cast);
    await this.#step('公告结论 publish', () => inParallel(passed, (caseNo) => this.#publish(caseNo)));
    await this.#step('两家到期未报送 two never file', () =>
      inParallel([cast.never, cast.afterClose], (each) => this.#passTo(each, this.#day('06-02'))),
    );
    await this.#step('约谈、整改、核验 talk, rectification, verification', () => this.#putRight(cast, basicPassed));
    await this.#step('报送截止,逐月冻结统计 the season closes', () => this.#close());
    return seasonFigures(this.scene, this.#desk, { own, cast, passed, basicPassed, leftOut, asOf: this.#day('05-31') });
  }

  async #open(): Promise<OwnReturn[]> {
    await this.#step('创建年检季 create the season', () => this.#desk.create(this.#year));
    await this.#step('到开启之日 its day comes', () =>
      this.scene.clock.pass(this.#desk.workflowId, daysBetween(shanghaiDate(Date.now()), this.#day('01-02'))),
    );
    return this.#step('为每家开启办件 a return for everybody', () => this.#desk.opened(WITHIN_MS));
  }

  async #file(cast: Casting): Promise<void> {
    const { never: _never, afterClose: _after, late, others, ...single } = cast;
    const inTime = [...others, ...Object.values(single)];
    await this.#step(`${inTime.length} 家按期报送 filed in time`, () =>
      inParallel(inTime, (each) => this.#desk.file(each)),
    );
    await this.#step(`${late.length} 家逾期报送 filed late`, () =>
      inParallel(late, async (each) => {
        // After the supervisory unit's closing day and before the registry's.
        await this.#passTo(each, this.#day('04-10'));
        await this.#desk.file(each);
      }),
    );
  }

  async #review(cast: Casting): Promise<void> {
    const { others, late, failing, underReview, givenBack, supplementing } = cast;
    await this.#step('初审、受理 preliminary opinions and intake', () =>
      inParallel([...others, ...late, failing, underReview], (each) => this.#desk.takeIn(each)),
    );
    await this.#step('一家被退回,一家补正 one is given back, one supplements', async () => {
      await this.#desk.preliminary(givenBack, 'RETURN', '活动情况与备案材料不一致,请核对后重新报送。');
      await this.#desk.actOn(supplementing.caseNo, USER.jimeiRegistry, 'supplement', 'INTAKE', {
        facts: { items: ['AUDIT_REPORT'] },
        opinion: '审计报告缺少签字页,请补正后重新报送。',
      });
    });
  }

  async #conclude({ others, late, failing }: Casting) {
    const chosen = [...others, ...late].map(({ caseNo }) => caseNo);
    const bulk = await this.#step('批量作出合格结论 conclude in bulk', () => this.#desk.concludeInBulk(chosen));
    const leftOut = (ground: string) =>
      bulk.leftOut.filter((each) => each.ground === ground).map((each) => each.caseNo);
    const [basicPassed, alone] = [leftOut('RULE_AGAINST_PASS'), leftOut('LATE')];
    await this.#step('逐件作出其余结论 the others one by one', async () => {
      await inParallel(basicPassed, (caseNo) => this.#decide(caseNo, 'BASIC_PASS', BASIC_PASS_REASONS));
      await inParallel(alone, (caseNo) => this.#decide(caseNo, 'PASS', LATE_REASONS));
      const found = { illegalActivity: true, assetMisuse: false, inspectionRefused: false, minorFinanceDefects: false };
      const findings = { facts: found, opinion: ILLEGAL };
      await this.#desk.actOn(failing.caseNo, USER.jimeiRegistrySecond, 'noteFindings', null, findings);
      await this.#decide(failing.caseNo, 'FAIL', ILLEGAL);
    });
    const passed = [...bulk.concluded.map(({ caseNo }) => caseNo), ...alone];
    return { passed, basicPassed, leftOut: bulk.leftOut.map(({ ground }) => ground) };
  }

  #decide(caseNo: string, conclusion: string, opinion: string): Promise<void> {
    const said = { facts: { conclusion }, opinion };
    return this.#desk.actOn(caseNo, USER.jimeiRegistryLeader, 'conclude', 'CONCLUDE', said);
  }

  #publish(caseNo: string): Promise<void> {
    return this.#desk.actOn(caseNo, USER.jimeiRegistry, 'publishConclusion', 'PUBLISH');
  }

  /** One that never came puts it right; one that failed does not; one comes after the end and is kept; one has begun to. */
  async #putRight({ never, failing, afterClose }: Casting, [first]: readonly string[]): Promise<void> {
    await this.#talkedTo(never, ['i1']);
    await this.#talkedTo(failing, []);
    const form = await this.#desk.formOf(afterClose);
    await this.#desk.actOn(afterClose.caseNo, applicantOf(afterClose.organisationId), 'submitLate', null, { form });
    if (first !== undefined) await this.#setRectification(first);
  }

  async #talkedTo(own: OwnReturn, done: readonly string[]): Promise<void> {
    const { caseNo, organisationId } = own;
    const heldOn = addCalendarDays(await this.#todayOf(own), 12);
    await this.#desk.actOn(caseNo, OFFICERS[0], 'noticeTalk', 'RECTIFICATION_TALK', { facts: { heldOn } });
    await this.#passTo(own, heldOn);
    const form = talkOf(heldOn, `person-of-${organisationId}`);
    await this.#desk.actOn(caseNo, OFFICERS[0], 'recordTalk', 'RECTIFICATION_TALK', { form });
    await this.#setRectification(caseNo);
    const evidenceUploadIds = [await this.#desk.upload(organisationId)];
    await this.#desk.actOn(caseNo, applicantOf(organisationId), 'handIn', 'RECTIFY', {
      form: { items: [{ itemId: 'i1', result: '已按要求整改。', evidenceUploadIds }] },
    });
    for (const officer of OFFICERS)
      await this.#desk.actOn(caseNo, officer, 'verifyRectification', 'VERIFY_RECTIFICATION', { facts: { done } });
  }

  #setRectification(caseNo: string): Promise<void> {
    const form = { items: [{ wanted: '按规定报送年度工作报告,并公开财务状况。' }] };
    return this.#desk.actOn(caseNo, USER.jimeiRegistry, 'setRectification', 'SET_RECTIFICATION', { form });
  }

  async #close(): Promise<void> {
    const { clock } = this.scene;
    const today = shanghaiDate(await clock.now(this.#desk.workflowId));
    await clock.pass(this.#desk.workflowId, daysBetween(today, this.#day('06-02')));
    await until(async () => (await this.#desk.view()).state.slug === 'CLOSED_FOR_RETURNS', WITHIN_MS);
  }

  #day(monthDay: string): IsoDate {
    return parseIsoDate(`${this.#year + 1}-${monthDay}`);
  }

  async #todayOf(own: OwnReturn): Promise<IsoDate> {
    return shanghaiDate(await this.scene.clock.now(workflowOf(own)));
  }

  async #passTo(own: OwnReturn, day: IsoDate): Promise<void> {
    await this.scene.clock.pass(workflowOf(own), daysBetween(await this.#todayOf(own), day));
  }

  #step<T>(what: string, run: () => Promise<T>): Promise<T> {
    return this.scene.progress.step(`年检:${what}`, run);
  }
}

const workflowOf = ({ caseNo }: OwnReturn): string => `annual-inspection:${caseNo}`;

/** By turns from those with a supervisory unit and those without. */
function casting(own: readonly OwnReturn[]): Casting {
  const supervised = own.filter((each) => each.supervised);
  const direct = own.filter((each) => !each.supervised);
  const [never, afterClose, failing, withRegistry, supplementing, underReview, ...directOthers] = direct;
  const [givenBack, withSupervisor, first, second, third, ...supervisedOthers] = supervised;
  if (!never || !afterClose || !failing || !withRegistry || !supplementing || !underReview)
    throw new Error('the season has too few returns that go to the registry at once');
  if (!givenBack || !withSupervisor || !first || !second || !third)
    throw new Error('the season has too few returns with a supervisory unit');
  return {
    ...{ never, afterClose, failing, withRegistry, supplementing, underReview, givenBack, withSupervisor },
    late: [first, second, third],
    others: [...directOthers, ...supervisedOthers],
  };
}

function talkOf(heldOn: IsoDate, leader: string) {
  return {
    heldOn,
    place: '集美区民政局三楼会议室',
    attendance: { by: 'LEADER', personId: leader },
    officers: OFFICERS,
    problems: ['未按规定接受年度检查。'],
    legalBasis: ['社会团体登记管理条例第二十八条'],
    commitments: ['限期报送年度工作报告并完成整改。'],
    rectifyBy: addCalendarDays(heldOn, 20),
    signature: { signed: true },
  };
}
