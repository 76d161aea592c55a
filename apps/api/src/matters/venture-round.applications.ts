import { Injectable } from '@nestjs/common';

import { AuthNotAllowed, FieldInvalid } from '#domain/errors.js';
import { isWithinDivision, parseDivisionCode } from '#domain/identifier/division-code.js';
import { person, pool } from '#domain/process/assignee.js';
import { amended } from '#domain/venture-round/amendment.rule.js';
import { assertConfiguration } from '#domain/venture-round/configuration-faults.rule.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { VentureRoundSettings } from '#domain/venture-round/settings.js';
import type { Database } from '#prisma/client.js';
import type { Unit } from '#prisma/stores/unit.store.js';
import { unitStore } from '#prisma/stores/unit.store.js';
import { bearRound } from '#prisma/stores/venture-round/birth.js';
import { ventureRoundStore } from '#prisma/stores/venture-round.store.js';
import { unitsOf } from '../access/case-filter.js';
import { fieldInvalid } from '../http/field-sentences.js';
import type { RequestActor } from '../identity/actor.js';
import { UseDatabase } from '../resources.js';
import type { Application, Asked, ChangedForm } from './application.js';
import type { FormBrought, MatterApplications } from './applications.js';
import { cleanForm } from './form-text.js';
import { Settings } from './settings.service.js';

/** Rounds: a configuration that is checked as a whole becomes a case of the host's office, still to be published. */
@Injectable()
export class VentureRoundApplications implements MatterApplications {
  constructor(
    @UseDatabase() private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  async prepare({ actor, data }: Asked): Promise<Application> {
    const { configuration, warnings } = parsed({ version: 1, ...Object(data) });
    const settings = await this.settings.ventureRound();
    assertConfiguration(configuration, settings);
    const unit = await this.#unitOf(actor, configuration);
    return {
      title: configuration.title,
      unitId: unit.id,
      divisionCode: unit.divisionCode,
      state: 'PLANNED',
      config: settings,
      form: configuration,
      fileIds: [],
      units: [],
      predecessor: null,
      role: 'ROUND_ORGANISER',
      leader: unit.leaderUserId === null ? pool(unit.id, 'ROUND_ORGANISER') : person(unit.leaderUserId),
      input: { settings },
      warnings,
      bornWith: (tx, row) => bearRound(tx, row, configuration),
      taken: new VentureRoundRefusal('VEN_EDITION_TAKEN', {}, 'edition'),
    };
  }

  /** Before the call the configuration is corrected; after it only an amendment changes it. */
  async change({ row, kind }: FormBrought, { actor, data }: Asked): Promise<ChangedForm> {
    if (!unitsOf(actor, ['ROUND_ORGANISER']).includes(row.unitId)) throw new AuthNotAllowed();
    const before = await ventureRoundStore(this.database).byId(row.id);
    const settings = VentureRoundSettings.parse(row.config);
    const { configuration } = parsed({ ...Object(data), version: before.configuration.version });
    if (kind === 'amendCall')
      return { form: amended(before.configuration, configuration, settings).configuration, fileIds: [] };
    const { series, edition, divisionCode } = before.configuration;
    if (
      configuration.series !== series ||
      configuration.edition !== edition ||
      configuration.divisionCode !== divisionCode
    )
      throw new VentureRoundRefusal('VEN_CONFIG_INVALID', { fixed: ['series', 'edition', 'divisionCode'] }, 'edition');
    assertConfiguration(configuration, settings);
    return { form: configuration, fileIds: [] };
  }

  /** The office for which one organises, whose division the round lies in. Throws AUTH_NOT_ALLOWED, FIELD_INVALID. */
  async #unitOf(actor: RequestActor, { divisionCode, hosts }: RoundConfiguration): Promise<Unit> {
    const units = unitStore(this.database);
    const own = await Promise.all(unitsOf(actor, ['ROUND_ORGANISER']).map((id) => units.byId(id)));
    if (own.length === 0) throw new AuthNotAllowed({ action: 'create', resource: 'Case' });
    const division = parseDivisionCode(divisionCode, 'divisionCode');
    const unit = own.find((one) => one !== null && isWithinDivision(division, parseDivisionCode(one.divisionCode)));
    if (unit == null)
      throw new FieldInvalid(
        'divisionCode',
        '本届区域不在您的主办单位辖区内。',
        'The division lies outside that of your unit.',
      );
    for (const [place, id] of hosts.entries())
      if ((await units.byId(id)) === null)
        throw new FieldInvalid(`hosts.${place}`, '没有这个单位。', 'There is no such unit.');
    return unit;
  }
}

function parsed(data: unknown) {
  const { data: clean, warnings } = cleanForm(data);
  const form = RoundConfiguration.safeParse(clean, { reportInput: true });
  if (!form.success) throw fieldInvalid(form.error.issues);
  return { configuration: form.data, warnings };
}
