import type { ResidentId } from '#domain/identifier/resident-id.js';
import { assertLegalRepresentative } from '#domain/organisation/legal-representative.rule.js';
import type { LegalRepresentation } from '#domain/organisation/legal-representative.rule.js';
import { sitsInCouncil } from '#domain/organisation/posts.js';
import { isHeldOn, overlaps } from '#domain/organisation/tenure.js';
import type { Tenure } from '#domain/organisation/tenure.js';
import type { Post } from '#domain/terms/organisation-terms.js';
import { matchingKey } from '#domain/text/matching-key.js';
import type { Numbered, RowFaults } from './faults.js';
import type { Importer, KnownOrganisation, KnownPost, Register } from './register.js';
import { POST_COLUMNS } from './sheets.js';
import type { PostRow } from './sheets.js';

/** A post as it will be written; `known` is the same post in the register, null for a new one. */
export interface CheckedPost {
  readonly number: number;
  readonly row: PostRow;
  readonly organisationId: string;
  readonly inCouncil: boolean;
  readonly known: KnownPost | null;
}

/** The people of a workbook by identity number, each with the id under which they are or will be known. */
export type PersonIds = (idNo: ResidentId) => string;

/** The organisations that rows may name: of the register, and of the workbook's own sheet when that was taken. */
export type Organisations = ReadonlyMap<string, KnownOrganisation>;

interface Held extends Tenure {
  readonly post: Post;
  readonly number: number | null;
}

const C = POST_COLUMNS;

/** The rules of 任职, over all its rows (specification §3 Person / OrgPost): who is who, nothing twice, one legal representative. */
export function checkPosts(
  rows: readonly Numbered<PostRow>[],
  register: Register,
  organisations: Organisations,
  personIds: PersonIds,
  importer: Importer,
  faults: RowFaults,
): CheckedPost[] {
  onePersonEach(rows, register, faults);
  const posts = new TakenPosts(register);
  const representations = new Representations(register.representations);
  return rows.flatMap(({ number, row }) => {
    const organisation = organisationNamed(row.organisation, number, organisations, importer, faults);
    const inCouncil = faults.attempt(number, C.inCouncil, () => sitsInCouncil(row.post, row.inCouncil ?? undefined));
    if (row.to !== null && row.to < row.from)
      faults.add(number, C.to, '离任日期不能早于任职日期。', 'The post ends before it begins.');
    if (organisation === null || inCouncil === undefined) return [];
    const { id: organisationId, socialGroup } = organisation;
    const personId = personIds(row.idNo);
    const known = posts.take(number, organisationId, personId, row, faults);
    if (row.isLegalRep) {
      const { from, to } = row;
      faults.attempt(number, C.isLegalRep, () =>
        representations.take({ organisationId, personId, socialGroup, from, to }),
      );
    }
    return [{ number, row, organisationId, inCouncil, known }];
  });
}

/** No more council members in office than the council has seats (`councilSizes`, by organisation); told at the first row too many. */
export function checkCouncilSizes(
  posts: readonly CheckedPost[],
  councilSizes: ReadonlyMap<string, number>,
  { today }: Importer,
  faults: RowFaults,
): void {
  const seated = new Map<string, Set<string>>();
  for (const { number, organisationId, inCouncil, row } of posts) {
    const size = councilSizes.get(organisationId);
    if (size === undefined || !inCouncil || !isHeldOn(row, today)) continue;
    const members = (seated.get(organisationId) ?? new Set()).add(row.idNo);
    seated.set(organisationId, members);
    if (members.size <= size) continue;
    const messageZh = `在任理事多于“社会组织”表中的理事人数 ${size}。`;
    faults.add(number, C.inCouncil, messageZh, `More council members in office than the ${size} seats.`);
  }
}

/** The organisation that a row names, or null with a fault: unknown, or of another registry. */
export function organisationNamed(
  code: string,
  number: number,
  organisations: Organisations,
  { registryUnitIds }: Importer,
  faults: RowFaults,
): KnownOrganisation | null {
  const organisation = organisations.get(code) ?? organisations.get(code.toUpperCase());
  if (organisation === undefined) {
    faults.add(
      number,
      C.organisation,
      '没有此代码的组织:请核对代码,并先改正“社会组织”表中的错误。',
      'No organisation has this code. Check it, and put the organisations right first.',
    );
    return null;
  }
  const { registryUnitId } = organisation;
  if (registryUnitIds !== null && (registryUnitId === null || !registryUnitIds.includes(registryUnitId))) {
    faults.add(
      number,
      C.organisation,
      '您只能导入本登记管理机关的组织。',
      'You may import the organisations of your own registry only.',
    );
    return null;
  }
  return organisation;
}

