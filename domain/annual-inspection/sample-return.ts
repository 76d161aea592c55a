import { AnnualReturnForm } from './return-form.js';

/** A complete return of a small social group that passes every check: for tests, demonstrations and the downloadable example. */
export const SAMPLE_RETURN: AnnualReturnForm = AnnualReturnForm.parse({
  basics: {
    changes: [],
    leaders: [{ personId: 'p1', post: 'CHAIR', termStart: '2023-05-01', termEnd: '2028-04-30' }],
    councilTermEnd: '2028-04-30',
    staff: 6,
    members: 120,
    branches: 0,
  },
  activities: { count: 12, personTimes: 860, insideCharter: true },
  finance: {
    openingNetAssetsFen: 12_000_000,
    incomeFen: 35_600_000,
    expenditureFen: 33_100_000,
    closingNetAssetsFen: 14_500_000,
    auditUploadId: 'u-audit',
    enterpriseFees: { charged: false },
  },
  partyBuilding: {
    partyOrg: { type: 'BRANCH', replyDocNo: '集民党〔2024〕3号' },
    membersTotal: 5,
    membersTransferred: 3,
    charterPartyBuilding: true,
    secretaryReportUploadId: 'u-report',
    lifeSessions: 4,
    themeDays: 12,
    majorMatters: 2,
    threeOnes: { instructor: false, themeDay: false, materials: false },
    workFundsFen: 500_000,
  },
});
