import { HandIn, SetRectification, VerifyRectification } from '#domain/annual-inspection/acts.js';
import { AnnualInspectionRefusal } from '#domain/annual-inspection/errors.js';
import { assertItemsVerifiable, verifyRectification } from '#domain/annual-inspection/rectification.rule.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { endOfDayShanghai, shanghaiDate } from '#domain/calendar/shanghai-day.js';
import type { Actor } from '#domain/process/act.js';
import { organisation, pool } from '#domain/process/assignee.js';
import { issuePaperOrRefuse } from '../steps/issue-paper.js';
import type { OpenTask } from '../steps/open-task.js';
import { ask, limitFrom, type ReturnRun, today } from './case.js';
import type { ReturnInput } from './contract.js';
import type { Decided } from './review.js';

type Evidence = Readonly<Record<string, readonly string[]>>;

interface Order {
  readonly rectificationId: string;
  readonly itemIds: readonly string[];
  readonly due: IsoDate;
}

/** 整改: set by the registry, handed in by the organisation, verified by two officers. `isOver`: a superseding decision ended it. */
export async function rectify(
  run: ReturnRun,
  input: ReturnInput,
  decided: Decided,
  rectifyBy: IsoDate | null,
  isOver: () => boolean,
): Promise<void> {
  const order = await setRectification(run, input, rectifyBy, isOver);
  if (order === null) return;
  const handingIn = new HandingIn(run, input, order);
  const stopHandingIn = handingIn.open();
  try {
    await run.until(() => handingIn.isDone || handingIn.isOverdue || isOver());
    if (!isOver()) await verify(run, input, decided, order, handingIn, isOver);
  } finally {
    stopHandingIn();
  }
}

async function setRectification(
  run: ReturnRun,
  input: ReturnInput,
  rectifyBy: IsoDate | null,
  isOver: () => boolean,
): Promise<Order | null> {
  let order: Order | null = null;
  const task = run.open({
    kind: 'SET_RECTIFICATION',
    assignee: pool(input.unitId, 'REGISTRY_OFFICER'),
    duty: null,
    limit: limitFrom('TALK', input, Date.now()),
  });
  const close = run.desk.offerOnTask(SetRectification, {
    concerns: (one) => one === task,
    take: async ({ rectificationId, itemIds }, { actor, requestId }) => {
      const agreed = rectifyBy !== null && rectifyBy > today() ? rectifyBy : null;
      const due = agreed ?? (await ask.rectificationDue(today(), input.settings));
      run.assertPossible('setRectification');
      await issuePaperOrRefuse(run, {
        ...{ kind: 'RECTIFICATION_ORDER', organUnitId: input.unitId, requestId },
        facts: { rectificationId, due, signer: actor.userId },
        tell: organisation(input.organisationId),
      });
      run.move('setRectification');
      run.effect('annual-inspection/rectification-set', { rectificationId, setOn: today(), due });
      run.close(task, 'SET');
      const { caseNo, organisationId } = input;
      run.notify(organisation(organisationId), 'RECTIFICATION_SET', { caseNo, due });
      order = { rectificationId, itemIds, due };
    },
  });
  try {
    await run.until(() => order !== null || isOver());
    return order;
  } finally {
    close();
  }
}

/** The organisation's part: evidence for each item, in time or late, until officers have begun to verify. */
class HandingIn {
  evidence: Evidence = {};
  handedInOn: IsoDate | null = null;
  #task: OpenTask | null = null;

  constructor(
    private readonly run: ReturnRun,
    private readonly input: ReturnInput,
    private readonly order: Order,
  ) {}

  get isDone(): boolean {
    return this.handedInOn !== null;
  }

  get isOverdue(): boolean {
    const task = this.#task;
    return task !== null && !task.suspended && task.dueAt !== null && Date.now() >= task.dueAt;
  }

  /** The end as it is by now: a paused season has moved it. */
  get due(): number {
    return this.#task?.dueAt ?? endOfDayShanghai(this.order.due);
  }

