import { Injectable } from '@nestjs/common';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate, startOfDayShanghai } from '#domain/calendar/shanghai-day.js';
import { FieldInvalid, NotFound } from '#domain/errors.js';
import type { Database } from '#prisma/client.js';
import { administrationStore } from '#prisma/stores/administration.store.js';
import { settingRegister } from '#prisma/stores/setting-register.store.js';
import type { SettingRow } from '#prisma/stores/setting-register.store.js';
import { abilityFor, ensureCan } from '../access/ability.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { DEFAULTS } from './defaults.js';
import type { Default } from './defaults.js';
import { SettingView } from './setting.schemas.js';
import type { SettingBody, SettingList } from './setting.schemas.js';

/** The register of defaults for administrators. Every change is a line in the chain of administration. */
@Injectable()
export class SettingRegister {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  async list(actor: RequestActor): Promise<SettingList> {
    ensureCan(abilityFor(actor), 'read', 'Setting', { key: '*' });
    const rows = await settingRegister(this.database).all();
    return { items: DEFAULTS.map((one) => this.#view(one, rows)) };
  }

  /** Throws FIELD_INVALID (400) for a value that the matter refuses and for a day that is over. */
  async put(actor: RequestActor, key: string, { value, from }: SettingBody, request: IdempotentRequest) {
    ensureCan(abilityFor(actor), 'update', 'Setting', { key });
    const one = DEFAULTS.find((each) => each.key === key);
    if (one === undefined) throw new NotFound('Setting');
    if (!one.accepts(value))
      throw new FieldInvalid(
        'value',
        '数值不符合要求,请核对单位和范围。',
        'The value does not fit. Check unit and range.',
      );
    if (from < shanghaiDate(this.clock()))
      throw new FieldInvalid('from', '生效日期不能早于今天。', 'It cannot begin before today.');
    return onceFor(this.database, actor, request, async (tx) => {
      const at = startOfDayShanghai(parseIsoDate(from));
      await settingRegister(tx).put(key, value, at);
      const facts = { from, value: JSON.stringify(value) };
      await administrationStore(tx).log({
        act: 'setting.set',
        actorId: actor.userId,
        at: this.clock(),
        subject: key,
        facts,
      });
      return this.#view(one, await settingRegister(tx).all());
    });
  }

  #view({ key, matter, shipped }: Default, rows: readonly SettingRow[]): SettingView {
    const now = this.clock();
    const dated = rows.filter((row) => row.key === key);
    const inForce = dated.findLast(({ from }) => from <= now);
    const day = (ms: number) => shanghaiDate(ms);
    return SettingView.parse({
      ...{ key, matter, shipped },
      value: inForce === undefined ? shipped : inForce.value,
      since: inForce === undefined ? null : day(inForce.from),
      planned: dated.filter(({ from }) => from > now).map(({ value, from }) => ({ value, from: day(from) })),
    });
  }
}
