import type { ProjectApplication } from './application-form.js';

/** An application as an example: 10 000 yuan asked for, 2 000 yuan of its own. */
export const anApplication = (change: Partial<ProjectApplication> = {}): ProjectApplication => ({
  title: '银龄相伴·独居老人关爱',
  class: 'REGULAR',
  themes: ['ELDERLY_CHILDREN'],
  leader: { personId: 'person-1', phone: '13900000000' },
  siteDivision: '330402008',
  need: '辖区独居老人较多,日常照料与精神慰藉需求突出。'.repeat(5),
  beneficiaries: { group: '独居老人', persons: 120, personTimes: 960 },
  objectives: [{ indicator: '上门探访', target: 480, unit: '人次' }],
  activities: [{ name: '上门探访', month: '2026-07', times: 8 }],
  team: [{ personId: 'person-2', duty: '社工' }],
  budget: [
    { category: '活动费', item: '探访物资', quantity: 480, unitPriceFen: 2000, amountFen: 960_000, source: 'GRANT' },
    { category: '宣传费', item: '折页', quantity: 400, unitPriceFen: 100, amountFen: 40_000, source: 'GRANT' },
    { category: '志愿者', item: '补贴', quantity: 100, unitPriceFen: 2000, amountFen: 200_000, source: 'OWN' },
  ],
  requestedFen: 1_000_000,
  ownFundsFen: 200_000,
  risks: '老人身体状况变化,由社区医生随访。',
  partyContribution: '党员骨干结对独居老人,每月探访。',
  attachmentUploadIds: ['upload-2', 'upload-1'],
  pledgeUploadId: 'upload-1',
  ...change,
});
