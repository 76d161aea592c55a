import { nextInSeason, nextMonthBegins, type SeasonAppointment } from '#domain/annual-inspection/season-agenda.rule.js';
import { SEASON_TRANSITIONS } from '#domain/annual-inspection/states.js';
import { addCalendarDays } from '#domain/calendar/iso-date.js';
import { startOfDayShanghai } from '#domain/calendar/shanghai-day.js';
import { CaseRun } from '../steps/case-run.js';
import { Errands } from '../steps/errands.js';
import { offerSeasonActs } from './acts.js';
import type { SeasonInput } from './contract.js';
import { openAll } from './opening.js';
import { ask, type Season, type SeasonRun, today } from './season.js';

const BEGINNING = { pausedOn: null, freezesOn: null, looksOn: null };

/** 年检季: opens on its day, closes for returns on the last closing day, is over when every return has ended (M02). */
export async function inspectionSeason(input: SeasonInput): Promise<void> {
  const run: SeasonRun = new CaseRun(input, SEASON_TRANSITIONS, 'PLANNED');
  const season: Season = {
    run,
    input,
    errands: errandsOf(run, () => ({ ...input, life: season.life })),
    life: input.life ?? { ...BEGINNING, dates: input.dates },
  };
  offerSeasonActs(season);
  await run.carryOut(() => live(season));
}

/** A season goes on in a new run only while it does nothing for its returns: that work is a child's, and the child is waited for. */
function errandsOf(run: SeasonRun, now: () => SeasonInput): Errands {
  const allow = (): (() => void) => run.allowRenewal((carried) => ({ ...now(), carried }));
  let forbid = allow();
  return new Errands(
    () => forbid(),
    () => {
      forbid = allow();
    },
  );
}

/** From one appointment to the next. An act may move the state, and with it what comes next. */
async function live(season: Season): Promise<void> {
  const { run } = season;
  for (;;) {
    const { state } = run;
    const next = nextInSeason(state, season.life);
    if (next === null) break;
    const at = startOfDayShanghai(next.on);
    run.alarmAt = at;
    await run.until(() => run.state !== state || Date.now() >= at);
    if (run.state === state) await keep(season, next);
  }
  if (run.state === 'COMPLETED') await ask.freezeSeasonFigures(run.input.caseId, today(), Date.now());
}

async function keep(season: Season, { what, on }: SeasonAppointment): Promise<void> {
  const { run, life } = season;
  const { caseId } = run.input;
  switch (what) {
    case 'OPEN':
      run.move('open');
      season.life = { ...life, freezesOn: nextMonthBegins(today()) };
      openAll(season);
      return;
    case 'CLOSE':
      run.move('closeReturns');
      season.life = { ...life, looksOn: addCalendarDays(today(), 1) };
      return;
    case 'FREEZE':
      await ask.freezeSeasonFigures(caseId, addCalendarDays(on, -1), Date.now());
      season.life = { ...season.life, freezesOn: nextMonthBegins(on) };
      return;
    case 'LOOK': {
      const { open } = await ask.openReturnsOf(caseId);
      season.life = { ...season.life, looksOn: addCalendarDays(today(), 1) };
      if (open === 0 && run.state === 'CLOSED_FOR_RETURNS') run.move('complete');
    }
  }
}
