import type { IsoDate } from '#domain/calendar/iso-date.js';
import { addMonths, addYears } from '#domain/calendar/terms.js';
import { completeUscc } from '#domain/identifier/uscc.js';
import { ORGANISATION_TYPES } from '#domain/terms/organisation-terms.js';
import { matchingKey } from '#domain/text/matching-key.js';
import { PLACES } from '../reference/places.js';
import { unitId } from '../reference/units.js';
import { dateColumn } from '../stores/date-column.js';
import { councilTermOf } from './councils.js';
import type { InventedOrganisation } from './organisations.js';

const FIELD_TAGS: Readonly<Record<string, string>> = {
  education: '教育',
  culture: '文化',
  science: '科技',
  sports: '体育',
};

/** The row of an invented organisation; `index` makes its identifiers. */
export function organisationRow(org: InventedOrganisation, index: number, today: IsoDate) {
  const place = PLACES[org.place];
  const term = councilTermOf(org, today);
  const { countable, probationary, transferred, others } = org.council;
  const shared = org.sharedMember === undefined ? 0 : 1;
  return {
    id: org.id,
    name: org.name,
    nameKey: matchingKey(org.name),
    ...identifiersOf(org, index),
    type: org.type,
    subtype: org.subtype ?? null,
    legalStatus: org.legalStatus,
    registeredAt: dateColumn(
      org.registeredMonthsAgo === undefined ? addYears(term.start, -2) : addMonths(today, -org.registeredMonthsAgo),
    ),
    level: place.level,
    divisionCode: place.divisionCode,
    address: `${place.name}示例路${index + 1}号`,
    fieldTags: [FIELD_TAGS[org.supervisor ?? ''] ?? '社会服务'],
    councilTermStart: dateColumn(term.start),
    councilTermEnd: dateColumn(term.end),
    councilSize: countable + probationary + transferred + others + shared,
    charterPartyBuilding: true,
    managementMode: org.managementMode,
    supervisoryUnitId: org.supervisor === null ? null : unitId.bureau(org.place, org.supervisor),
    registryUnitId: unitId.civilAffairs(place.level === 'TOWN' ? (place.within ?? org.place) : org.place),
    managingPartyOrgId: org.managingPartyOrgId,
  };
}

/** A code that is valid in form, with a serial that no registry has reached; or the number of the filing list. */
function identifiersOf(org: InventedOrganisation, index: number) {
  const division = PLACES[org.place].divisionCode;
  const serial = String(index + 1);
  if (org.type === 'COMMUNITY_SOCIAL_ORG') return { uscc: null, filingNo: `${division}-B${serial.padStart(4, '0')}` };
  const type = ORGANISATION_TYPES.find(({ slug }) => slug === org.type);
  const prefix = type !== undefined && 'usccPrefix' in type ? type.usccPrefix : '';
  return { uscc: completeUscc(`${prefix}${division.slice(0, 6)}MJ9${serial.padStart(6, '0')}`), filingNo: null };
}
