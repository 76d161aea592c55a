import { z } from 'zod';

import { parsePhone } from '#domain/identifier/phone.js';
import { parseResidentId } from '#domain/identifier/resident-id.js';
import { POSTS } from '#domain/terms/organisation-terms.js';
import { PARTY_MEMBER_STATUS, RELATION_STATUS } from '#domain/terms/party-terms.js';
import { slugs } from '#domain/terms/term.js';
import { RESTRICTED_FIELDS } from '#prisma/stores/person-columns.js';
import { Id, text } from '../http/clean.js';
import { Day, Labelled } from './organisation.schemas.js';
import { parsedText } from './parsed-text.js';

export const PersonParams = z.strictObject({ id: Id, personId: Id });
export type PersonParams = z.infer<typeof PersonParams>;

const Phone = parsedText((phone) => parsePhone(phone)).describe('Shown masked');

const Membership = z.strictObject({
  status: z.enum(slugs(PARTY_MEMBER_STATUS)),
  fullSince: Day.nullable().default(null).describe('Day of full membership; full members only'),
  homePartyOrgId: Id.nullable().default(null),
});

const RelationStatus = z.enum(slugs(RELATION_STATUS));

export const NewPerson = z.strictObject({
  name: text(2, 50),
  idNo: parsedText((idNo) => parseResidentId(idNo)).describe('公民身份号码; shown masked'),
  phone: Phone.nullable().default(null),
  post: z.enum(slugs(POSTS)),
  inCouncil: z.boolean().optional().describe('Only for posts that may, but need not, have a seat in the council'),
  isLegalRep: z.boolean().default(false),
  from: Day,
  membership: Membership.nullable().default(null),
  relationStatus: RelationStatus.nullable().default(null),
});
export type NewPerson = z.infer<typeof NewPerson>;

export const PersonPatch = z
  .strictObject({
    phone: Phone.optional(),
    membership: Membership.nullable().optional(),
    relationStatus: RelationStatus.nullable().optional(),
    endPost: z.strictObject({ postId: Id, to: Day }).optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, {
    message: 'Nothing to change',
    params: { messageZh: '没有需要更改的内容。', messageEn: 'There is nothing to change.' },
  });
export type PersonPatch = z.infer<typeof PersonPatch>;

export const Unmasking = z.strictObject({
  field: z.enum(RESTRICTED_FIELDS),
  purpose: text(4, 200).describe('办理事由; kept with the read'),
});
export type Unmasking = z.infer<typeof Unmasking>;

export const Unmasked = z.object({ field: z.enum(RESTRICTED_FIELDS), value: z.string().nullable() });
export type Unmasked = z.infer<typeof Unmasked>;

export const PersonView = z.object({
  personId: z.string(),
  name: z.string(),
  sex: z.string(),
  birthYear: z.int().nullable(),
  idNo: z.string().nullable().describe('Masked: 3304**********1234'),
  phone: z.string().nullable().describe('Masked: 138****0000'),
  inCouncil: z.boolean(),
  posts: z.array(
    z.object({
      id: z.string(),
      post: Labelled,
      inCouncil: z.boolean(),
      isLegalRep: z.boolean(),
      from: z.iso.date(),
      to: z.iso.date().nullable(),
    }),
  ),
  membership: z
    .object({
      status: Labelled,
      fullSince: z.iso.date().nullable(),
      homePartyOrgId: z.string().nullable(),
      homePartyOrgName: z.string().nullable(),
    })
    .nullable(),
  relationStatus: Labelled.nullable(),
});
export type PersonView = z.infer<typeof PersonView>;

export const People = z.object({ items: z.array(PersonView) });
export type People = z.infer<typeof People>;
