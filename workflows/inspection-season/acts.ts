import {
  Admit,
  CancelSeason,
  CompleteSeason,
  PauseSeason,
  ResumeSeason,
} from '#domain/annual-inspection/season-acts.js';
import { datesAfterPause } from '#domain/annual-inspection/season-calendar.rule.js';
import { assertSeasonEnded } from '#domain/annual-inspection/season.rule.js';
import type { SeasonEvent } from '#domain/annual-inspection/states.js';
import { AuthNotAllowed, CaseStateConflict } from '#domain/errors.js';
import type { Act } from '#domain/process/act.js';
import { broadcast } from '../steps/broadcast.js';
import { SEASON_RETURNS } from './contract.js';
import { openAll } from './opening.js';
import { ask, type Season, today } from './season.js';

/** What the registry may do with its season. Each is open to its officers and leader; only the leader ends or cancels it. */
export function offerSeasonActs(season: Season): void {
  const { run } = season;
  run.desk.offerOnCase(PauseSeason, {
    check: (_facts, act) => assertMay(season, act, 'pause'),
    take: () => pause(season),
  });
  run.desk.offerOnCase(ResumeSeason, {
    check: (_facts, act) => assertMay(season, act, 'resume'),
    take: () => resume(season),
  });
  run.desk.offerOnCase(CancelSeason, {
    check: (_facts, act) => assertMay(season, act, 'cancel', true),
    take: () => {
      run.move('cancel');
      run.effect('inspection-season/cancelled', {});
    },
  });
  run.desk.offerOnCase(CompleteSeason, {
    check: (_facts, act) => assertMay(season, act, 'complete', true),
    take: async () => {
      assertSeasonEnded(await ask.openReturnsOf(run.input.caseId));
      run.move('complete');
    },
  });
  run.desk.offerOnCase(Admit, {
    check: (_facts, act) => {
      assertOffice(season, act, false);
      if (run.state !== 'OPEN') throw new CaseStateConflict(run.state, Admit.kind);
    },
    take: () => openAll(season),
  });
}

function pause(season: Season): void {
  const { run } = season;
  const on = today();
  run.move('pause');
  run.effect('inspection-season/paused', { on });
  season.life = { ...season.life, pausedOn: on };
  tell(season, 'seasonPaused', { on });
}

function resume(season: Season): void {
  const { run, life } = season;
  const on = today();
  const dates = life.pausedOn === null ? life.dates : datesAfterPause(life.dates, life.pausedOn, on);
  run.move('resume');
  run.effect('inspection-season/resumed', { dates });
  season.life = { ...life, dates, pausedOn: null };
  tell(season, 'seasonResumed', { on });
}

/** Everybody hears it in the order in which it happened, and who is still being opened hears it after that. */
function tell({ run, errands }: Season, signal: string, said: object): void {
  const { caseId, matter, caseNo } = run.input;
  const name = `${matter}:${caseNo}:${signal}:${run.nextSeq}`;
  errands.add(async () => {
    await broadcast(name, { audience: SEASON_RETURNS, of: caseId, signal, args: [said] });
  });
}

function assertMay(season: Season, act: Act, event: SeasonEvent, leaderOnly = false): void {
  assertOffice(season, act, leaderOnly);
  season.run.assertPossible(event);
}

/** The registry of the season, in the person of its leader where only that one may. */
function assertOffice({ input }: Season, { actor }: Act, leaderOnly: boolean): void {
  const leads = actor.role === 'REGISTRY_LEADER';
  const may = leads || (!leaderOnly && actor.role === 'REGISTRY_OFFICER');
  if (!may || actor.unitId !== input.unitId) throw new AuthNotAllowed();
}
