import { VentureRoundRefusal } from './errors.js';
import type { ProjectState } from './states.js';

/** Photographs that a project may show at a time. */
export const SHOWCASE_PICTURES_MAX = 6;
/** Characters of a caption: who cannot see the picture hears it, so it says what is to be seen. */
export const SHOWCASE_CAPTION = { min: 4, max: 100 } as const;
/** Characters of the reason for which a picture is taken back. */
export const SHOWCASE_REASON = { min: 2, max: 200 } as const;

/** What decides whether a photograph may be shown to everybody. */
export interface ShowcaseRequest {
  readonly projectState: ProjectState;
  /** Whoever publishes it declares that the people on it agreed, for minors their guardians. */
  readonly consent: boolean;
  /** It is among the photographs of the project's activities, and no sign-in sheet. */
  readonly isPhotograph: boolean;
  /** Photographs of the project that are shown already. */
  readonly shown: number;
}

/**
 * Refuses a photograph that may not be shown in the showcase: without the declaration (VEN_SHOWCASE_NO_CONSENT: portraits are published with consent
 * only, Civil Code art. 1019), of a project that is not completed, what is no photograph of an activity of it, and one more than SHOWCASE_PICTURES_MAX.
 */
export function assertMayBeShown({ projectState, consent, isPhotograph, shown }: ShowcaseRequest): void {
  if (!consent) throw new VentureRoundRefusal('VEN_SHOWCASE_NO_CONSENT', {}, 'consent');
  if (projectState !== 'COMPLETED')
    throw new VentureRoundRefusal('VEN_SHOWCASE_NOT_COMPLETED', { state: projectState });
  if (!isPhotograph) throw new VentureRoundRefusal('VEN_SHOWCASE_NOT_A_PHOTOGRAPH', {}, 'uploadId');
  if (shown >= SHOWCASE_PICTURES_MAX)
    throw new VentureRoundRefusal('VEN_SHOWCASE_FULL', { max: SHOWCASE_PICTURES_MAX });
}
