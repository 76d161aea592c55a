import type { ActWords } from '../matter.js';

/** Words of the acts on a season. */
export const INSPECTION_SEASON_WORDS = {
  effects: {
    pauseSeason: [
      '自现在起,本年检季的全部待办停止计时,也不能办理;恢复后,尚未到的应报日和截止日按暂停的天数顺延。',
      'From now every clock of the season stands and nothing can be done; days that lie ahead move by the pause.',
    ],
    resumeSeason: [
      '恢复办理和计时;尚未到的应报日和截止日按暂停的天数顺延。',
      'Everything goes on; days that lay ahead move by the pause.',
    ],
    cancelSeason: ['年检季尚未开启,取消后可以重新开启。', 'It has not opened yet; it can be planned anew.'],
    completeSeason: [
      '全部年度报告办结后才能结束;结束后不能再办理。',
      'Possible when every return has ended; nothing can be done in it afterwards.',
    ],
    admitOrganisations: [
      '将开启之后登记的、或者补录了登记日期的组织纳入年检,并为应报送的开立办件、通知其经办人员。',
      'Takes in who was registered, or whose registration date was put right, since the opening.',
    ],
  },
  phrases: {
    pauseSeason: ['因应急响应,暂停本年度年检报送。'],
    cancelSeason: ['年度信息有误,取消后重新开启。'],
  },
  facts: {},
  values: {},
} as const satisfies ActWords;
