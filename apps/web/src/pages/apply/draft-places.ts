import type { Texts } from '../../text/language.js';
import type { Draft } from './draft-rows.js';

/** What the drafts of a matter are called, and where one is written on. */
interface DraftPlace {
  readonly name: keyof typeof MATTER_TEXTS;
  /** The field that holds the title, once there is one. */
  readonly title: string;
  readonly to: (draft: Draft) => string;
}

/** Names of the matters whose drafts are listed. */
export const MATTER_TEXTS = {
  tempPartyOrg: ['临时党组织设立', 'Temporary Party organisation'],
  ventureProject: ['公益创投项目申报', 'Application of a project'],
  ventureRound: ['公益创投方案', 'Configuration of a round'],
  other: ['申请', 'Application'],
} as const satisfies Texts;

const PLACES: Readonly<Record<string, DraftPlace>> = {
  'temp-party-org': { name: 'tempPartyOrg', title: 'proposedName', to: ({ id }) => `/apply/${id}` },
  'venture-round': { name: 'ventureRound', title: 'title', to: ({ id }) => `/rounds/drafts/${id}` },
  'venture-project': {
    name: 'ventureProject',
    title: 'title',
    to: ({ id, data }) => (typeof data.roundNo === 'string' ? `/rounds/${data.roundNo}/apply/${id}` : '/apply'),
  },
};

const OTHER: DraftPlace = { name: 'other', title: 'title', to: () => '/apply' };

/** Where a draft is written on. */
export const draftPlaceOf = (matter: string): DraftPlace => PLACES[matter] ?? OTHER;
