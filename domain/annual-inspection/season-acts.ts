import { z } from 'zod';

import { defineAct } from '../process/acts.js';

const none = () => z.strictObject({});

/** 暂停年检季: nothing of it is due until it goes on. The grounds are the opinion. */
export const PauseSeason = defineAct({
  kind: 'pauseSeason',
  zh: '暂停年检季',
  en: 'pause the season',
  facts: none,
  needsReasons: () => true,
});

/** 恢复年检季: every limit and closing day that lay ahead moves by the pause. */
export const ResumeSeason = defineAct({ kind: 'resumeSeason', zh: '恢复年检季', en: 'resume the season', facts: none });

/** 取消年检季, before it has opened. */
export const CancelSeason = defineAct({
  kind: 'cancelSeason',
  zh: '取消年检季',
  en: 'cancel the season',
  facts: none,
  needsReasons: () => true,
});

/** 结束年检季: only when every return of it has ended. */
export const CompleteSeason = defineAct({
  kind: 'completeSeason',
  zh: '结束年检季',
  en: 'complete the season',
  facts: none,
});

/** 补充纳入: takes in who was registered, or whose registration date was put right, after the opening. */
export const Admit = defineAct({
  kind: 'admitOrganisations',
  zh: '补充纳入年检',
  en: 'take further organisations in',
  facts: none,
});

/** The acts of a season beside the common ones. */
export const SEASON_ACTS = [PauseSeason, ResumeSeason, CancelSeason, CompleteSeason, Admit] as const;
