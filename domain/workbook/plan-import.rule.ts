import type { Phone } from '#domain/identifier/phone.js';
import type { ResidentId } from '#domain/identifier/resident-id.js';
import { checkMembers } from './check-members.rule.js';
import type { CheckedMember } from './check-members.rule.js';
import { checkOrganisations, isSocialGroup } from './check-organisations.rule.js';
import type { CheckedOrganisation } from './check-organisations.rule.js';
import { checkCouncilSizes, checkPosts } from './check-posts.rule.js';
import type { CheckedPost } from './check-posts.rule.js';
import { RowFaults } from './faults.js';
import type { Numbered } from './faults.js';
import type { Importer, KnownOrganisation, Register } from './register.js';
import type { MemberRow, OrganisationRow, PostRow, SheetKey } from './sheets.js';

/** The rows of a workbook that could be read, and what was wrong with the others. */
export interface ReadWorkbook {
  readonly organisations: readonly Numbered<OrganisationRow>[];
  readonly posts: readonly Numbered<PostRow>[];
  readonly members: readonly Numbered<MemberRow>[];
  readonly faults: Readonly<Record<SheetKey, RowFaults>>;
}

/** Somebody of the workbook; `known` tells whether the register has them already. */
export interface PlannedPerson {
  readonly id: string;
  readonly known: boolean;
  readonly name: string;
  readonly idNo: ResidentId;
  /** null = as it was. */
  readonly phone: Phone | null;
}

/** What will be written. A sheet with a fault writes nothing: all or nothing. */
export interface ImportPlan {
  readonly organisations: readonly (CheckedOrganisation & { readonly id: string })[];
  readonly people: readonly PlannedPerson[];
  readonly posts: readonly (CheckedPost & { readonly personId: string })[];
  readonly members: readonly (CheckedMember & { readonly personId: string; readonly known: boolean })[];
}

/** No fault of any sheet yet. */
export function noFaults(): Record<SheetKey, RowFaults> {
  return { organisations: new RowFaults(), posts: new RowFaults(), members: new RowFaults() };
}

/**
 * Checks the sheets one after the other against the register and each other, notes every fault in `workbook.faults`, and says what will be
 * written. `newId` gives ids that nobody has.
 */
export function planImport(
  workbook: ReadWorkbook,
  register: Register,
  importer: Importer,
  newId: () => string,
): ImportPlan {
  const { faults } = workbook;
  const people = new People(register, newId);
  const personIds = (idNo: ResidentId) => people.idOf(idNo);

  const checked = checkOrganisations(workbook.organisations, register, importer, faults.organisations);
  const organisations = unless(faults.organisations, checked).map((each) => ({
    ...each,
    id: each.known?.id ?? newId(),
  }));
  const named = withThose(register.organisations, organisations);

  const posts = checkPosts(workbook.posts, register, named, personIds, importer, faults.posts);
  checkCouncilSizes(posts, councilSizes(organisations), importer, faults.posts);
  const taken = unless(faults.posts, posts);

  const members = checkMembers(workbook.members, register, named, taken, personIds, importer, faults.members);
  return {
    organisations,
    people: people.planned(taken.map(({ row }) => row)),
    posts: taken.map((post) => ({ ...post, personId: personIds(post.row.idNo) })),
    members: unless(faults.members, members).map((member) => {
      const known = register.people.get(member.row.idNo)?.member ?? false;
      return { ...member, personId: personIds(member.row.idNo), known };
    }),
  };
}

function unless<Row>(faults: RowFaults, rows: readonly Row[]): readonly Row[] {
  return faults.count === 0 ? rows : [];
}

function withThose(
  known: Register['organisations'],
  organisations: ImportPlan['organisations'],
): ReadonlyMap<string, KnownOrganisation> {
  const all = new Map(known);
  for (const { id, row, term, registryUnitId } of organisations) {
    const { uscc, filingNo, type } = row;
    const organisation = { id, uscc, filingNo, term, registryUnitId, socialGroup: isSocialGroup(type) };
    for (const code of [uscc, filingNo]) if (code !== null) all.set(code, organisation);
  }
  return all;
}

function councilSizes(organisations: ImportPlan['organisations']): ReadonlyMap<string, number> {
  return new Map(
    organisations.flatMap(({ id, row }) => (row.councilSize === null ? [] : [[id, row.councilSize] as const])),
  );
}

/** One id for one identity number. */
class People {
  readonly #ids = new Map<string, string>();

  constructor(
    private readonly register: Register,
    private readonly newId: () => string,
  ) {}

  idOf(idNo: ResidentId): string {
    const id = this.#ids.get(idNo) ?? this.register.people.get(idNo)?.id ?? this.newId();
    this.#ids.set(idNo, id);
    return id;
  }

  planned(rows: readonly PostRow[]): PlannedPerson[] {
    const people = new Map<string, PlannedPerson>();
    for (const { idNo, name, phone } of rows) {
      const earlier = people.get(idNo);
      const known = this.register.people.has(idNo);
      people.set(idNo, { id: this.idOf(idNo), known, name, idNo, phone: phone ?? earlier?.phone ?? null });
    }
    return [...people.values()];
  }
}
