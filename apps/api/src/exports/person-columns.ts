import { MEMBER_COLUMNS, POST_COLUMNS } from '#domain/workbook/sheets.js';
import type { PersonView } from '../organisations/person.schemas.js';
import type { ExportColumn } from './exported-list.js';

/** A post of somebody. */
export type ExportedPost = PersonView & { readonly held: PersonView['posts'][number] };

/** A row a post; numbers as everybody sees them, masked (specification C8). */
export const EXPORTED_POST: readonly ExportColumn<ExportedPost>[] = [
  { zh: POST_COLUMNS.name.zh, value: ({ name }) => name },
  { zh: POST_COLUMNS.idNo.zh, width: 24, value: ({ idNo }) => idNo },
  { zh: POST_COLUMNS.phone.zh, width: 18, value: ({ phone }) => phone },
  { zh: POST_COLUMNS.post.zh, width: 20, value: ({ held }) => held.post.zh },
  { zh: POST_COLUMNS.inCouncil.zh, value: ({ held }) => (held.inCouncil ? '是' : '否') },
  { zh: POST_COLUMNS.isLegalRep.zh, value: ({ held }) => (held.isLegalRep ? '是' : '否') },
  { zh: POST_COLUMNS.from.zh, holds: 'day', value: ({ held }) => ({ day: held.from }) },
  { zh: POST_COLUMNS.to.zh, holds: 'day', value: ({ held }) => (held.to === null ? null : { day: held.to }) },
  { zh: MEMBER_COLUMNS.status.zh, value: ({ membership }) => membership?.status.zh ?? null },
  {
    zh: MEMBER_COLUMNS.fullSince.zh,
    holds: 'day',
    value: ({ membership }) => (membership?.fullSince == null ? null : { day: membership.fullSince }),
  },
  { zh: MEMBER_COLUMNS.relationStatus.zh, width: 18, value: ({ relationStatus }) => relationStatus?.zh ?? null },
  { zh: MEMBER_COLUMNS.home.zh, width: 40, value: ({ membership }) => membership?.homePartyOrgName ?? null },
];
