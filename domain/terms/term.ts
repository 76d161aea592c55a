/** One value of an enumeration: what is stored, and what people read in Chinese and English. */
export interface Term {
  readonly slug: string;
  readonly zh: string;
  readonly en: string;
}

/** The stored values of an enumeration. */
export type SlugOf<Terms extends readonly Term[]> = Terms[number]['slug'];

/** What people read for a stored value. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** The stored values in their order, for example for `z.enum(slugs(PARTY_MEMBER_STATUS))`. */
export function slugs<Terms extends readonly Term[]>(terms: Terms): SlugOf<Terms>[] {
  return terms.map((term) => term.slug);
}

/** Whether a text is a stored value of the enumeration. */
export function isTerm<Terms extends readonly Term[]>(terms: Terms, slug: string): slug is SlugOf<Terms> {
  return terms.some((term) => term.slug === slug);
}

/** Reads a stored value. Throws when the enumeration lacks it: only a row that was not written through its store can hold one. */
export function readTerm<Terms extends readonly Term[]>(terms: Terms, slug: string): SlugOf<Terms> {
  if (isTerm(terms, slug)) return slug;
  throw new Error(`${slug} is none of ${slugs(terms).join(', ')}`);
}

/** How a stored value is read. A value that the enumeration lacks is shown as it is, so that a row never hides what it holds. */
export function labelOf(terms: readonly Term[], slug: string): Label {
  const term = terms.find((each) => each.slug === slug);
  return { zh: term?.zh ?? slug, en: term?.en ?? slug };
}
