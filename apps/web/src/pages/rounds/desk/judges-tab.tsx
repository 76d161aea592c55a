import { Assignment } from './assignment.js';
import { Conflicts } from './conflicts.js';
import { Draws } from './draws.js';
import { Panel } from './panel.js';
import type { TabProps } from './tab.js';

/** The judges of the round: who sits in its panel, how they were drawn, whom they are tied to, what they score. */
export function JudgesTab(given: TabProps) {
  return (
    <>
      <Panel {...given} />
      <Draws {...given} />
      <Conflicts {...given} />
      <Assignment {...given} />
    </>
  );
}
