import { assertConfiguration } from '#domain/venture-round/configuration-faults.rule.js';
import { amended } from '#domain/venture-round/amendment.rule.js';
import type { SubmittedApplication as Form } from '#domain/venture-round/application-form.js';
import { SubmittedApplication } from '#domain/venture-round/application-form.js';
import { assertBudget } from '#domain/venture-round/budget.rule.js';
import type {
  AmendRequest,
  CallToPublish,
  ClassMoveRequest,
  PublishRequest,
  ScreeningStanding,
  ScreenFacts,
  ScreenRequest,
} from '#domain/venture-round/case-facts.js';
import { projectKey } from '#domain/venture-round/double-funding.rule.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { parseRoundConfiguration } from '#domain/venture-round/round-configuration.js';
import type { ScreeningResult } from '#domain/venture-round/screening.rule.js';
import { assertScreened, screened } from '#domain/venture-round/screening.rule.js';
import { VentureRoundSettings } from '#domain/venture-round/settings.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { DomainError, type Refusal } from '#domain/errors.js';
import type { CaseId } from '#domain/ids.js';
import { caseStore } from './case.store.js';
import type { Tx } from './record/transaction.js';
import { hashOf } from './venture-round/birth.js';
import { callOf, roundOf, roundsWhere } from './venture-round/round-row.js';
import type { RoundRow } from './venture-round/round-row.js';
import { screeningFacts } from './venture-round/screening-facts.js';