/** One identity number is one person: the same name in every row and in the register, and one telephone number. */
function onePersonEach(rows: readonly Numbered<PostRow>[], { people }: Register, faults: RowFaults): void {
  const phones = new Map<string, Numbered<string>>();
  for (const { number, row } of rows) {
    if (row.phone === null) continue;
    const earlier = phones.get(row.idNo);
    if (earlier === undefined) phones.set(row.idNo, { number, row: row.phone });
    else if (earlier.row !== row.phone)
      faults.add(
        number,
        C.phone,
        `与第 ${earlier.number} 行同一人的电话不一致。`,
        `Not the number of the same person in row ${earlier.number}.`,
      );
  }
  oneNameEach(rows, people, faults);
}

/** One identity number has one name, in the sheet and in the register. */
export function oneNameEach(
  rows: readonly Numbered<{ readonly name: string; readonly idNo: ResidentId }>[],
  people: ReadonlyMap<string, { readonly name: string }>,
  faults: RowFaults,
): void {
  const names = new Map<string, Numbered<string>>();
  for (const { number, row } of rows) {
    const name = matchingKey(row.name);
    const known = people.get(row.idNo);
    const earlier = names.get(row.idNo);
    if (known !== undefined) {
      if (matchingKey(known.name) === name) continue;
      const messageZh = '此公民身份号码已登记,但姓名与登记不一致,请核对证件。';
      faults.add(number, C.name, messageZh, 'This identity number is recorded with another name. Check the papers.');
      continue;
    }
    if (earlier !== undefined && earlier.row !== name) {
      const messageZh = `与第 ${earlier.number} 行公民身份号码相同而姓名不同。`;
      faults.add(number, C.name, messageZh, `The same identity number as in row ${earlier.number} with another name.`);
    }
    if (earlier === undefined) names.set(row.idNo, { number, row: name });
  }
}

/** The posts of the register and of the rows before. */
class TakenPosts {
  readonly #known = new Map<string, KnownPost>();
  readonly #held = new Map<string, Held[]>();

  constructor({ posts }: Register) {
    for (const known of posts) {
      const place = placeOf(known.organisationId, known.personId, known.post);
      this.#known.set(`${place} ${known.from}`, known);
      this.#held.set(place, [...(this.#held.get(place) ?? []), { ...known, number: null }]);
    }
  }

  /** The post of the register that the row repeats, which it may end; null for a new one, which may not overlap the others. */
  take(
    number: number,
    organisationId: string,
    personId: string,
    { post, from, to }: PostRow,
    faults: RowFaults,
  ): KnownPost | null {
    const place = placeOf(organisationId, personId, post);
    const known = this.#known.get(`${place} ${from}`) ?? null;
    const others = (this.#held.get(place) ?? []).filter((held) => held.number !== null || held.from !== from);
    const clash = others.find((held) => overlaps(held, { from, to }));
    if (clash?.number === null)
      faults.add(
        number,
        C.post,
        '此人在该组织已担任此职务(任职日期不同),请核对任职日期或先登记离任。',
        'The person holds this post already, since another day.',
      );
    else if (clash !== undefined)
      faults.add(
        number,
        C.post,
        `与第 ${clash.number} 行重复:同一人同一职务。`,
        `The same person and post as in row ${clash.number}.`,
      );
    this.#held.set(place, [...others, { post, from, to, number }]);
    return known;
  }
}

/** Legal representations of the register and of the rows before, found by organisation and by person. */
class Representations {
  readonly #by = new Map<string, LegalRepresentation[]>();

  constructor(known: readonly LegalRepresentation[]) {
    known.forEach((each) => this.#note(each));
  }

  /** Throws LEGAL_REP_TAKEN or LEGAL_REP_OF_ANOTHER_GROUP. The same person in the same organisation since the same day is no other one. */
  take(candidate: LegalRepresentation): void {
    const { organisationId, personId, from } = candidate;
    const same = (each: LegalRepresentation) => each.organisationId === organisationId && each.personId === personId;
    const near = [...(this.#by.get(`o ${organisationId}`) ?? []), ...(this.#by.get(`p ${personId}`) ?? [])];
    const held = near.filter((each) => !(same(each) && each.from === from));
    assertLegalRepresentative(candidate, held);
    this.#note(candidate);
  }

  #note(each: LegalRepresentation): void {
    for (const key of [`o ${each.organisationId}`, `p ${each.personId}`])
      this.#by.set(key, [...(this.#by.get(key) ?? []), each]);
  }
}

const placeOf = (organisationId: string, personId: string, post: Post) => `${organisationId} ${personId} ${post}`;
