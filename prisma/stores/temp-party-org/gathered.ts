import type { PaperRequest } from '#domain/paper/paper-request.js';
import { SUPPLEMENT_ITEMS } from '#domain/temp-party-org/supplement-items.js';
import { labelOf } from '#domain/terms/term.js';
import { POSTS } from '#domain/terms/organisation-terms.js';
import type { Rows } from '../../client.js';
import type { OrganisationPerson } from '../person-rows.js';
import type { ApplicationInForce } from '../temp-party-org.store.js';

type Row<Table extends 'organisation' | 'partyOrganisation'> = NonNullable<
  Awaited<ReturnType<Rows[Table]['findUnique']>>
>;

/** All that the papers of one case print, as it is in the tables now. */
export interface Gathered extends ApplicationInForce {
  readonly head: { readonly caseNo: string; readonly verificationCode: string };
  readonly organisation: Row<'organisation'>;
  /** Name of the organ that issues the paper. */
  readonly organ: string;
  /** Name of the superior that approves. */
  readonly superior: string;
  /** The people listed in the application, numbers masked. */
  readonly members: readonly OrganisationPerson[];
  /** null before the reply. */
  readonly established: Row<'partyOrganisation'> | null;
  readonly names: ReadonlyMap<string, string>;
  /** Masked phone numbers by person, of everybody in the organisation. */
  readonly phones: ReadonlyMap<string, string | null>;
}

export const textOf = (fact: PaperRequest['facts'][string] | undefined): string | undefined =>
  typeof fact === 'string' && fact !== '' ? fact : undefined;

/** Only the fields that have a value: a paper leaves out what there is not. */
export function present<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return Object.fromEntries(kept) as { [K in keyof T]?: NonNullable<T[K]> };
}

/** A person's name; an id of nobody in the organisation is shown as it is rather than hidden. */
export const nameOf = ({ names }: Pick<Gathered, 'names'>, personId: string): string => names.get(personId) ?? personId;

/** The highest post in the council, as it is printed. */
export function councilPostOf({ posts }: OrganisationPerson): string {
  const held = posts.find(({ inCouncil }) => inCouncil) ?? posts[0];
  return held ? (labelOf(POSTS, held.post).zh.split('/')[0]?.trim() ?? held.post) : '—';
}

export const sexOf = ({ sex }: OrganisationPerson): 'M' | 'F' => (sex === 'F' ? 'F' : 'M');

/** The party posts by person: what the application proposes, or what the approver designated. */
export function partyPosts(lead: {
  readonly secretary: string;
  readonly deputy?: string | null | undefined;
  readonly committee: readonly string[];
}): ReadonlyMap<string, string> {
  return new Map([
    ...lead.committee.map((id): [string, string] => [id, '委员']),
    ...(lead.deputy ? [[lead.deputy, '副书记'] as [string, string]] : []),
    [lead.secretary, '书记'],
  ]);
}

export const committeeRows = (
  about: Gathered,
  committee: readonly string[],
): { readonly name: string; readonly post: string }[] =>
  committee.map((id) => ({ name: nameOf(about, id), post: '委员' }));

/** The longest text that one numbered item of a paper takes. */
const LONGEST_ITEM = 500;

/** The items of an opinion: a line each, a line that is too long cut into several. */
export function itemsOf(opinion: string): { readonly text: string }[] {
  const lines = opinion.split('\n').map((line) => line.trim());
  return lines.flatMap((line) => pieces(line).map((text) => ({ text })));
}

function pieces(line: string): string[] {
  const letters = Array.from(line);
  const count = Math.ceil(letters.length / LONGEST_ITEM);
  return Array.from({ length: count }, (_, at) => letters.slice(at * LONGEST_ITEM, (at + 1) * LONGEST_ITEM).join(''));
}

/** The items of a supplement notice: their kinds are facts of the act, their wording is the opinion, a line an item. */
export function supplementItems(
  facts: PaperRequest['facts'],
  opinion: string,
): { item: string; problem: string; requirement: string }[] {
  const kinds = Array.isArray(facts.items) ? facts.items : [];
  const lines = itemsOf(opinion).map(({ text }) => text);
  return kinds.map((kind: string, index) => ({
    item: SUPPLEMENT_ITEMS[kind] ?? kind,
    problem: (lines.length === kinds.length ? lines[index] : undefined) ?? lines.join('\n').slice(0, LONGEST_ITEM),
    requirement: '请补齐或更正后重新提交。',
  }));
}
