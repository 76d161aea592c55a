import { z } from 'zod';

import { ROLES } from '#domain/roles.js';
import { Id, text } from '../http/clean.js';
import { PageQuery } from '../http/paging.js';
import { PASSWORD_MAX, PASSWORD_MIN } from '../identity/auth.js';

const Moment = z.iso.datetime({ offset: true });

/** A user as administrators see one. */
export const UserView = z.object({
  id: z.string(),
  username: z.string().nullable(),
  name: z.string(),
  personId: z.string().nullable(),
  disabledAt: Moment.nullable(),
  twoFactorEnabled: z.boolean(),
});

/** Users, or those whose name or username has a part. */
export const UserQuery = z.strictObject({ ...PageQuery.shape, q: text(1, 40).optional() });
export type UserQuery = z.output<typeof UserQuery>;

/** A role that somebody holds or held. */
export const GrantView = z.object({
  id: z.string(),
  role: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  organisationId: z.string().nullable(),
  organisationName: z.string().nullable(),
  validFrom: Moment,
  validTo: Moment.nullable(),
});

/** A user in a list, with the roles that are in force or will be. */
export const UserInList = UserView.extend({ grants: z.array(GrantView) });

export const UserDetail = UserView.extend({ grants: z.array(GrantView) });

/** A new user with a first password, which the user changes. */
export const CreateUser = z.strictObject({
  username: z.string().regex(/^[a-z0-9][a-z0-9_.-]{1,39}$/),
  name: text(2, 40),
  personId: Id.optional(),
  password: z.string().min(PASSWORD_MIN).max(PASSWORD_MAX),
});
export type CreateUser = z.infer<typeof CreateUser>;

/** A role at a unit or for an organisation, from now or from a later moment. */
export const CreateGrant = z.strictObject({
  role: z.enum(ROLES),
  unitId: Id.optional(),
  organisationId: Id.optional(),
  validFrom: Moment.optional(),
  validTo: Moment.optional(),
});
export type CreateGrant = z.infer<typeof CreateGrant>;

export const GrantParams = z.strictObject({ id: Id, grantId: Id });
export type GrantParams = z.infer<typeof GrantParams>;

export const Done = z.object({ done: z.literal(true) });
