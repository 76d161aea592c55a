import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { addCalendarDays, daysBetween, parseIsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { asId, type CaseId } from '#domain/ids.js';
import { applicantOf, memberOf, ORG, personOf, UNIT, USER } from '#prisma/demonstration/handles.js';
import { jimeiOrganisation } from '#prisma/demonstration/jimei-registry.js';
import { seasonStore } from '#prisma/stores/season.store.js';
import { LEADER, OFFICER, ReturnOffice } from '../api/return-office.js';
import type { Visitor } from './browser.js';
import { recordTalk, writeReturn } from './return-forms.js';
import { Site } from './site.js';

jest.setTimeout(300_000);

/** Last year's season is open now: its closing days lie at the end of the year. */
const TODAY = shanghaiDate(Date.now());
const YEAR = Number(TODAY.slice(0, 4)) - 1;
const DAY_S = 86_400;
/** Without a supervisory unit, and with one. */
const [DIRECT, SUPERVISED] = [jimeiOrganisation(1), jimeiOrganisation(2)];
const IN_BULK = [jimeiOrganisation(4), jimeiOrganisation(5), jimeiOrganisation(8)];
const FAILING = jimeiOrganisation(9);
const LATE_ASKING = jimeiOrganisation(12);
const NEVER = jimeiOrganisation(13);
const UNDATED = jimeiOrganisation(30);
/** The instructor of the one that fails, who is somebody of another organisation. */
const INSTRUCTOR = memberOf(ORG.eligible, 0);
/** Registered five months ago: exempt. */
const RECENT = jimeiOrganisation(70);
const KEPT = [...Array.from({ length: 30 }, (_, n) => jimeiOrganisation(n + 1)), RECENT];

let site: Site;
let seasonNo = '';
let leader: Visitor;
let officer: Visitor;

beforeAll(async () => {
  site = await Site.open();
  const { pool } = site.office.database;
  await pool.query(
    `INSERT INTO "Setting" ("key", "effectiveFrom", "value") SELECT k, '2020-01-01', '"12-31"' FROM unnest($1::text[]) k`,
    [['ai.toSupervisor', 'ai.toRegistry', 'ai.foundationToRegistry', 'ai.extensionBefore']],
  );
  await pool.query(
    'UPDATE "Organisation" SET "registryUnitId" = NULL WHERE "registryUnitId" = $1 AND "id" <> ALL($2::text[])',
    [UNIT.jimeiCivilAffairs, KEPT],
  );
  await pool.query('UPDATE "Organisation" SET "registeredAt" = NULL WHERE "id" = $1', [UNDATED]);
});
afterAll(() => site.close());

/** The number of the return that an organisation owes. */
async function returnOf(organisationId: string): Promise<string> {
  const address = `/organisations/${organisationId}/annual-returns/${YEAR}`;
  return String((await site.office.must(site.office.get(applicantOf(organisationId), address))).body.caseNo);
}

/** Filed and accepted over the interface, as others did in the browser. */
async function bringToConclusion(organisationId: string): Promise<string> {
  const { office } = site;
  const caseNo = await returnOf(organisationId);
  const form = await new ReturnOffice(office).form(organisationId);
  await office.must(office.act(applicantOf(organisationId), caseNo, 'submitReturn', 'FILE_RETURN', { form }));
  await office.must(office.act(OFFICER, caseNo, 'accept', 'INTAKE'));
  return caseNo;
}

describe('a season of annual inspection, through the browser', () => {
  it('is opened by the leader of the registry, who is told its days and effect before', async () => {
    leader = await site.come(LEADER);
    await leader.page.getByRole('link', { name: '年检', exact: true }).click();
    await leader.page.getByText('还没有年检季。').waitFor();
    await leader.page.getByLabel('被检年度').selectOption(String(YEAR));
    await leader.page.getByText('开启之日已到').waitFor();
    await leader.looksGood('seasons-plan');
    await leader.page.getByRole('button', { name: `确定开启${YEAR}年度年检季` }).dblclick();

    await leader.page.waitForURL(/\/seasons\/MS02/);
    seasonNo = decodeURIComponent(leader.page.url().split('/').at(-1) ?? '');
    await leader.page.getByRole('region', { name: '报送情况' }).waitFor();
    await leader.page.getByRole('region', { name: '正在开启' }).waitFor({ state: 'hidden' });
    await leader.page.getByRole('button', { name: '29 未报送' }).waitFor();
    await leader.page.getByText('有 1 家缺少登记日期').waitFor();
    await leader.looksGood('season-opened');
    expect(await site.office.database.rows.case.count({ where: { matter: 'inspection-season' } })).toBe(1);
  });

  it('has a return filed in five steps, saved as it is written, with what the system holds in it', async () => {
    const applicant = await site.come(applicantOf(DIRECT));
    const caseNo = await returnOf(DIRECT);
    await applicant.page.getByText('报送年度工作报告').first().click();
    await applicant.looksGood('return-case-before');
    await applicant.page.getByRole('link', { name: '报送', exact: true }).click();
    await writeReturn(applicant, true);
    // Another day, at another desk: it is all there.
    await applicant.page.getByText('已保存').waitFor();
    await applicant.page.reload();
    expect(await applicant.page.getByLabel('会员数').inputValue()).toBe('120');
    await applicant.page.getByRole('button', { name: /检查报送/ }).click();
    await applicant.page.getByText('检查通过，可以报送。').waitFor();
    await applicant.page.getByRole('button', { name: '报送年度工作报告' }).dblclick();
    await applicant.page.waitForURL(new RegExp(`/cases/${caseNo}$`));
    await applicant.page.getByText('初审通过').first().waitFor();
    await applicant.looksGood('return-case-filed');

    officer = await site.come(OFFICER);
    await officer.act(caseNo, '通知补正', async () => {
      await officer.page.getByRole('checkbox', { name: '审计报告' }).check();
      await officer.page.getByLabel('审计报告：缺什么、怎么改').fill('缺少签字页,请补充后重新提供。');
      await officer.looksGood('return-act-supplement');
    });
    await applicant.page.getByRole('link', { name: '修改并重新提交' }).click();
    await applicant.page.getByText('缺少签字页').waitFor();
    await applicant.page.getByRole('button', { name: /财务情况/ }).click();
    await applicant.attach('审计报告');
    await applicant.looksGood('return-supplement');
    await applicant.page.getByRole('button', { name: /检查报送/ }).click();
    await applicant.page.getByRole('button', { name: '补正后重新提交' }).click();
    await applicant.page.waitForURL(new RegExp(`/cases/${caseNo}$`));
    await officer.act(caseNo, '受理');
  });

  it('has a return that goes to the supervisory unit first', async () => {
    const applicant = await site.come(applicantOf(SUPERVISED));
    const caseNo = await returnOf(SUPERVISED);
    await applicant.go(`/cases/${caseNo}/return`);
    await writeReturn(applicant, false);
    await applicant.press('报送年度工作报告');
    await applicant.page.waitForURL(new RegExp(`/cases/${caseNo}$`));

    const supervisor = await site.come('user-jimei-culture');
    await supervisor.act(caseNo, '初审', async () => {
      await supervisor.page.getByRole('radio', { name: '同意' }).check();
      await supervisor.looksGood('return-act-preliminary');
    });
    await officer.act(caseNo, '受理');
    await officer.looksGood('return-case-officer');
  });

  it('has an extension asked for and granted', async () => {
    const applicant = await site.come(applicantOf(LATE_ASKING));
    const caseNo = await returnOf(LATE_ASKING);
    await applicant.go(`/cases/${caseNo}/return`);
    await applicant.press('来不及？申请延期报送');
    await applicant.page.getByLabel('申请延期至').fill(`${YEAR + 2}-01-31`);
    await applicant.page.getByLabel(/办理意见/).fill('财务审计尚未完成,申请延期报送。');
    await applicant.looksGood('return-act-extension');
    await applicant.confirm('确定申请延期报送');

    await officer.act(caseNo, '审批延期', async () => {
      await officer.page
        .getByText(`申请延期至${YEAR + 2}年1月31日`)
        .last()
        .waitFor();
      await officer.page.getByRole('radio', { name: '同意延期' }).check();
    });
    await officer.page.getByText(`已批准延期至${YEAR + 2}年1月31日`).waitFor();
  });

  it('keeps a return that comes after the end', async () => {
    const caseNo = await returnOf(NEVER);
    const applicant = await site.come(applicantOf(NEVER));
    await applicant.go(`/cases/${caseNo}`);
    await site.office.skip(caseNo, (daysBetween(TODAY, parseIsoDate(`${YEAR + 1}-12-31`)) + 2) * DAY_S);
    await applicant.page.getByText('未参检').first().waitFor();
    await applicant.page.getByRole('link', { name: '逾期报送' }).click();
    await writeReturn(applicant, false);
    await applicant.page.getByText('不改变“未参检”的结论').waitFor();
    await applicant.press('逾期报送');
    await applicant.page.waitForURL(new RegExp(`/cases/${caseNo}$`));
    await applicant.page.getByText('截止后报送').first().waitFor();
    await applicant.looksGood('return-case-late');
    expect(await site.office.state(caseNo)).toBe('NOT_PARTICIPATED');
  });

  it('has its Party section confirmed by the instructor, beside the review', async () => {
    const { office } = site;
    await office.database.rows.grant.create({
      data: { id: 'grant-instructor', userId: INSTRUCTOR, role: 'INSTRUCTOR' },
    });
    const caseNo = await returnOf(FAILING);
    const form = await new ReturnOffice(office).form(FAILING);
    const { partyOrg: _none, ...section } = Object(form.partyBuilding);
    const partyBuilding = { ...section, instructorPersonId: personOf(ORG.eligible, 0) };
    const handed = { form: { ...form, partyBuilding } };
    await office.must(office.act(applicantOf(FAILING), caseNo, 'submitReturn', 'FILE_RETURN', handed));
    await office.until(async () =>
      (await office.openTasks(caseNo)).some(({ kind }) => kind === 'CONFIRM_PARTY_SECTION'),
    );

    const instructor = await site.come(INSTRUCTOR);
    await instructor.page.getByRole('link', { name: /确认党建工作部分/ }).click();
    await instructor.page.getByText('等待指导员确认').waitFor();
    await instructor.looksGood('return-case-instructor');
    await instructor.act(caseNo, '确认', async () => {
      await instructor.page.getByRole('radio', { name: '不予确认' }).check();
      await instructor.page.getByLabel(/办理意见/).fill('主题党日的次数与本人掌握的情况不一致。');
      await instructor.attach('证明材料');
      await instructor.looksGood('return-act-confirm-party');
    });
    await instructor.page.getByText('指导员不予确认').waitFor();
  });

  it('has conclusions: singly by the proposal of the rules, in bulk, and a FAIL with its findings', async () => {
    for (const organisation of IN_BULK) await bringToConclusion(organisation);
    const failing = await returnOf(FAILING);
    await officer.act(failing, '受理');
    const second = await site.come(USER.jimeiRegistrySecond);
    await second.act(failing, '登记审查情况', async () => {
      await second.page.getByRole('checkbox', { name: '存在违法活动' }).check();
      await second.page.getByLabel(/办理意见/).fill('经核实,该单位以营利为目的开展培训。');
      await second.looksGood('return-act-findings');
    });
    await leader.act(await returnOf(DIRECT), '作出年检结论', async () => {
      await leader.page.getByText('规则建议：合格').last().waitFor();
      await leader.page.getByRole('radio', { name: '不合格' }).check();
      await leader.page.getByText('与规则建议不一致').waitFor();
      await leader.looksGood('return-act-conclude');
      await leader.page.getByRole('radio', { name: '合格', exact: true }).check();
    });

    await leader.go(`/seasons/${seasonNo}`);
    await leader.page.getByRole('link', { name: '批量作出合格结论' }).click();
    await leader.page.getByText('可以批量办理的 4 件').waitFor();
    await leader.page.getByRole('region', { name: '不能批量办理的 1 件' }).getByText('存在违法活动').waitFor();
    await leader.looksGood('bulk-conclusions');
    await leader.page.getByRole('button', { name: '对选定的 4 件作出“合格”结论' }).dblclick();
    await leader.page.getByText('已办理 4 件').waitFor();
    await leader.looksGood('bulk-conclusions-answer');
    await leader.act(failing, '作出年检结论', async () => {
      await leader.page.getByText('规则建议：不合格').last().waitFor();
      await leader.page.getByRole('radio', { name: '不合格' }).check();
      await leader.page.getByLabel(/办理意见/).fill('以营利为目的开展培训,违反登记管理规定。');
    });
    expect(await site.office.state(failing)).toBe('CONCLUDED');
  });

  it('has conclusions published, singly and in bulk', async () => {
    await officer.act(await returnOf(DIRECT), '公告结论');
    await officer.go(`/seasons/${seasonNo}`);
    await officer.page.getByRole('link', { name: '批量公告' }).click();
    await officer.page.getByText('合格 4', { exact: true }).waitFor();
    await officer.page.getByRole('group', { name: '未参检 1' }).getByRole('checkbox', { name: '全选' }).uncheck();
    await officer.looksGood('bulk-publications');
    await officer.page.getByRole('button', { name: '公告选定的 5 件' }).dblclick();
    await officer.page.getByText('已办理 5 件').waitFor();
    const { body } = await site.office.get(null, `/public/inspections/${YEAR}?limit=100`);
    expect(body.items).toHaveLength(6);
  });

  it('has a wrong conclusion replaced by the leader, after its publication and the end of its case', async () => {
    const caseNo = await returnOf(IN_BULK[0] ?? '');
    await site.office.until(async () => (await site.office.state(caseNo)) === 'PUBLISHED');
    await officer.go(`/cases/${caseNo}`);
    await officer.page.getByText('现在没有需要您办理的操作。').waitFor();
    await leader.act(caseNo, '更正年检结论', async () => {
      await leader.page.getByText('规则建议').last().waitFor();
      await leader.page.getByRole('radio', { name: '基本合格' }).check();
      await leader.page.getByLabel(/办理意见/).fill('经复核,存在逾期未换届情形,原结论予以更正。');
      await leader.looksGood('return-act-supersede');
    });
    await leader.page.getByText('基本合格').first().waitFor();
    await leader.looksGood('return-case-superseded');
    await officer.act(caseNo, '公告结论');
  });

  it('has the one that failed talked to, put right, and verified by two officers', async () => {
    const caseNo = await returnOf(FAILING);
    const heldOn = addCalendarDays(TODAY, 12);
    const first = await site.come(USER.jimeiInspector1);
    await first.act(caseNo, '发出约谈通知', async () => {
      await first.page.getByText('最早').waitFor();
      await first.page.getByLabel('约谈日期').fill(heldOn);
      await first.looksGood('return-act-talk-notice');
    });
    await site.office.skip(caseNo, daysBetween(TODAY, heldOn) * DAY_S);
    await first.act(caseNo, '登记约谈记录', () => recordTalk(first, addCalendarDays(heldOn, 20)));
    await first.looksGood('return-case-talk');

    await officer.act(caseNo, '下达整改要求', async () => {
      await officer.page.getByLabel('整改事项（逐项写明要求） 第1项').fill('停止营利性培训,退还所收费用。');
      await officer.press('再加一项');
      await officer.page.getByLabel('整改事项（逐项写明要求） 第2项').fill('修订财务管理制度并报备。');
      await officer.looksGood('return-act-rectification');
    });
    const applicant = await site.come(applicantOf(FAILING));
    await applicant.act(caseNo, '报送整改结果', async () => {
      for (const n of [1, 2]) {
        await applicant.page.getByLabel(`第${n}项的整改结果`).fill('已按要求完成,详见证明材料。');
        await applicant.attach(`第${n}项的证明材料`);
      }
      await applicant.looksGood('return-act-hand-in');
    });
    const another = await site.come(USER.jimeiInspector2);
    for (const [place, inspector] of [first, another].entries()) {
      await inspector.go(`/cases/${caseNo}`);
      await inspector.page.getByRole('button', { name: '核验整改' }).first().waitFor();
      expect(await inspector.page.getByRole('button', { name: /^核验整改/ }).count()).toBe(1);
      await inspector.act(caseNo, '核验整改', async () => {
        await inspector.page.getByRole('checkbox', { name: '第1项已完成' }).check();
        await inspector.page.getByRole('checkbox', { name: '第2项已完成' }).check();
        if (place === 0) await inspector.looksGood('return-act-verify');
      });
    }
    await another.page.getByText('整改完成').first().waitFor();
    await another.looksGood('return-case-rectified');
    expect(await site.office.state(caseNo)).toBe('RECTIFIED');
  });

  it('shows who filed, what came of it and its figures on its board, and is paused and resumed there', async () => {
    const { page } = leader;
    const { id } = await site.office.database.rows.case.findUniqueOrThrow({ where: { caseNo: seasonNo } });
    const frozen = parseIsoDate(`${TODAY.slice(0, 7)}-01`);
    await seasonStore(site.office.database).freezeFigures(asId<CaseId>(id), frozen, Date.now());
    await leader.go(`/seasons/${seasonNo}`);
    await page.getByRole('row', { name: /年检完成率.*20\.69%.*6 \/ 29/ }).waitFor();
    await leader.looksGood('season-board');

    await page.getByRole('button', { name: '1 未参检' }).waitFor();
    await page.getByRole('button', { name: '7 已报送' }).click();
    await page.getByRole('button', { name: '整改完成 1' }).click();
    await page.getByRole('link', { name: /鹭岸/ }).first().waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: /凤林/ }).waitFor();
    expect(await page.locator('.season-list tbody tr').count()).toBe(1);
    await page.getByRole('button', { name: '整改完成 1' }).click();
    await page.getByPlaceholder(/组织名称/).fill('鹭岸');
    await page.getByRole('button', { name: '查找', exact: true }).click();
    await page.getByRole('link', { name: '厦门市集美区鹭岸志愿服务协会' }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '导出 Excel' }).click();
    expect((await download).suggestedFilename()).toMatch(/xlsx$/);

    await page.getByLabel('截至').selectOption(frozen);
    await page.getByRole('button', { name: '更正“年检完成率”' }).click();
    await page.getByLabel('分子').fill('7');
    await page.getByLabel(/更正理由/).fill('漏计一家已按期报送的单位,予以更正。');
    await leader.looksGood('season-correction');
    await leader.confirm('确定更正');
    await page.getByText('已更正：漏计一家').waitFor();

    await leader.press('暂停年检季');
    await page.getByLabel(/办理意见/).fill('因防汛应急响应,暂停本年度年检报送。');
    await leader.confirm('确定暂停年检季');
    await page.getByText(/起暂停，全部待办停止计时/).waitFor();
    await leader.looksGood('season-paused');
    await leader.press('恢复年检季');
    await page.getByRole('button', { name: '确定恢复年检季' }).click();
    await page.getByText('报送中').first().waitFor();
    await leader.press('补充纳入年检');
    await leader.confirm('确定补充纳入年检');
    await leader.go('/seasons');
    await page.getByText(`${YEAR}年度年检季`).waitFor();
    await leader.looksGood('seasons');

    // Next year's is planned, and taken back before it opens.
    await page.getByLabel('被检年度').selectOption(String(YEAR + 1));
    await page.getByRole('button', { name: new RegExp(`^确定.*${YEAR + 1}年度年检季$`) }).dblclick();
    await page.getByText('已计划').first().waitFor();
    await leader.press('取消年检季');
    await page.getByLabel(/办理意见/).fill('年度信息有误,取消后重新开启。');
    await leader.looksGood('season-act-cancel');
    await leader.confirm('确定取消年检季');
    await page.getByText('已取消').first().waitFor();
    await leader.looksGood('season-cancelled');

    expect(site.faults()).toEqual([]);
  });
});
