import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';

import { SIGNING_ROLES } from '#domain/roles.js';
import type { Database } from '#prisma/client.js';
import { administrationStore } from '#prisma/stores/administration.store.js';
import { deputationStore } from '#prisma/stores/deputation.store.js';
import { abilityFor } from '../access/ability.js';
import { RESOURCES } from '../access/subjects.js';
import { GrantView } from '../administration/user.schemas.js';
import { DeputationView } from '../deputations/deputation.schemas.js';
import { Answers } from '../http/answers.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';

const Me = z.object({
  id: z.string(),
  name: z.string(),
  personId: z.string().nullable(),
  sessionId: z.string(),
  twoFactorEnabled: z.boolean(),
  twoFactorPassed: z.boolean(),
  twoFactorNeeded: z.boolean().describe('Holds a role that signs'),
  grants: z.array(GrantView),
  deputations: z.array(DeputationView),
  capabilities: z
    .record(z.string(), z.array(z.string()))
    .describe('By kind of thing, what may be done with some of them'),
});

@Controller('me')
export class MeController {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  @Get()
  @Answers('当前用户 Who is signed in, roles in force, deputations and capabilities', Me)
  async me(@Actor() actor: RequestActor) {
    const now = new Date(this.clock());
    const [grants, deputations] = await Promise.all([
      administrationStore(this.database).grants(actor.userId),
      deputationStore(this.database).of(actor.userId),
    ]);
    const { userId, name, personId, sessionId, twoFactorEnabled, twoFactorPassed } = actor;
    return {
      id: userId,
      name,
      personId,
      sessionId,
      twoFactorEnabled,
      twoFactorPassed,
      twoFactorNeeded: actor.grants.some(({ role }) => SIGNING_ROLES.includes(role)),
      grants: grants.filter(({ id }) => actor.grants.some((grant) => grant.id === id)),
      deputations: deputations.filter(({ revokedAt, to }) => revokedAt === null && to > now),
      capabilities: capabilities(actor),
    };
  }
}

function capabilities(actor: RequestActor): Record<string, readonly string[]> {
  const ability = abilityFor(actor);
  return Object.fromEntries(RESOURCES.map((resource) => [resource, ability.possible(resource)]));
}
