import type { Round } from '../queries.js';

/** What every part of the desk is given. */
export interface TabProps {
  readonly round: Round;
  /** The reader organises the round. */
  readonly organises: boolean;
  /** The reader audits it: sees everything, witnesses the draw, decides nothing. */
  readonly audits: boolean;
}
