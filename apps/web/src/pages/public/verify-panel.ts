import { isTrueDraw } from '#domain/venture-round/panel-draw.rule.js';
import { sha256 } from '../random-checks/sha256.js';
import type { PanelDraw } from './queries.js';

/** Whether the judges that were published are those that the published secret and word draw; computed on the reader's device. */
export const isTruePanel = ({ secret, word, drawn, ...draw }: PanelDraw): boolean =>
  secret !== null && word !== null && isTrueDraw({ ...draw, secret, word }, drawn, sha256);
