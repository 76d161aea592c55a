import { MATTER_TYPES, ROLE_TERMS } from './matter-terms.js';
import { LEGAL_STATUS, MANAGEMENT_MODES, ORGANISATION_TYPES, POSTS } from './organisation-terms.js';
import {
  PARTY_MEMBER_STATUS,
  PARTY_ORG_SETUP_FORM,
  PARTY_ORGANISATION_TYPES,
  PARTY_POSTS,
  RELATION_STATUS,
} from './party-terms.js';
import { FUNDING_SOURCES, PROJECT_CLASSES, VENTURE_SERIES, VENTURE_THEMES } from '../venture-round/terms.js';
import { ADMINISTRATIVE_LEVELS, AGENCY_TYPES, NETWORK_TIERS } from './unit-terms.js';

/** Every enumeration by its name in answers and papers: `labelOf(TERMS.partyMemberStatus, 'FULL').zh` is 正式党员. */
export const TERMS = {
  organisationTypes: ORGANISATION_TYPES,
  legalStatus: LEGAL_STATUS,
  posts: POSTS,
  managementModes: MANAGEMENT_MODES,
  partyOrganisationTypes: PARTY_ORGANISATION_TYPES,
  partyOrgSetupForm: PARTY_ORG_SETUP_FORM,
  partyMemberStatus: PARTY_MEMBER_STATUS,
  relationStatus: RELATION_STATUS,
  partyPosts: PARTY_POSTS,
  administrativeLevels: ADMINISTRATIVE_LEVELS,
  agencyTypes: AGENCY_TYPES,
  networkTiers: NETWORK_TIERS,
  matterTypes: MATTER_TYPES,
  roles: ROLE_TERMS,
  projectClasses: PROJECT_CLASSES,
  ventureSeries: VENTURE_SERIES,
  ventureThemes: VENTURE_THEMES,
  fundingSources: FUNDING_SOURCES,
} as const;
