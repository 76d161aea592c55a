import { ROLE_TERMS } from '#domain/terms/matter-terms.js';
import { labelOf } from '#domain/terms/term.js';
import type { Label } from '#domain/terms/term.js';

/** A role as people read it. */
export const roleLabel = (role: string): Label => labelOf(ROLE_TERMS, role);
