import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { SETTING_KEYS as VENTURE_KEYS, VentureRoundSettings } from '#domain/venture-round/settings.js';
import { SETTING_KEYS, TempPartyOrgSettings } from '#domain/temp-party-org/settings.js';
import type { Database } from '#prisma/client.js';
import { settingStore } from '#prisma/stores/setting.store.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';

const RECUSAL_KEY = 'recusal.years';
const RecusalYears = z.int().min(0).max(50).catch(2);
const FRESH_MS = 60_000;

/** The register of defaults, as it is in force now. */
@Injectable()
export class Settings {
  #recusal: { readonly years: number; readonly readAt: number } | null = null;

  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  /** For how many years a post bars after its end (specification C5); read again once a minute, because every act asks. */
  async recusalYears(): Promise<number> {
    const now = this.clock();
    if (this.#recusal !== null && now - this.#recusal.readAt < FRESH_MS) return this.#recusal.years;
    const found = await settingStore(this.database).inForce([RECUSAL_KEY], now);
    this.#recusal = { years: RecusalYears.parse(found.get(RECUSAL_KEY)), readAt: now };
    return this.#recusal.years;
  }

  /** The values of M01; a case keeps those with which it starts. */
  async tempPartyOrg(): Promise<TempPartyOrgSettings> {
    return TempPartyOrgSettings.parse(await this.#inForce(SETTING_KEYS));
  }

  /** The values of M03; a round keeps those with which it starts, and its projects with it. */
  async ventureRound(): Promise<VentureRoundSettings> {
    return VentureRoundSettings.parse(await this.#inForce(VENTURE_KEYS));
  }

  async #inForce(keys: Readonly<Record<string, string>>): Promise<Readonly<Record<string, unknown>>> {
    const found = await settingStore(this.database).inForce(Object.values(keys), this.clock());
    const named = Object.entries(keys).flatMap(([name, key]) =>
      found.has(key) ? [[name, found.get(key)] as const] : [],
    );
    return Object.fromEntries(named);
  }
}
