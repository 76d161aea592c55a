import type { VentureTheme } from './terms.js';

/** Why a judge was paired with a project: how well the fields fit. */
export interface PairingReason {
  /** Themes of the project that the judge knows. */
  readonly matched: readonly VentureTheme[];
  /** Points of expertise for the assignment. */
  readonly points: number;
}

const FIRST_THEME = 6;
const OTHER_THEME = 3;

/**
 * How well a judge's fields fit a project: the project's first theme counts twice as much as any other, so that a
 * specialist is preferred to somebody who knows it from the edge. 0 points where nothing fits.
 */
export function expertiseOf(
  fields: readonly string[],
  { themes }: { readonly themes: readonly VentureTheme[] },
): PairingReason {
  const matched = themes.filter((theme) => fields.includes(theme));
  const points = matched.reduce((sum, theme) => sum + (theme === themes[0] ? FIRST_THEME : OTHER_THEME), 0);
  return { matched, points };
}