  open(): () => void {
    this.#task = this.run.open({
      kind: 'RECTIFY',
      assignee: organisation(this.input.organisationId),
      duty: 'SUBMIT',
      limit: null,
      dueAt: endOfDayShanghai(this.order.due),
    });
    return this.run.desk.offerOnTask(HandIn, {
      concerns: (task) => task === this.#task,
      check: ({ evidence }) => {
        const unknown = Object.keys(evidence).filter((itemId) => !this.order.itemIds.includes(itemId));
        if (unknown.length > 0) throw new AnnualInspectionRefusal('AI_RECTIFICATION_INCOMPLETE', { unknown }, 'items');
      },
      take: ({ evidence }, { requestId }, task) => {
        this.evidence = evidence;
        this.handedInOn = today();
        const { rectificationId } = this.order;
        this.run.effect('annual-inspection/handed-in', { rectificationId, on: this.handedInOn, requestId });
        this.run.close(task, 'HANDED_IN');
      },
    });
  }

  close(): void {
    if (this.#task) this.run.close(this.#task, 'NOT_NEEDED');
  }
}

/** 核验 by two officers, each with a task and a finding of their own; an item is done when both say so. */
async function verify(
  run: ReturnRun,
  input: ReturnInput,
  decided: Decided,
  order: Order,
  handingIn: HandingIn,
  isOver: () => boolean,
): Promise<void> {
  const findings: { readonly actor: Actor; readonly done: readonly string[] }[] = [];
  const limit = limitFrom('TALK', input, Date.now());
  const assignee = pool(input.unitId, 'INSPECTOR');
  const tasks = Array.from({ length: input.settings.verifyOfficers }, () =>
    run.open({ kind: 'VERIFY_RECTIFICATION', assignee, duty: null, limit }),
  );
  const itemsDone = (done: readonly string[]) =>
    order.itemIds.map((itemId) => ({
      itemId,
      evidenceUploadIds: handingIn.evidence[itemId] ?? [],
      done: done.includes(itemId),
    }));
  let over = false;
  const close = run.desk.offerOnTask(VerifyRectification, {
    concerns: (task) => tasks.includes(task),
    check: ({ done }, { actor }) => {
      assertAnother(
        actor,
        findings.map((one) => one.actor),
        decided,
        input.settings.verifyOfficers,
      );
      assertItemsVerifiable(itemsDone(done), order.itemIds);
    },
    take: ({ done }, { actor }, task) => {
      findings.push({ actor, done });
      handingIn.close();
      run.close(task, done.length === order.itemIds.length ? 'DONE' : 'NOT_DONE');
      if (findings.length < tasks.length) return;
      const agreed = order.itemIds.filter((itemId) => findings.every((one) => one.done.includes(itemId)));
      settle(
        run,
        input,
        { order, handingIn, officers: findings.map((one) => one.actor.userId), decided },
        itemsDone(agreed),
      );
      over = true;
    },
  });
  try {
    await run.until(() => over || isOver());
  } finally {
    close();
  }
}

function settle(
  run: ReturnRun,
  input: ReturnInput,
  {
    order,
    handingIn,
    officers,
    decided,
  }: {
    readonly order: Order;
    readonly handingIn: HandingIn;
    readonly officers: readonly string[];
    readonly decided: Decided;
  },
  items: readonly { readonly itemId: string; readonly evidenceUploadIds: readonly string[]; readonly done: boolean }[],
): void {
  const verification = { handedInOn: handingIn.handedInOn ?? today(), verifiedOn: today(), officers, items };
  const due = shanghaiDate(handingIn.due);
  const held = { itemIds: order.itemIds, due, excludedOfficers: decided.signer === null ? [] : [decided.signer] };
  const { event, undone, inTime } = verifyRectification(verification, held, input.settings);
  run.move(event);
  const outcome = event === 'verifyFail' ? 'FAILED' : inTime ? 'IN_TIME' : 'LATE';
  const { rectificationId } = order;
  run.effect('annual-inspection/verified', { rectificationId, on: today(), outcome, undone, officers });
  const { caseNo, organisationId, leader } = input;
  run.notify(organisation(organisationId), 'RECTIFICATION_VERIFIED', { caseNo, outcome });
  if (event === 'verifyFail') run.notify(leader, 'ENFORCEMENT_CANDIDATE', { caseNo });
}

/** Two officers are two people, and neither signed what led to the rectification. */
function assertAnother(actor: Actor, before: readonly Actor[], { signer }: Decided, required: number): void {
  const names = ({ userId, personId, onBehalfOf }: Actor) => [userId, personId, onBehalfOf].filter((id) => id !== null);
  const taken = new Set<string>([...before.flatMap(names), ...(signer === null ? [] : [signer])]);
  const mustStayAway = names(actor).filter((id) => taken.has(id));
  if (mustStayAway.length === 0) return;
  throw new AnnualInspectionRefusal('AI_OFFICERS_TOO_FEW', { required, present: before.length, mustStayAway });
}
