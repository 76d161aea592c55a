import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { asId, type UnitId } from '#domain/ids.js';
import type { PaperRequest } from '#domain/paper/paper-request.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { papers } from '../../apps/worker/src/papers.js';
import { applicant, HOST, SPONSOR } from '../support/money-people.js';
import { type MoneyCase, type MoneyRound, MoneyWorld } from '../support/money-world.js';
import { papersOf, type PrintedDocument } from '../support/papers.js';

jest.setTimeout(90_000);

let world: MoneyWorld;
beforeAll(async () => {
  world = await MoneyWorld.open();
}, 120_000);
afterAll(() => world.close());

const issued = (on: MoneyCase): Promise<PrintedDocument[]> => papersOf(world.database, world.files, on.caseId);

/** A project whose agreement waits for its signatures. */
async function offered(
  change: Partial<RoundConfiguration> = {},
): Promise<{ readonly round: MoneyRound; readonly on: MoneyCase }> {
  const round = await world.round([{ total: 80 }], change);
  const [on] = round.projects;
  if (on === undefined) throw new Error('no project');
  await world.award(round);
  await world.until(async () => (await world.open(on)).some(({ kind }) => kind === 'SIGN_AGREEMENT'));
  return { round, on };
}

const agreementOf = ({ caseId: projectId }: MoneyCase) =>
  world.database.rows.fundingAgreement.findUniqueOrThrow({ where: { projectId } });

/** The applicant countersigns what an enterprise gives to the project. */
async function adopted({ round, on }: { readonly round: MoneyRound; readonly on: MoneyCase }) {
  const id = randomUUID();
  await world.database.rows.adoption.create({
    data: {
      ...{ id, roundId: round.caseId, projectId: on.caseId, sponsorId: 'sponsor', mode: 'MONEY', fen: 1000, terms: {} },
      ...{ deedHash: '', sponsorSignedBy: SPONSOR.userId, sponsorSignedAt: new Date() },
    },
  });
  await world.act(on, applicant(0), 'signAdoption', { deedId: id });
}

describe('the agreement of a project', () => {
  it('is a paper that names parties, money, instalments and indicators; its hash is what both sides sign', async () => {
    const { on } = await offered();
    const [paper, ...others] = await issued(on);

    expect(others).toEqual([]);
    for (const printed of [
      ...['甲方（主办单位）：解放街道', '乙方（申报单位）：organisation-0', '10,000.00元（大写：壹万元整）'],
      ...['福彩公益金', '第3期', '项目结项后', '2,000.00', '上门探访', '480', '彩票公益金资助', '审计', '违约责任'],
    ])
      expect(paper?.text).toContain(printed);
    expect(await agreementOf(on)).toMatchObject({ contentHash: paper?.sha256, documentId: paper?.id });
    await world.contract(on, 0);
    expect((await issued(on)).map(({ status }) => status)).toEqual(['VALID']);
    await world.assertConsistent(on);
  });

  it('is drawn up anew when an enterprise adopts the project meanwhile: nobody signs the old one any more', async () => {
    const sources = [{ source: 'LOTTERY_WELFARE_FUND' as const, budgetFen: 600_000, themes: null }];
    const made = await offered({ sources });
    const { on } = made;
    const { contentHash: old } = await agreementOf(on);

    await adopted(made);
    await world.until(async () => (await issued(on)).length === 2);
    await world.until(async () => (await agreementOf(on)).contentHash !== old);

    expect((await issued(on)).map(({ status }) => status)).toEqual(['REPLACED', 'VALID']);
    const signed = world.act(on, applicant(0), 'signAgreement', { hash: old }, 'SIGN_AGREEMENT');
    await expect(signed).rejects.toMatchObject({ code: 'VEN_AGREEMENT_CHANGED' });
    expect((await issued(on))[1]?.text).toContain('爱心企业认领');
    await world.contract(on, 0);
  });

  it('is revoked when the award is declined', async () => {
    const { on } = await offered();

    await world.act(on, applicant(0), 'declineAward', {}, 'SIGN_AGREEMENT');

    await world.untilState(on, 'DECLINED');
    expect((await issued(on)).map(({ status }) => status)).toEqual(['REVOKED']);
  });

  it('is issued once, however many workers issue it at the same moment', async () => {
    const { on } = await offered();
    const templates = new URL('../../templates/', import.meta.url);
    const { issuePaper } = papers(world.database, Buffer.alloc(32, 7).toString('base64'), world.files, templates);
    const request: PaperRequest = {
      ...{ caseId: on.caseId, seq: 999, kind: 'FUNDING_AGREEMENT', on: parseIsoDate('2026-05-12') },
      ...{ organUnitId: asId<UnitId>(HOST), requestId: null },
      facts: { amounts: ['FISCAL:500000', 'ENTERPRISE_ADOPTION:1000'], executionMonths: 12, signDays: 15 },
    };

    const answers = await Promise.all(Array.from({ length: 10 }, () => issuePaper(request)));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const last = (await issued(on)).filter(({ seq }) => seq === 999);
    expect(last).toHaveLength(1);
    expect(last[0]?.text).toContain('5,010.00元（大写：伍仟零壹拾元整）');
    expect(last[0]?.text).not.toContain('彩票公益金资助');
    expect(last[0]?.docNo).toBeNull();
  });
});
