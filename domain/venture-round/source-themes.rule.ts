import type { SourceRule } from './round-configuration.js';
import type { AwardSource, VentureTheme } from './terms.js';

/**
 * The sources that may pay for a project, in the order of the configuration. A source that is bound to themes pays
 * only when all themes of the project are among them: the lottery welfare fund is spent on its purposes and on nothing
 * beside them (specification M03 "Sources").
 */
export function sourcesFor(themes: readonly VentureTheme[], sources: readonly SourceRule[]): AwardSource[] {
  return sources
    .filter(({ themes: own }) => own === null || themes.every((theme) => own.includes(theme)))
    .map(({ source }) => source);
}
