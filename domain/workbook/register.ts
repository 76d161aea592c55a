import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { CouncilTerm } from '#domain/organisation/council-term.rule.js';
import type { LegalRepresentation } from '#domain/organisation/legal-representative.rule.js';
import type { Tenure } from '#domain/organisation/tenure.js';
import type { Post } from '#domain/terms/organisation-terms.js';

/** An organisation as the register has it. */
export interface KnownOrganisation {
  readonly id: string;
  readonly uscc: string | null;
  readonly filingNo: string | null;
  readonly term: CouncilTerm | null;
  readonly registryUnitId: string | null;
  /** A social group, with its subtypes. */
  readonly socialGroup: boolean;
}

/** A person as the register has them. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  /** In the Party or on the way. */
  readonly member: boolean;
}

/** A post as the register has it. */
export interface KnownPost extends Tenure {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly post: Post;
  readonly inCouncil: boolean;
}

/** Who imports: for which registries, and as whom. */
export interface Importer {
  /** Registries whose organisations may be changed; null = every one (administrators). */
  readonly registryUnitIds: readonly string[] | null;
  /** Whether a wrong check character may be waived (specification C11). */
  readonly mayWaive: boolean;
  readonly today: IsoDate;
}

/** Ids by what a cell may hold: the name or the id itself. Several ids: the name is ambiguous. */
export type Named = ReadonlyMap<string, readonly string[]>;

/** What the register knows of what a workbook names. `organisations` by USCC and by filing number, `people` by identity number. */
export interface Register {
  readonly organisations: ReadonlyMap<string, KnownOrganisation>;
  readonly people: ReadonlyMap<string, KnownPerson>;
  readonly posts: readonly KnownPost[];
  readonly representations: readonly LegalRepresentation[];
  readonly units: Named;
  readonly partyOrganisations: Named;
}
