import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { FastClock } from '../../apps/cli/demo/clock.js';
import { Cast } from '../../apps/cli/demo/cast.js';
import { PATIENTLY } from '../../apps/cli/http/asking.js';
import { JudgingDesk } from '../../apps/cli/venture/judging-desk.js';
import { RoundDesk } from '../../apps/cli/venture/round-desk.js';
import type { Entry, Wish } from '../../apps/cli/venture/round-desk.js';
import { VenturePeople } from '../../apps/cli/venture/venture-people.js';
import { roundNow } from '../api/venture-office.js';
import { testServers } from '../support/servers.js';
import type { Site } from './site.js';

const DAY = 24 * 3600;
const CALL_DAYS = 31;
const BEST = 88;

/** A round that is ranked, with its projects in the order of their rank. */
interface RankedRound {
  readonly caseNo: string;
  readonly entries: readonly Entry[];
}

/** From the call to the ranking over HTTP, as the people of 解放街道 go through it: five judges score each project online, the first one best. */
export async function rankedRound(
  site: Site,
  wishes: readonly Wish[],
  change: Partial<RoundConfiguration> = {},
): Promise<RankedRound> {
  const { office } = site;
  // The desk asks for a clock; days pass by the office's own, which knows its namespace.
  const clock = await FastClock.at(testServers().temporalAddress);
  try {
    const desk = new RoundDesk(new VenturePeople(new Cast(site.origin), 'jiefang', PATIENTLY), clock);
    await desk.publishCall(roundNow(change));
    const entries: Entry[] = [];
    for (const [place, wish] of wishes.entries()) entries.push(await desk.apply(place + 1, wish));
    for (const { caseNo } of entries) await desk.people.untilStarted(caseNo);
    await office.skip(desk.caseNo, CALL_DAYS * DAY);
    await desk.untilState('SCREENING');
    for (const { caseNo } of entries) await desk.people.task(caseNo, 'SCREEN');
    await desk.shortlist(entries);
    const places = new Map(entries.map(({ caseNo }, place) => [caseNo, place]));
    const judging = new JudgingDesk(desk, (caseNo, judge) => BEST - 4 * (places.get(caseNo) ?? 0) + judge / 2);
    await judging.drawPanel();
    await judging.assign();
    await judging.scoreOnline();
    await judging.close();
    return { caseNo: desk.caseNo, entries };
  } finally {
    await clock.close();
  }
}
