import { randomUUID } from 'node:crypto';

import { SAMPLE_RETURN } from '#domain/annual-inspection/sample-return.js';
import { DEFAULT_SETTINGS } from '#domain/annual-inspection/settings.js';
import { ANNUAL_INSPECTION } from '#domain/annual-inspection/states.js';
import { asId, type OrganisationId, type RequestId, type UnitId, type UserId } from '#domain/ids.js';
import { pool as poolOf } from '#domain/process/assignee.js';
import { applicantOf, personOf, UNIT, USER } from '#prisma/demonstration/handles.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { ANNUAL_RETURN_WORKFLOW } from '#workflows/annual-inspection/contract.js';
import { CaseStarter } from '../../apps/api/src/cases/case-starter.js';
import type { Answer, Office } from './office.js';

export const OFFICER = USER.jimeiRegistry;
export const LEADER = USER.jimeiRegistryLeader;
const REGISTRY = UNIT.jimeiCivilAffairs;
/** The year that the returns below are about. */
export const INSPECTED = 2026;
/** The last day on which they may be filed. */
export const CLOSES = '2027-05-31';

/** Returns of 集美's organisations over HTTP, in a season whose rows are written by hand. */
export class ReturnOffice {
  #season: string | null = null;

  constructor(readonly office: Office) {}

  /** The number of the season's case. */
  async season(): Promise<string> {
    if (this.#season !== null) return this.#season;
    const row = await this.#case('inspection-season', 'S02', null, 'OPEN', {});
    await this.office.database.pool.query(
      `INSERT INTO "Season" ("caseId", "key", "registryUnitId", "divisionCode", "inspectedYear", "opensOn", "toSupervisor", "toRegistry", "foundationToRegistry", "extensionBefore")
       VALUES ($1, 'key', $2, '350211', $3, '2027-01-01', '2027-03-31', '2027-05-31', '2027-03-31', '2027-05-01')`,
      [row.id, REGISTRY, INSPECTED],
    );
    this.#season = row.caseNo;
    return row.caseNo;
  }

  /** A return of an organisation, started as its season does; `closes` in the past: it lapses at once. By default nobody gives a 初审. */
  async start(organisationId: string, closes = CLOSES, supervisoryUnitId: string | null = null): Promise<string> {
    const seasonId = (await caseStore(this.office.database).byNo(await this.season()))?.id ?? '';
    const organisation = asId<OrganisationId>(organisationId);
    const leader = poolOf(REGISTRY, 'REGISTRY_LEADER');
    const applicant = { userId: OFFICER, personId: null, role: 'REGISTRY_OFFICER', unitId: REGISTRY, onBehalfOf: null };
    const input = {
      ...{ matter: ANNUAL_INSPECTION.slug, organisationId, unitId: REGISTRY, applicant, openedByOffice: true, leader },
      ...{ seasonId, inspectedYear: INSPECTED, filer: { foundationOrCharity: false, supervisoryUnitId } },
      ...{ closing: { due: closes, closes }, settings: DEFAULT_SETTINGS },
    };
    const facts = { workflow: ANNUAL_RETURN_WORKFLOW, fingerprint: '', renews: null, warnings: [], input };
    const row = await this.#case(ANNUAL_INSPECTION.slug, ANNUAL_INSPECTION.code, organisation, 'NOT_STARTED', facts);
    const { pool } = this.office.database;
    await pool.query(
      `INSERT INTO "AnnualReturn" ("caseId", "seasonId", "organisationId", "inspectedYear", "due", "closes") VALUES ($1, $2, $3, $4, $5, $5)`,
      [row.id, seasonId, organisationId, INSPECTED, closes],
    );
    await pool.query(
      `INSERT INTO "SeasonMember" ("seasonId", "organisationId", "standing", "ground", "baseDate", "caseId", "admittedAt")
       VALUES ($1, $2, 'REQUIRED', 'REGISTERED_IN_TIME', '2026-06-30', $3, now())`,
      [seasonId, organisationId, row.id],
    );
    await this.office.app.get(CaseStarter, { strict: false }).start(row);
    await this.office.until(async () => (await this.office.openTasks(row.caseNo)).length > 0);
    return row.caseNo;
  }

  /** A whole form of an organisation, whose papers its applicant has uploaded. */
  async form(organisationId: string, more: object = {}): Promise<Record<string, unknown>> {
    const file = await this.office.upload(applicantOf(organisationId), organisationId);
    const { basics, finance, partyBuilding } = SAMPLE_RETURN;
    return {
      ...SAMPLE_RETURN,
      basics: { ...basics, leaders: [{ personId: personOf(organisationId, 0), post: 'CHAIR' }] },
      finance: { ...finance, auditUploadId: file },
      partyBuilding: { ...partyBuilding, membersTotal: 9, membersTransferred: 0, secretaryReportUploadId: file },
      ...more,
    };
  }

  async file(organisationId: string, caseNo: string, more: object = {}, kind = 'submitReturn'): Promise<Answer> {
    const form = await this.form(organisationId, more);
    const task = kind === 'submitReturn' ? 'FILE_RETURN' : null;
    return this.office.act(applicantOf(organisationId), caseNo, kind, task, { form });
  }

  /** From its opening to the leader's desk. */
  async bringToConclusion(organisationId: string, more: object = {}): Promise<string> {
    const caseNo = await this.start(organisationId);
    await this.office.must(this.file(organisationId, caseNo, more));
    await this.office.must(this.office.act(OFFICER, caseNo, 'accept', 'INTAKE'));
    return caseNo;
  }

  async seq(caseNo: string): Promise<number> {
    return (await caseStore(this.office.database).byNo(caseNo))?.seq ?? -1;
  }

  async #case(matter: string, code: string, organisationId: OrganisationId | null, state: string, facts: object) {
    const row = await caseStore(this.office.database).create({
      ...{ matter, code, organisationId, state, facts, title: '年度工作报告', unitId: asId<UnitId>(REGISTRY) },
      ...{
        startRequestId: asId<RequestId>(randomUUID()),
        divisionCode: '350211',
        applicantUserId: asId<UserId>(OFFICER),
      },
      ...{
        config: DEFAULT_SETTINGS,
        form: {},
        fileIds: [],
        draft: null,
        predecessorId: null,
        units: [],
        at: Date.now(),
      },
    });
    await this.office.database.pool.query('DELETE FROM "CaseForm" WHERE "caseId" = $1', [row.id]);
    // The season has no workflow here, so nothing is to start it.
    if (organisationId === null) await caseStore(this.office.database).markStarted(row.id, Date.now());
    return row;
  }
}