/** What M03 asks of the tables up to the shortlist, for its workflows' activities and the API alike. */
export function ventureRoundStore({ pool }: { readonly pool: Tx }) {
  const settingsOf = async (caseId: string): Promise<VentureRoundSettings> => {
    const row = await caseStore({ pool }).byId(caseId);
    return VentureRoundSettings.parse(row?.config);
  };

  return {
    /** The round of a case number, or null. Who may see it is not asked here. */
    byNo: async (caseNo: string): Promise<RoundRow | null> =>
      (await roundsWhere(pool, 'r."caseNo" = $1', [caseNo]))[0] ?? null,

    byId: (caseId: string): Promise<RoundRow> => roundOf(pool, caseId),

    /** Whether the newest configuration is the one of that hash, and may be published at that time: open long enough from then on. */
    async callToPublish({ caseId, hash, at }: PublishRequest): Promise<CallToPublish> {
      const { configuration, configurationHash, formVersion } = await roundOf(pool, caseId);
      const settings = await settingsOf(caseId);
      const refusal = refusalOf(() => {
        if (configurationHash !== hash)
          throw new VentureRoundRefusal('VEN_CONFIG_CHANGED', { hash: configurationHash }, 'hash');
        assertConfiguration(openFrom(configuration, at), settings);
      });
      return { call: callOf(configuration, formVersion), refusal };
    },

    /**
     * Whether that version of the configuration may take the place of the one in force: a deadline is not moved into the past, nor so near that the call
     * was open for less than its shortest time since it was published.
     */
    async amendmentToPublish({ caseId, formVersion, at }: AmendRequest): Promise<CallToPublish> {
      const before = await roundOf(pool, caseId);
      const forms = await caseStore({ pool }).forms(caseId);
      const after = parseRoundConfiguration(forms.find(({ version }) => version === formVersion)?.data);
      const settings = await settingsOf(caseId);
      const call = callOf(after, formVersion);
      const refusal = refusalOf(() => {
        const { configuration } = amended(before.configuration, after, settings);
        if (hashOf(configuration) !== hashOf(after)) throw new VentureRoundRefusal('VEN_CONFIG_CHANGED', {}, 'version');
        if (call.closesAt === before.closesAt) return;
        if (call.closesAt <= at)
          throw new VentureRoundRefusal('VEN_CONFIG_INVALID', { past: call.closesAt }, 'calendar.callCloses');
        assertConfiguration(openFrom(after, before.publishedAt ?? at), settings);
      });
      return { call, refusal };
    },

    async screeningStanding(roundId: CaseId): Promise<ScreeningStanding> {
      const text = `SELECT count(*) FILTER (WHERE k."state" IN ('SUBMITTED', 'RETURNED'))::int AS unscreened,
          count(*) FILTER (WHERE k."state" = 'SHORTLISTED')::int AS shortlisted
        FROM "Project" p JOIN "Case" k ON k."id" = p."caseId" WHERE p."roundId" = $1`;
      const { rows } = await pool.query<ScreeningStanding>(text, [roundId]);
      return rows[0] ?? { unscreened: 0, shortlisted: 0 };
    },

    /** The machine checks of a project on a day, kept with their clauses: once for each form and day. */
    async screen({ caseId, on }: ScreenRequest): Promise<ScreenFacts> {
      const { round, form, formVersion, organisationId, settings } = await projectOf(caseId);
      const results = await this.check(round, organisationId, form, on, settings, caseId);
      await pool.query(
        `INSERT INTO "ProjectScreening" ("projectId", "formVersion", "checkedOn", "results") VALUES ($1, $2, $3::date, $4)
         ON CONFLICT ("projectId", "formVersion", "checkedOn") DO UPDATE SET "results" = EXCLUDED."results"`,
        [caseId, formVersion, on, JSON.stringify(results)],
      );
      const refusal = refusalOf(() => {
        assertScreened(results);
        assertBudget(form, round.configuration);
      });
      const failed = results.filter(({ passed }) => !passed).map(({ check }) => check);
      return { failed, refusal, screenWD: round.configuration.screenWD };
    },

    /** The machine checks of an application, submitted (`projectId`) or about to be. */
    async check(
      { caseId: roundId, configuration }: RoundRow,
      organisationId: string,
      form: Pick<Form, 'title' | 'carrierId' | 'siteDivision'>,
      on: IsoDate,
      settings: VentureRoundSettings,
      projectId: string | null,
    ): Promise<readonly ScreeningResult[]> {
      const facts = await screeningFacts(pool, {
        ...{ projectId, roundId, organisationId, on },
        key: projectKey(organisationId, form.title),
        hasCarrier: form.carrierId !== undefined,
        siteDivision: form.siteDivision,
        roundDivision: configuration.divisionCode,
        mostPerOrganisation: configuration.perOrganisation,
      });
      return screened(facts, settings);
    },

    /** What keeps a project from a class: one that the round does not have, or whose cap it exceeds. */
    async classMove({ caseId, class: to }: ClassMoveRequest): Promise<Refusal | null> {
      const { round, form } = await projectOf(caseId);
      const known = round.configuration.classes.find((rule) => rule.class === to);
      return refusalOf(() => {
        if (known === undefined) throw new VentureRoundRefusal('VEN_NOT_ELIGIBLE', { class: to }, 'class');
        assertBudget({ ...form, class: known.class }, round.configuration);
      });
    },
  };

  async function projectOf(caseId: string) {
    const { rows } = await pool.query<{ roundId: string; organisationId: string; class: string }>(
      'SELECT "roundId", "organisationId", "class" FROM "Project" WHERE "caseId" = $1',
      [caseId],
    );
    const [project] = rows;
    const row = await caseStore({ pool }).byId(caseId);
    const newest = row === null ? undefined : (await caseStore({ pool }).forms(row.id)).at(-1);
    if (project === undefined || row === null || newest === undefined)
      throw new Error(`no project has the case ${caseId}`);
    return {
      round: await roundOf(pool, project.roundId),
      organisationId: project.organisationId,
      form: SubmittedApplication.parse(newest.data),
      formVersion: newest.version,
      settings: VentureRoundSettings.parse(row.config),
    };
  }
}

/** The configuration as if the call opened at that time: it is open long enough from its publication on, not from a day that has passed. */
function openFrom(configuration: RoundConfiguration, at: number): RoundConfiguration {
  const { calendar } = configuration;
  const callOpens = new Date(Math.max(at, Date.parse(calendar.callOpens))).toISOString();
  return { ...configuration, calendar: { ...calendar, callOpens } };
}

function refusalOf(rule: () => void): Refusal | null {
  try {
    rule();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.refusal;
    throw error;
  }
}
